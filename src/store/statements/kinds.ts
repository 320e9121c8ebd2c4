import type { ChangeKind, ChangeKinds } from '../../model.ts';

/** Every kind of change, the gravest first. The record keeps sets of them as bits, the first as 1: only ever add at the end. */
export const CHANGE_KINDS = [
  'negation',
  'number',
  'modal',
  'name',
  'tense',
  'condition',
  'speaker',
  'wording',
  'addition',
  'omission',
  'order',
  'spelling',
  'punctuation',
] as const satisfies ChangeKinds;

/** A set of kinds as the record keeps it. */
export function toBits(kinds: readonly ChangeKind[]): number {
  return kinds.reduce((bits, kind) => bits | (1 << CHANGE_KINDS.indexOf(kind)), 0);
}

/** The kinds of a set, the gravest first. */
export function kindsOf(bits: number): ChangeKind[] {
  return CHANGE_KINDS.filter((_, i) => bits & (1 << i));
}

/** The place of the gravest kind of a set in the order of gravity; null of none. */
export function gravestOf(bits: number): number | null {
  return bits === 0 ? null : 31 - Math.clz32(bits & -bits);
}
