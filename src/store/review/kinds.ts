import type { DoubtKind } from './types.ts';

/** What may be in doubt, by its bit in `review.kinds`, the lowest first. The bits are kept in files: new ones go to the end. */
const KINDS: readonly DoubtKind[] = ['attribution', 'speaker', 'unresolved', 'joined'];

export const bitOf = (kind: DoubtKind): number => 1 << KINDS.indexOf(kind);

export function kindsOf(bits: number): DoubtKind[] {
  return KINDS.filter((kind) => (bits & bitOf(kind)) !== 0);
}
