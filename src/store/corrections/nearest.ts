import type { Span } from '../../model.ts';

/** An attribution's row with the places of its cue and content. */
export interface Placed {
  readonly id: number;
  readonly position: number;
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/** Contents that share less of their text are those of different attributions. */
const LEAST_SHARED = 0.5;

const same = (a: readonly Span[], b: readonly Span[]): boolean => JSON.stringify(a) === JSON.stringify(b);
const length = (spans: readonly Span[]): number => spans.reduce((sum, [start, end]) => sum + end - start, 0);

/** How much two contents share: code units of both, over code units of either (0 to 1). */
function shared(a: readonly Span[], b: readonly Span[]): number {
  let both = 0;
  for (const [from, to] of a)
    for (const [start, end] of b) both += Math.max(0, Math.min(to, end) - Math.max(from, start));
  const either = length(a) + length(b) - both;
  return either === 0 ? 1 : both / either;
}

/**
 * The attribution that stands where another one stood in the same text: with the same content (of several, with the same
 * cue, then the first), else the one that shares most of its content, half of it at least; null when there is none, or
 * when two share as much.
 */
export function nearest(wanted: Pick<Placed, 'cue' | 'content'>, places: readonly Placed[]): Placed | null {
  const exact = places.filter(({ content }) => same(content, wanted.content));
  if (exact.length > 0) return exact.find(({ cue }) => same(cue, wanted.cue)) ?? exact[0]!;
  const [best, second] = places
    .map((place) => ({ place, share: shared(place.content, wanted.content) }))
    .sort((a, b) => b.share - a.share);
  if (!best || best.share < LEAST_SHARED || best.share === second?.share) return null;
  return best.place;
}
