import { en } from 'chrono-node';
import { type Clause, CONTENT, SOURCE } from './clause.ts';

const words = (list: string): Set<string> => new Set(list.split(' '));
/** Names of the weekdays and their number from Sunday. */
const WEEKDAYS = new Map(
  'Sunday Monday Tuesday Wednesday Thursday Friday Saturday Sun. Mon. Tue. Wed. Thu. Fri. Sat. Tues. Thur. Thurs.'
    .split(' ')
    .map((name) => [name, ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(name.slice(0, 3))] as const),
);
const MONTHS = words(
  'January February March April May June July August September October November December ' +
    'Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sept. Sep. Oct. Nov. Dec. Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec',
);
const PART_OF_DAY = words('morning afternoon evening night lunchtime midday noon');
const DAY_OF_MONTH = /^(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/;
const YEAR = /^(?:19|20)\d\d$/;
const COUNT = /^(?:a|one|two|three|four|five|six|[1-9])$/i;
/** Days that go by a weekday's name and are none of the week's ("Super Tuesday"), and titles that end in one ("Fox News Sunday"). */
const NAMED_DAYS = words(
  'Super Black Good Cyber Palm Easter Bloody Ash Holy Fat Shrove Giving Maundy News Ruby Throwback',
);

/** A day as a sentence gives it: tokens [first, end), a preposition left out. */
export interface DayExpression {
  readonly first: number;
  readonly end: number;
  readonly kind: 'weekday' | 'date' | 'relative';
  /** The word before a weekday that says which: "last", "this", "next"; or null. */
  readonly which: string | null;
}

/** Whether a text may hold a day at all: a cheap look before its tokens are read. */
export const MAY_HOLD_DAY =
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.|yesterday|today|tonight|ago|last night|this (?:morning|afternoon|evening)|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?)/i;

const formAt = ({ tokens, first, end, role }: Clause, i: number): string => {
  if (i < first || i >= end) return '';
  const belongs = role(i);
  return belongs === SOURCE || belongs === CONTENT ? '' : tokens[i]!.form;
};

/** Where a day of a month with its year ends, when one begins at `i`: "Oct. 19, 2016", "10 September", "5th of May 2020". */
function dateEnd(clause: Clause, i: number): number {
  const form = (at: number) => formAt(clause, at);
  let end = -1;
  if (MONTHS.has(form(i)) && DAY_OF_MONTH.test(form(i + 1))) end = i + 2;
  else if (DAY_OF_MONTH.test(form(i)) && MONTHS.has(form(i + 1))) end = i + 2;
  else if (DAY_OF_MONTH.test(form(i)) && form(i + 1) === 'of' && MONTHS.has(form(i + 2))) end = i + 3;
  if (end < 0) return -1;
  if (YEAR.test(form(end))) return end + 1;
  return form(end) === ',' && YEAR.test(form(end + 1)) ? end + 2 : end;
}

function weekdayAt(clause: Clause, i: number): DayExpression {
  const form = (at: number) => formAt(clause, at);
  const before = form(i - 1).toLowerCase();
  const which = /^(?:last|this|next|past|every|each|previous|following|coming)$/.test(before) ? before : null;
  let end = i + 1;
  const date = dateEnd(clause, form(end) === ',' ? end + 1 : end);
  if (date > 0) return { first: i, end: date, kind: 'date', which: null };
  if (PART_OF_DAY.has(form(end))) end++;
  return { first: which ? i - 1 : i, end, kind: 'weekday', which };
}

function relativeEnd(clause: Clause, i: number): number {
  const form = formAt(clause, i).toLowerCase();
  const next = formAt(clause, i + 1).toLowerCase();
  if (form === 'yesterday') return PART_OF_DAY.has(next) ? i + 2 : i + 1;
  if (form === 'today' || form === 'tonight') return i + 1;
  if (form === 'last' && next === 'night') return i + 2;
  if (form === 'this' && /^(?:morning|afternoon|evening)$/.test(next)) return i + 2;
  if (COUNT.test(form) && /^days?$/.test(next) && formAt(clause, i + 2).toLowerCase() === 'ago') return i + 3;
  return -1;
}

