import type { Span } from '../../src/model.ts';

/** The part of an attribution that a stretch of text belongs to. */
export type Part = 'content' | 'source' | 'cue';

/** One attribution's claim on a stretch of text. */
export interface Mark {
  /** Index of the attribution in the list given. */
  readonly at: number;
  readonly part: Part;
}

/** A stretch of text within which the same marks hold. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** Contents before sources and cues; among each, the shortest (innermost) first. */
  readonly marks: readonly Mark[];
}

/** One line of the text, without its line break. Its segments cover it without gap or overlap. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly segments: readonly Segment[];
}

/** What is needed of an attribution to find its place. */
export interface Placed {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

interface Claim extends Mark {
  readonly start: number;
  readonly end: number;
  /** Smaller comes first in `Segment.marks`. */
  readonly order: number;
}

const extentOf = (spans: readonly Span[]) => spans.reduce((sum, [start, end]) => sum + end - start, 0);

function claimsOf(attributions: readonly Placed[], length: number): Claim[] {
  const claims: Claim[] = [];
  attributions.forEach((attribution, at) => {
    const extent = extentOf(attribution.content);
    for (const part of ['content', 'source', 'cue'] as const) {
      const order = part === 'content' ? extent : length + 1 + extent;
      for (const [start, end] of attribution[part]) {
        if (start < end) claims.push({ at, part, order, start, end: Math.min(end, length) });
      }
    }
  });
  return claims.sort((a, b) => a.start - b.start);
}

function linesOf(text: string, [from, to]: Span): Span[] {
  const lines: Span[] = [];
  for (const match of text.slice(from, to).matchAll(/[^\n\r\u2028\u2029]+/g)) {
    if (match[0].trim()) lines.push([from + match.index, from + match.index + match[0].length]);
  }
  return lines;
}

/** `claims` are those that touch the line, by their start. */
function segmentsOf([start, end]: Span, claims: readonly Claim[]): Segment[] {
  const edges = new Set([start, end]);
  for (const claim of claims) {
    if (claim.start > start) edges.add(claim.start);
    if (claim.end < end) edges.add(claim.end);
  }
  const sorted = [...edges].sort((a, b) => a - b);
  const segments: Segment[] = [];
  let next = 0;
  let open: Claim[] = [];
  for (let i = 1; i < sorted.length; i++) {
    const [from, to] = [sorted[i - 1]!, sorted[i]!];
    while (next < claims.length && claims[next]!.start <= from) open.push(claims[next++]!);
    open = open.filter((claim) => claim.end > from);
    const marks = open.toSorted((a, b) => a.order - b.order || a.at - b.at).map(({ at, part }) => ({ at, part }));
    segments.push({ start: from, end: to, marks });
  }
  return segments;
}

/**
 * Cuts a text into its lines, and each line where an attribution's source, cue or content begins or ends.
 * Spans are UTF-16 code units of `text`, end exclusive; they may overlap, nest, and go over line breaks. Lines without
 * words are left out.
 * @param within only what stands here of the text, as if its lines ended there
 */
export function paragraphsOf(
  text: string,
  attributions: readonly Placed[],
  within: Span = [0, text.length],
): Paragraph[] {
  const claims = claimsOf(attributions, text.length);
  let next = 0;
  let open: Claim[] = [];
  return linesOf(text, within).map(([start, end]) => {
    while (next < claims.length && claims[next]!.start < end) open.push(claims[next++]!);
    open = open.filter((claim) => claim.end > start);
    return { start, end, segments: segmentsOf([start, end], open) };
  });
}
