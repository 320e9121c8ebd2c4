import type { Attribution, Span } from '../model.ts';
import type { Document, Token, TokenRange } from '../text/index.ts';

/** What this room needs of an attribution. */
export type Attributed = Pick<Attribution, 'source' | 'cue' | 'content' | 'type' | 'mode'>;

/** An attribution as places in its document's tokens, each list in the order of the text. */
export interface Reading {
  readonly document: Document;
  readonly attributed: Attributed;
  readonly source: readonly number[];
  readonly cue: readonly number[];
  readonly content: readonly number[];
  /** The sentences that hold its words, as one range of tokens. */
  readonly around: TokenRange;
}

/** The first index whose token begins at `offset` or later. */
export function tokenFrom(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The tokens that begin inside the spans. */
function tokensIn(tokens: readonly Token[], spans: readonly Span[]): number[] {
  const found: number[] = [];
  for (const [start, end] of spans) {
    for (let i = tokenFrom(tokens, start); i < tokens.length && tokens[i]!.start < end; i++) found.push(i);
  }
  return found.sort((a, b) => a - b);
}

/** The range of the sentences that hold the tokens from `first` to `last`. */
export function sentencesAround(document: Document, first: number, last: number): TokenRange {
  const { sentences } = document;
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]![1] <= first) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end + 1 < sentences.length && sentences[end]![1] <= last) end++;
  return [sentences[low]?.[0] ?? 0, sentences[end]?.[1] ?? document.tokens.length];
}

/** Places an attribution's spans in the tokens of its document. */
export function readAttributed(document: Document, attributed: Attributed): Reading {
  const { tokens } = document;
  const source = tokensIn(tokens, attributed.source);
  const cue = tokensIn(tokens, attributed.cue);
  const content = tokensIn(tokens, attributed.content);
  const all = [...source, ...cue, ...content];
  const first = all.reduce((least, i) => Math.min(least, i), tokens.length - 1);
  const last = all.reduce((most, i) => Math.max(most, i), 0);
  return { document, attributed, source, cue, content, around: sentencesAround(document, first, last) };
}
