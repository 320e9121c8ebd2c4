import type { AttributionType, ChangeKind, Comparison, Reported } from '../../model.ts';
import { type Alignment, align } from './align.ts';
import { cutOff, denies, leftOut } from './cuts.ts';
import type { Sought } from './quotation.ts';
import type { Window } from './seek.ts';
import type { SourceWords, Stream } from './source-words.ts';
import type { CheckTools, DraftQuotation, Fault, Occurrence } from './types.ts';

/** What the words of a quotation are to those of a place in a source, whoever said them. */
export interface Likeness extends Pick<Occurrence, 'span' | 'change' | 'kinds' | 'quoted'> {
  readonly fault: Exclude<Fault, 'speaker'> | null;
  /** Whether every word stands there. */
  readonly isExact: boolean;
  /** Whether nothing was left out of the sentences that the words stand in. */
  readonly isWhole: boolean;
  /** The weight of the words that stand there, as a share of the quotation's. */
  readonly share: number;
  readonly score: number;
}

/** So many words may an editor's bracket stand for. */
const MOST_REPLACED = 8;
/** Differences of these kinds alone are the printer's or the house's, not the writer's. */
const HOUSE_STYLE: ReadonlySet<ChangeKind> = new Set(['spelling', 'punctuation']);

/** Words as `compare` takes them; who said them is weighed elsewhere. */
const asReported = (words: readonly string[], type: AttributionType): Reported => ({
  words,
  type,
  mode: 'says',
  speaker: null,
  saidOn: null,
});

/**
 * What a stretch of a source has to do with a quotation.
 *
 * @param stream the words that the window counts in
 * @returns null where no word is the same
 */
export function likenessOf(
  quotation: DraftQuotation,
  sought: Sought,
  source: SourceWords,
  stream: Stream,
  window: Window,
  compare: CheckTools['compare'],
): Likeness | null {
  const laid = align(sought, stream.forms, window);
  if (!laid) return null;
  const places = laid.at.map((at) => (at < 0 ? -1 : stream.places[at]!));
  const [first, last] = [places.find((place) => place >= 0)!, places.findLast((place) => place >= 0)!];
  const span = source.span(first, last);
  const { quoted } = stream;
  const about = { span, quoted, share: laid.share, score: laid.score };
  if (isSameRow(sought, stream, laid)) return { ...about, ...sameWords(quotation, sought, source, places, quoted) };
  const earlier = asReported(source.pieces(span, quoted), quoted ? 'direct' : 'indirect');
  const { kinds, ...comparison } = compare(earlier, asReported([quotation.words], 'direct'));
  // A part of the quotation that the source has says nothing of the rest.
  const isAllThere = places.every((place, i) => place >= 0 || sought.editors[i]) && isCovered(sought, comparison);
  const change = comparison.change === 'excerpt' && !isAllThere ? 'altered' : comparison.change;
  const isSameButForStyle = change !== 'paraphrase' && kinds.every((kind) => HOUSE_STYLE.has(kind));
  const isSound = change === 'identical' || (isAllThere && isSameButForStyle);
  if (quoted && isSound) {
    return { ...about, ...sameWords(quotation, sought, source, places, quoted), kinds };
  }
  const fault = quoted ? (isSpliced(source, places) ? 'splice' : null) : 'narration';
  return { ...about, change: isSound ? 'altered' : change, kinds, fault, isExact: false, isWhole: false };
}

/** Whether every word stands in a row, but for those that an ellipsis or an editor's bracket stands for. */
function isSameRow(sought: Sought, { forms }: Stream, { at }: Alignment): boolean {
  let before = -1;
  let [mayCut, mayReplace] = [false, false];
  for (const [i, form] of sought.forms.entries()) {
    mayCut ||= sought.cut[i]!;
    if (sought.editors[i]) {
      mayReplace = true;
      continue;
    }
    const place = at[i]!;
    if (place < 0 || forms[place] !== form) return false;
    const skipped = before < 0 ? 0 : place - before - 1;
    if (skipped > 0 && !mayCut && !(mayReplace && skipped <= MOST_REPLACED)) return false;
    before = place;
    [mayCut, mayReplace] = [false, false];
  }
  return true;
}

/** Whether the comparison reaches from the first word of the quotation to its last: it leaves ends of a longer side aside. */
function isCovered(sought: Sought, { same, differences }: Pick<Comparison, 'same' | 'differences'>): boolean {
  const places = [...same, ...differences].flatMap(({ after }) => (after ? [after] : []));
  const from = Math.min(...places.map(([, start]) => start));
  const to = Math.max(...places.map(([, , end]) => end));
  return sought.starts.every((start, i) => (from <= start && start < to) || sought.editors[i]);
}

const isSpliced = (source: SourceWords, places: readonly number[]): boolean => {
  const known = places.filter((place) => place >= 0);
  return known.some((place, i) => i > 0 && !source.isOneQuotation(known[i - 1]!, place));
};

/** What is to be said of words that all stand in the source. */
function sameWords(
  quotation: DraftQuotation,
  sought: Sought,
  source: SourceWords,
  places: readonly number[],
  quoted: boolean,
): Pick<Likeness, 'change' | 'kinds' | 'fault' | 'isExact' | 'isWhole'> {
  const own = places.filter((place, i) => place >= 0 && !sought.editors[i]);
  const [first, last] = [own[0]!, own.at(-1)!];
  const exact = { isExact: true, isWhole: false } as const;
  if (!quoted) return { ...exact, change: 'paraphrase', kinds: [], fault: 'narration' };
  if (isSpliced(source, own)) return { ...exact, change: 'altered', kinds: ['omission'], fault: 'splice' };
  const isAll = source.isEdge(first, 'first') && source.isEdge(last, 'last');
  const [before, after] = [source.context(first, 'before'), source.context(last, 'after')];
  const fault = cutOff(quotation.words, before, after, quotation.around) ?? innerFault(sought, source, places);
  if (fault) {
    const kind = fault === 'condition cut' ? 'condition' : 'negation';
    return { ...exact, change: 'altered', kinds: [kind], fault };
  }
  const skips = own.some((place, i) => i > 0 && hasSkipped(source, own[i - 1]!, place));
  const change = isAll && !skips ? 'identical' : 'excerpt';
  return { change, kinds: [], fault: null, isExact: true, isWhole: !skips && before === '' && after === '' };
}

function hasSkipped(source: SourceWords, before: number, place: number): boolean {
  for (let at = before + 1; at < place; at++) if (source.isQuoted(at)) return true;
  return false;
}

/** What is wrong with the words that an ellipsis or a bracket stands for. */
function innerFault(
  sought: Sought,
  source: SourceWords,
  places: readonly number[],
): 'condition cut' | 'negation cut' | null {
  let before = -1;
  let editors: string[] = [];
  for (const [i, place] of places.entries()) {
    if (sought.editors[i]) {
      editors.push(sought.forms[i]!);
      continue;
    }
    if (place < 0) continue;
    const put = editors.join(' ');
    editors = [];
    if (before >= 0 && hasSkipped(source, before, place)) {
      const { words, isClause } = source.skipped(before, place);
      const fault = leftOut(words, isClause, put);
      if (fault) return fault;
      if (denies(put) && !denies(words)) return 'negation cut';
    } else if (denies(put)) return 'negation cut';
    before = place;
  }
  return null;
}
