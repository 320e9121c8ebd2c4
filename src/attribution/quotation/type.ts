import type { AttributionType, Span } from '../../model.ts';
import { isName, WORD } from './names.ts';
import { firstAfter, type Quotation } from './quotation-marks.ts';

/** Words that may stand between two quoted pieces without being reported in the reporter's own words. */
const CONNECTING = new Set('and or but nor then that as to yet plus also so with'.split(' '));
const LONGEST_CONNECTION = 3;

const BRACKETED = /\([^()]*\)|\[[^[\]]*\]/g;

interface Pieces {
  /** Number of words inside marks that quote, and inside marks of names. */
  quoted: number;
  named: number;
  /** What stands outside marks, with whether quoted words come before and after it. */
  outside: { words: string[]; first: boolean; between: boolean }[];
}

/** Cuts the content at the marks. */
function piecesOf(content: readonly Span[], quoted: readonly Span[], text: string): Pieces {
  const pieces: Pieces = { quoted: 0, named: 0, outside: [] };
  let pending = '';
  const settle = (followed: boolean) => {
    const words = pending.replace(BRACKETED, ' ').match(WORD) ?? [];
    pending = '';
    if (words.length === 0) return;
    const inside = pieces.quoted + pieces.named > 0;
    pieces.outside.push({ words, first: !inside && pieces.outside.length === 0, between: inside && followed });
  };
  for (const [start, end] of content.toSorted((a, b) => a[0] - b[0])) {
    let at = start;
    for (let i = firstAfter(quoted, start); i < quoted.length && quoted[i]![0] < end; i++) {
      const range = quoted[i]!;
      const from = Math.max(start, range[0]);
      const to = Math.min(end, range[1]);
      const words = text.slice(from, to).match(WORD)?.length ?? 0;
      pending += text.slice(at, from);
      at = to;
      if (words === 0) continue;
      settle(true);
      if (isName(range, text)) pieces.named += words;
      else pieces.quoted += words;
    }
    pending += `${text.slice(at, end)} `;
  }
  settle(false);
  return pieces;
}

/**
 * How content is given, from how quotation marks cover it: `direct` when all of its words stand inside marks, `indirect`
 * when none do, `mixed` when some do, be it one word. Punctuation, brackets, a leading "that" and up to three connecting
 * words between quoted pieces are no words of the reporter's. A title ("the film ‘Two Rivers’") or a nickname within a
 * name, inside otherwise unquoted content, is not quoted speech.
 *
 * @param content spans in UTF-16 code units, with or without the marks themselves.
 * @param quoted what stands inside marks, sorted: from `quotedRanges`, or from `quotedAgainst` for a cue that itself
 *   stands inside marks.
 */
export function typeOf(content: readonly Span[], quoted: readonly Span[], text: string): AttributionType {
  if (!content.some(([start, end]) => (quoted[firstAfter(quoted, start)]?.[0] ?? end) < end)) return 'indirect';
  const pieces = piecesOf(content, quoted, text);
  const own = pieces.outside.filter(({ words, first, between }) => {
    if (between && words.length <= LONGEST_CONNECTION && words.every((word) => CONNECTING.has(word.toLowerCase())))
      return false;
    return !(first && words.length === 1 && words[0]!.toLowerCase() === 'that' && pieces.quoted > 0);
  });
  if (own.length === 0) return pieces.quoted + pieces.named > 0 ? 'direct' : 'indirect';
  return pieces.quoted > 0 ? 'mixed' : 'indirect';
}

/** Those of the quotations, sorted by where they start, that start within a stretch. */
function startingIn(quotations: readonly Quotation[], [start, end]: Span): readonly Quotation[] {
  let from = 0;
  for (let high = quotations.length; from < high; ) {
    const middle = (from + high) >> 1;
    if (quotations[middle]!.span[0] >= start) high = middle;
    else from = middle + 1;
  }
  let to = from;
  while (to < quotations.length && quotations[to]!.span[0] < end) to++;
  return quotations.slice(from, to);
}

/**
 * The stretches inside marks that say something about an attribution with this cue. Marks that hold the cue as well as
 * the content quote somebody else ("“He told me it was over,” she said"): for such a cue only the quotations within them
 * count. Where the closing mark is lost ("“It is over, she said"), the quotation reaches no further than the cue.
 *
 * @param quoted the outermost stretches of the same quotations, as `quotedRanges` gives them; given back as they are when
 *   the cue stands outside all of them.
 */
export function quotedAgainst(
  quotations: readonly Quotation[],
  quoted: readonly Span[],
  cue: readonly Span[],
): readonly Span[] {
  const at = cue[0]?.[0] ?? -1;
  const place = firstAfter(quoted, at);
  const outer = quoted[place];
  if (outer === undefined || outer[0] > at) return quoted;
  const nested = startingIn(quotations, outer);
  const next = quoted[place + 1];
  const goesOn = next !== undefined && startingIn(quotations, next)[0]!.continues;
  if (nested[0]!.close === null && !goesOn) return quoted.with(place, [outer[0], at]);
  let depth = 0;
  let within = outer;
  for (const { span, depth: level } of nested) {
    if (level !== depth || span[0] > at || span[1] <= at) continue;
    depth++;
    within = span;
  }
  const inside = ({ span, depth: level }: Quotation) => level === depth && span[0] >= within[0] && span[1] <= within[1];
  return nested.filter(inside).map(({ span }) => span);
}