/** Whether a weekday's name at `i` is part of another name ("Super Tuesday", "the Sunday Times", "Mail on Sunday"). */
function partOfName(clause: Clause, { first, end }: DayExpression): boolean {
  const before = formAt(clause, first - 1);
  if (NAMED_DAYS.has(before) || /^["“'‘]|^''$|^``$/.test(before)) return true;
  if (before === 'on' && formAt(clause, first - 2) === 'Mail') return true;
  const after = formAt(clause, end);
  return /^\p{Lu}/u.test(after) && !WEEKDAYS.has(after) && !MONTHS.has(after);
}

/** The days that a sentence names outside source and content, in order. */
export function dayExpressions(clause: Clause): DayExpression[] {
  const found: DayExpression[] = [];
  for (let i = clause.first; i < clause.end; i++) {
    const form = formAt(clause, i);
    if (form === '') continue;
    let day: DayExpression | null = null;
    if (WEEKDAYS.has(form)) {
      day = weekdayAt(clause, i);
      if (partOfName(clause, day)) day = null;
    } else {
      const date = dateEnd(clause, i);
      const end = date > 0 ? date : relativeEnd(clause, i);
      if (end > 0) day = { first: i, end, kind: date > 0 ? 'date' : 'relative', which: null };
    }
    if (day === null) continue;
    found.push(day);
    i = day.end - 1;
  }
  return found;
}

const DAY = 86_400_000;
/** A date without its year lies in the published year or, when that would be after publication, at most this many days back. */
const LONGEST_WITHOUT_YEAR = 275;

const utc = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day);
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The day an article was published, as midnight UTC, or null when the date is missing or no date. */
function publishedDay(published: string | null): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(published ?? '');
  if (match === null) return null;
  const time = utc(Number(match[1]), Number(match[2]), Number(match[3]));
  return iso(time) === match[0] ? time : null;
}

/** The weekday, 0 to 6 from Sunday, last reached on or before the published day; null when "last" or "next" leave it open. */
function weekdayBefore(weekday: number, which: string | null, published: number): number | null {
  const today = new Date(published).getUTCDay();
  const back = (today - weekday + 7) % 7;
  if (which === null) return published - back * DAY;
  if (which !== 'last' && which !== 'past') return null;
  // "last Tuesday" on a Thursday is two days ago to some, nine to others; it is plain only when this week had none yet.
  const daysIntoWeek = (today + 6) % 7;
  const strict = back === 0 ? 7 : back;
  return strict > daysIntoWeek ? published - strict * DAY : null;
}

/**
 * Resolves a day to `YYYY-MM-DD`, dates with chrono-node, against the day the article was published: never after it, and only
 * when it is certain.
 *
 * @param published `YYYY-MM-DD` or an ISO 8601 date and time, whose date is taken as it is written; without it only a
 *   date with its year can be resolved.
 */
export function resolveDay(
  clause: Clause,
  { first, end, kind, which }: DayExpression,
  published: string | null,
): string | null {
  const { document, tokens } = clause;
  const anchor = publishedDay(published);
  if (kind === 'weekday') {
    const weekday = WEEKDAYS.get(tokens[which === null ? first : first + 1]!.form)!;
    const time = anchor === null ? null : weekdayBefore(weekday, which, anchor);
    return time === null ? null : iso(time);
  }
  // chrono reads and gives local time: noon keeps the day whatever the zone.
  const now = anchor === null ? new Date(2000, 0, 1, 12) : new Date(`${iso(anchor)}T12:00:00`);
  const [result, more] = en.parse(document.text.slice(tokens[first]!.start, tokens[end - 1]!.end), now);
  if (result === undefined || more !== undefined || result.end) return null;
  const { start } = result;
  const day = (year: number) => utc(year, start.get('month')!, start.get('day')!);
  if (kind === 'relative')
    return anchor === null || day(start.get('year')!) > anchor ? null : iso(day(start.get('year')!));
  const weekday = start.isCertain('weekday') ? start.get('weekday') : null;
  const fits = (time: number) =>
    (weekday === null || new Date(time).getUTCDay() === weekday) && new Date(time).getUTCDate() === start.get('day');
  if (start.isCertain('year')) {
    const time = day(start.get('year')!);
    return fits(time) && (anchor === null || time <= anchor) ? iso(time) : null;
  }
  if (anchor === null) return null;
  const year = new Date(anchor).getUTCFullYear();
  const candidates = [day(year), day(year - 1)].filter(
    (time) => time <= anchor && anchor - time <= LONGEST_WITHOUT_YEAR * DAY && fits(time),
  );
  return candidates.length === 1 ? iso(candidates[0]!) : null;
}
