import type { Figure } from '../../model.ts';
import { conceptOf } from './thesaurus.ts';
import { placeOf, type Word } from './words.ts';

/** A number with its bounds, and which words it is made of. */
export interface Quantity extends Figure {
  readonly first: number;
  readonly end: number;
}

const SMALL = new Map(
  (
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen ' +
    'nineteen twenty'
  )
    .split(' ')
    .map((word, index) => [word, index + 1] as const),
);
for (const [index, word] of 'thirty forty fifty sixty seventy eighty ninety'.split(' ').entries())
  SMALL.set(word, 30 + 10 * index);

const SCALE = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['m', 1e6],
  ['mn', 1e6],
  ['bn', 1e9],
  ['b', 1e9],
  ['k', 1e3],
]);

const NUMBER = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(k|m|mn|bn|b|st|nd|rd|th)?$/;
const CURRENCY = new Map([
  ['$', 'dollar'],
  ['€', 'euro'],
  ['£', 'pound'],
  ['¥', 'yen'],
]);
const UNITS =
  /^(?:percent|percentage|per|cent|%|dollars?|euros?|pounds?|crowns?|marks?|francs?|yen|tonnes?|tons?|kilomet(?:er|re)s?|km|miles?|met(?:er|re)s?|lit(?:er|re)s?|barrels?|megawatts?|degrees?|hectares?|acres?)$/;
const CALENDAR =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|a\.m\.?|p\.m\.?|am|pm|o'clock)$/;
/** Numbers of these are durations, ages and ranks: they differ for a hundred reasons. */
const NO_COUNT = /^(?:year|day|week|month|hour|minute|second|age|old|time|century|decade|point|thing|reason|side)s?$/;

/** What bounds a number, by the words before it: how far it may lie below and above, as parts of it. */
function bounds(before: string, value: number): readonly [least: number, most: number] {
  if (
    /(?:more than|over|above|exceeding|upwards of|at least|no (?:fewer|less) than|not less than|minimum of)$/.test(
      before,
    )
  )
    return [value, Infinity];
  if (/(?:less than|fewer than|under|below|up to|as many as|at most|no more than|maximum of)$/.test(before))
    return [0, value];
  if (/(?:nearly|almost|close to|approaching)$/.test(before)) return [value * 0.88, value];
  const about = /(?:about|around|roughly|some|approximately|an estimated|estimated|or so)$/.test(before);
  const slack = Math.max(rounding(value), about ? value * 0.1 : 0);
  return [value - slack, value + slack];
}

/** Half a unit of the last digit that is not zero, a tenth of the number at most. */
function rounding(value: number): number {
  if (!Number.isInteger(value)) return value * 0.02;
  let unit = 1;
  while (unit < value && value % (unit * 10) === 0) unit *= 10;
  return unit === 1 ? 0 : Math.min(unit / 2, value * 0.1);
}

interface Read {
  readonly value: number;
  readonly end: number;
}

/** A number in digits or words from `at` on, with its scale ("3.5 million", "two hundred"). */
function readNumber(words: readonly Word[], at: number): Read | null {
  const [, whole, part = '', mark = ''] = NUMBER.exec(words[at]!.low) ?? [];
  let value = whole === undefined ? SMALL.get(words[at]!.low) : Number(whole.replaceAll(',', '') + part);
  if (value === undefined || /st|nd|rd|th/.test(mark)) return null;
  value *= SCALE.get(mark) ?? 1;
  let end = at + 1;
  if (whole === undefined && words[end]?.low === '-' && SMALL.has(words[end + 1]?.low ?? '')) {
    value += SMALL.get(words[end + 1]!.low)!;
    end += 2;
  }
  for (; end < words.length && SCALE.has(words[end]!.low) && words[end]!.low.length > 1; end++)
    value *= SCALE.get(words[end]!.low)!;
  return { value, end };
}

