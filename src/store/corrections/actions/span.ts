import type { Span } from '../../../model.ts';
import type { Connection } from '../../connection.ts';
import { articleOfRow, readFoundSpans, readSpans, readText } from '../../passages.ts';
import type { SpanPart } from '../../schema.ts';
import { joinWords } from '../../words.ts';
import { putSpans } from '../moved-spans.ts';
import { referToAttribution } from '../refs.ts';
import { reviewed } from '../reviewed.ts';
import type { AttributionRef, MovedParts, PlacedWords } from '../types.ts';
import type { Action, RequestOf } from './action.ts';

interface Payload extends MovedParts<readonly PlacedWords[]> {
  readonly attribution: AttributionRef;
}

const PARTS: readonly SpanPart[] = ['source', 'cue', 'content'];
const MOST_PIECES = 50;
/** Words that stand further from where they are expected, in code units, are other words. */
const FURTHEST = 500;

const isLow = (text: string, at: number): boolean => /^[\udc00-\udfff]$/.test(text[at] ?? '');
const isHigh = (text: string, at: number): boolean => /^[\ud800-\udbff]$/.test(text[at] ?? '');
/** Whether a place lies within one character. */
const cuts = (text: string, at: number): boolean => at > 0 && isHigh(text, at - 1) && isLow(text, at);

/** @throws for people when the spans of a part are no words of the text, one after the other */
function checked(part: SpanPart, spans: readonly Span[], text: string): readonly PlacedWords[] {
  if (part === 'content' && spans.length === 0) {
    throw new Error('a content has words: where nobody states anything, it is not-a-statement');
  }
  if (spans.length > MOST_PIECES) throw new Error(`a ${part} has at most ${MOST_PIECES} pieces`);
  let before = 0;
  return spans.map(([start, end]) => {
    const whole = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end;
    if (!whole || end > text.length) {
      throw new Error(
        `[${start}, ${end}) of the ${part} is no span of the article’s text of ${text.length} code units`,
      );
    }
    if (start < before) throw new Error(`the pieces of a ${part} stand one after the other, and share no words`);
    if (cuts(text, start) || cuts(text, end))
      throw new Error(`[${start}, ${end}) of the ${part} cuts a character in two`);
    const words = text.slice(start, end);
    if (!/[\p{L}\p{N}\p{S}]/u.test(words)) throw new Error(`[${start}, ${end}) of the ${part} holds no words`);
    before = end;
    return { span: [start, end], words };
  });
}

/** Where words stand that stood at a place of another text: there, or else at the nearest place to it; null for none. */
function placeOf({ words }: PlacedWords, expected: number, text: string): Span | null {
  const at = text.startsWith(words, expected) && expected >= 0 ? expected : nearestPlace(words, expected, text);
  return at === null || cuts(text, at) || cuts(text, at + words.length) ? null : [at, at + words.length];
}

function nearestPlace(words: string, expected: number, text: string): number | null {
  const from = Math.max(0, expected - FURTHEST);
  const window = text.slice(from, Math.max(0, expected + FURTHEST + words.length));
  let best: number | null = null;
  for (let at = window.indexOf(words); at >= 0; at = window.indexOf(words, at + 1)) {
    const away = Math.abs(from + at - expected);
    if (best === null || away < Math.abs(best - expected)) best = from + at;
  }
  return best;
}

/** The spans of a part in the text of an attribution (by its row) that stands so far from where it stood; null where its words are not there. */
function spansIn(text: string, shift: number, placed: readonly PlacedWords[]): Span[] | null {
  let before = 0;
  const spans: Span[] = [];
  for (const each of placed) {
    const span = placeOf(each, each.span[0] + shift, text);
    if (span === null || span[0] < before) return null;
    before = span[1];
    spans.push(span);
  }
  return spans;
}

/** Moves the parts of one attribution (by its row). Gives those whose words are not in its text. */
function moveIn(connection: Connection, id: number, { attribution, ...moved }: Payload): SpanPart[] {
  const text = readText(connection, articleOfRow(connection, id));
  const shift = (readFoundSpans(connection, id).content[0]?.[0] ?? 0) - (attribution.content[0]?.[0] ?? 0);
  return PARTS.filter((part) => {
    const placed = moved[part];
    if (placed === undefined) return false;
    const spans = spansIn(text, shift, placed);
    if (spans !== null) putSpans(connection, id, part, spans);
    return spans === null;
  });
}

const shown = (placed: readonly PlacedWords[]): string =>
  placed.length === 0 ? 'left out' : `“${placed.map(({ words }) => words).join(' … ')}”`;

/** An attribution's source, cue or content begins or ends elsewhere. */
export const span: Action<RequestOf<'span'>, Payload> = {
  prepare(connection, request) {
    const { row, ...attribution } = referToAttribution(connection, request.attribution);
    const text = readText(connection, articleOfRow(connection, row));
    const now = readSpans(connection, row);
    const moved: { [Part in SpanPart]?: readonly PlacedWords[] } = {};
    for (const part of PARTS) {
      const asked = request[part];
      if (asked === undefined) continue;
      const placed = checked(part, asked, text);
      if (JSON.stringify(placed.map((each) => each.span)) !== JSON.stringify(now[part])) moved[part] = placed;
    }
    if (Object.keys(moved).length === 0) {
      throw new Error(`${attribution.key} stands there already: ${joinWords(text, now.content)}`);
    }
    return { attribution, ...moved };
  },
  apply(applying, payload) {
    const rows = applying.find.attributions(payload.attribution);
    const [first] = rows;
    if (first === undefined) return `there is no attribution at the place of ${payload.attribution.key}`;
    const missing = new Map<number, readonly SpanPart[]>();
    for (const id of rows) {
      reviewed(applying, id);
      missing.set(id, moveIn(applying.connection, id, payload));
    }
    const lost = missing.get(first)!;
    return lost.length === 0 ? null : `the words of its ${lost.join(' and ')} are not in the article any more`;
  },
  describe: ({ attribution, ...moved }) =>
    `${attribution.key} has ${PARTS.filter((part) => moved[part])
      .map((part) => `the ${part} ${shown(moved[part]!)}`)
      .join(', ')}`,
};
