import type { Document, TokenRange } from '../../text/index.ts';
import type { RoleSpan } from '../network/labels.ts';
import { CLOSING, firstAfter, INSIDE, OPENING } from '../quotation/quotation-marks.ts';

/** Without the pair of quotation marks around it, if what stands between them is one quotation. */
function unquoted(states: Uint8Array, first: number, end: number): TokenRange {
  for (let i = first + 1; i < end - 1; i++) if (states[i] === OPENING || states[i] === CLOSING) return [first, end];
  return [states[first] === OPENING ? first + 1 : first, states[end - 1] === CLOSING ? end - 1 : end];
}

/** Without the "that" which ties it to its cue: the network hardly knows a paragraph that begins with it. */
function untied({ tokens }: Document, first: number, end: number): number {
  const token = tokens[first];
  return first < end && token?.form === 'that' && token.pos !== 'DET' ? first + 1 : first;
}

/**
 * Which tokens of a content may hold what its speaker reports of others. Outside quotation marks those are the ones in
 * the cue's own sentence: what other sentences say is as a rule reported by the article itself. A full stop right
 * behind is taken in, as in any sentence.
 */
function rangeOf(document: Document, states: Uint8Array, { first, end }: RoleSpan, cue: RoleSpan): TokenRange {
  const { tokens, sentences } = document;
  const quoted = states[first] === OPENING || states[first] === INSIDE;
  const sentence = firstAfter(sentences, first);
  if (!quoted && sentence !== firstAfter(sentences, cue.first)) return [first, first];
  const last = quoted ? end : Math.min(end, sentences[sentence]![1]);
  const [from, to] = unquoted(states, first, last);
  const start = quoted ? from : untied(document, from, to);
  return [start, to === last && /^[.!?]$/.test(tokens[to]?.form ?? '') ? to + 1 : to];
}

function within(ranges: readonly TokenRange[], [first, end]: TokenRange): TokenRange[] {
  const found: TokenRange[] = [];
  for (let i = firstAfter(ranges, first); i < ranges.length && ranges[i]![0] < end; i++) {
    const [from, to] = ranges[i]!;
    found.push([Math.max(from, first) - first, Math.min(to, end) - first]);
  }
  return found;
}

/**
 * A content as a document of its own, so that what is said within it can be read like a paragraph: with the offsets of
 * the same text, but with these tokens alone and without the quotation marks around them. Without any tokens where
 * nothing in it can be reported by its speaker.
 *
 * @param states from `quotationState` of the same document
 */
export function stretchOf(document: Document, states: Uint8Array, content: RoleSpan, cue: RoleSpan): Document {
  const range = rangeOf(document, states, content, cue);
  return {
    text: document.text,
    tokens: document.tokens.slice(...range),
    sentences: within(document.sentences, range),
    paragraphs: within(document.paragraphs, range),
  };
}