/** Years, days, clock times, scores, and parts of names are no counts. */
function isNoCount(words: readonly Word[], at: number, { end }: Read): boolean {
  const before = words[at - 1]?.low ?? '';
  const after = words[end]?.low ?? '';
  if (CALENDAR.test(before) || CALENDAR.test(after) || /^[-–:/]$/.test(after) || /^[-–:/#]$/.test(before)) return true;
  if (
    /^(?:no|nos|number|article|section|chapter|phase|group|age|aged|at)\.?$/.test(before) &&
    !words[end]?.pos.startsWith('NOUN')
  )
    return true;
  const digits = words[at]!.form;
  if (/^(?:19|20)\d\d$/.test(digits) && end === at + 1 && !/^(?:NOUN|ADJ)$/.test(words[end]?.pos ?? '')) return true;
  return SMALL.get(words[at]!.low) === 1 && end === at + 1;
}

/** The noun that is counted: the last one of the nouns behind the number, through adjectives and "of". */
function countedAfter(
  words: readonly Word[],
  end: number,
): { counted: string | null; unit: string | null; end: number } {
  let at = end;
  let unit: string | null = null;
  if (UNITS.test(words[at]?.low ?? '')) {
    unit = /^(?:per|percent|percentage|%)$/.test(words[at]!.low) ? 'percent' : words[at]!.lemma.replace(/s$/, '');
    at += words[at]!.low === 'per' ? 2 : 1;
    if (unit === 'percent' && /^points?$/.test(words[at]?.low ?? ''))
      return { counted: null, unit: 'points', end: at + 1 };
  }
  const of = words[at]?.low === 'of';
  if (of || unit === null) {
    let seek = of ? at + 1 : at;
    while (
      seek < words.length &&
      /^(?:DET|ADJ|NUM|PROPN|ADV)$/.test(words[seek]!.pos) &&
      seek < at + 6 &&
      words[seek]!.pos !== 'NOUN'
    )
      seek++;
    let last = -1;
    while (seek < words.length && words[seek]!.pos === 'NOUN' && !words[seek]!.low.endsWith('ing')) last = seek++;
    if (
      last >= 0 &&
      words[last + 1]?.low === 'of' &&
      /^(?:piece|unit|item|ton|tonne|kind|type)s?$/.test(words[last]!.low)
    ) {
      for (let next = last + 2; next < words.length && /^(?:DET|ADJ|NOUN)$/.test(words[next]!.pos); next++)
        if (words[next]!.pos === 'NOUN') last = next;
    }
    if (last >= 0) return { counted: words[last]!.lemma, unit, end: last + 1 };
  }
  return { counted: null, unit, end: at };
}

/** The numbers of a claim, with what they count, in the order of the words. Ages, durations, dates and ranks are left out. */
export function quantitiesOf(words: readonly Word[], pieces: readonly string[]): Quantity[] {
  const found: Quantity[] = [];
  for (let at = 0; at < words.length; at++) {
    const number = readNumber(words, at);
    if (!number) continue;
    if (isNoCount(words, at, number)) {
      at = number.end - 1;
      continue;
    }
    const { counted, unit, end } = countedAfter(words, number.end);
    const sign = CURRENCY.get(words[at - 1]?.low ?? '');
    const lead = words
      .slice(Math.max(0, at - 5), sign ? at - 1 : at)
      .map(({ low }) => low)
      .join(' ');
    const [least, most] = bounds(lead, number.value);
    const first = firstOfLead(words, sign ? at - 1 : at);
    const last = words[Math.max(end, number.end) - 1]!;
    if (!(counted && NO_COUNT.test(counted)) && last.piece === words[first]!.piece)
      found.push({
        least,
        most,
        unit: sign ?? unit,
        counted: counted && conceptOf(counted.toLowerCase()),
        words: pieces[words[first]!.piece]!.slice(words[first]!.start, last.end),
        place: placeOf(words[first]!, last),
        first,
        end: Math.max(end, number.end),
      });
    at = number.end - 1;
  }
  return found;
}

const LEAD =
  /^(?:more|less|fewer|than|over|above|at|least|most|up|to|as|many|under|below|nearly|almost|about|around|roughly|some|approximately|an?|estimated)$/;

/** The first word of what bounds a number: "more" of "more than 66,000". */
function firstOfLead(words: readonly Word[], at: number): number {
  let first = at;
  while (
    first > 0 &&
    at - first < 3 &&
    LEAD.test(words[first - 1]!.low) &&
    words[first - 1]!.piece === words[at]!.piece
  )
    first--;
  return first;
}
