import type { Mode } from '../../model.ts';

/** BIO labels over the three roles, in the order of the network's outputs. */
export const LABELS = ['O', 'B-source', 'I-source', 'B-cue', 'I-cue', 'B-content', 'I-content'] as const;

/** The acts, in the order of the network's outputs after the labels. */
export const MODES: readonly Mode[] = ['says', 'writes', 'thinks', 'wants', 'feels', 'decides', 'shows'];

export type Role = 'source' | 'cue' | 'content';
export const ROLES: readonly Role[] = ['source', 'cue', 'content'];

/** A labelled stretch of tokens, `[first, end)` in the document's tokens. */
export interface RoleSpan {
  readonly role: Role;
  readonly first: number;
  readonly end: number;
}

/** Whether label `to` may follow label `from`: an inside label follows only its own begin or inside label. */
export function mayFollow(from: number, to: number): boolean {
  return to === 0 || to % 2 === 1 || from === to || from === to - 1;
}
