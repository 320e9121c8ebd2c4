/** What the parts of watching work with. */
import type { Clock, Feeds, Fetched, Polite, SiteRule } from '../../capture/index.ts';
import type { RecordStore } from '../../store/index.ts';
import type { Analyzer } from '../analyzer.ts';
import type { Pace } from './pace.ts';

export interface Tools {
  readonly record: RecordStore;
  readonly polite: Polite;
  readonly feeds: Feeds;
  readonly pace: Pace;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
}

export interface Watching extends Tools {
  readonly analyzer: Analyzer;
  /** The user's own rules for pages. */
  readonly rules: readonly SiteRule[];
}

export const isoOf = (ms: number): string => new Date(ms).toISOString();

/** Whether nothing was asked, because the host wants to be left alone for longer than is waited for. */
const isPutOff = ({ status, outcome, retryAfter, durationMs }: Fetched): boolean =>
  outcome === 'refused' && status === null && retryAfter !== null && durationMs === 0;

/**
 * Lets the record know, for this process and the next, that a host wants to be left alone.
 *
 * @returns whether nothing was asked, so that there is no attempt to keep
 */
export function heedRest({ record, clock }: Tools, fetched: Fetched): boolean {
  const { retryAfter, finalUrl } = fetched;
  if (retryAfter) {
    const now = clock.now();
    record.restHost(new URL(finalUrl).host, isoOf(now + retryAfter * 1_000), isoOf(now));
  }
  return isPutOff(fetched);
}
