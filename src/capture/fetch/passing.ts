/** Failures that may pass. */
import type { Attempt } from '../../model.ts';

/** Whether an attempt failed in a way that may pass: the server is away, fails, or is asked too often. */
export const mayPass = ({ outcome, status }: Pick<Attempt, 'outcome' | 'status'>): boolean =>
  outcome === 'unreachable' || outcome === 'timed out' || status === 429 || (status !== null && status >= 500);
