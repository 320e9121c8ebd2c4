import type { Span } from '../../src/model.ts';
import type { CheckedDraft } from '../../src/server/check-schemas.ts';

/** A stretch of a paragraph: plain text, a quotation, or something in quotation marks that was not checked. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Index of the quotation, or null. */
  readonly quotation: number | null;
  /** Index of what was left out, or null. */
  readonly leftOut: number | null;
}

/** A paragraph of a checked draft. */
export interface Paragraph {
  readonly pieces: readonly Piece[];
  /** Quotations and left-out pieces that begin in it, by their indices. */
  readonly quotations: readonly number[];
  readonly leftOut: readonly number[];
}

interface Marked {
  readonly span: Span;
  readonly quotation: number | null;
  readonly leftOut: number | null;
}

function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  for (const match of text.matchAll(/[^\n\r\u2028\u2029]+/g)) {
    if (match[0].trim()) lines.push([match.index, match.index + match[0].length]);
  }
  return lines;
}

function piecesOf([start, end]: Span, marked: readonly Marked[]): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  for (const { span, quotation, leftOut } of marked) {
    const [from, to] = [Math.max(span[0], at), Math.min(span[1], end)];
    if (from >= to) continue;
    if (at < from) pieces.push({ start: at, end: from, quotation: null, leftOut: null });
    pieces.push({ start: from, end: to, quotation, leftOut });
    at = to;
  }
  if (at < end) pieces.push({ start: at, end, quotation: null, leftOut: null });
  return pieces;
}

/** The paragraphs of a draft with what stands in quotation marks; a quotation may go over several. */
export function paragraphsOf({ text, quotations, leftOut }: CheckedDraft): Paragraph[] {
  const marked: Marked[] = [
    ...quotations.map(({ span }, i) => ({ span, quotation: i, leftOut: null })),
    ...leftOut.map(({ span }, i) => ({ span, quotation: null, leftOut: i })),
  ].sort((a, b) => a.span[0] - b.span[0]);
  let next = 0;
  let open: Marked[] = [];
  return linesOf(text).map((line) => {
    const from = next;
    while (next < marked.length && marked[next]!.span[0] < line[1]) next++;
    const begun = marked.slice(from, next);
    open = [...open, ...begun].filter(({ span }) => span[1] > line[0]);
    return {
      pieces: piecesOf(line, open),
      quotations: begun.flatMap(({ quotation }) => (quotation === null ? [] : [quotation])),
      leftOut: begun.flatMap((one) => (one.leftOut === null ? [] : [one.leftOut])),
    };
  });
}
