/**
 * Dates of feeds: RFC 822 and 2822, ISO 8601, W3CDTF, seconds since 1970, and what people and systems write instead. They are
 * read part by part, since no part can be relied on to stand in its place. What is not certain is left out: a time
 * without a zone, a zone whose name stands for several, a day that may as well be a month.
 */
import { monthOf } from './months.ts';
import { offsetAt, ZONES } from './zones.ts';

/** Whether figures with strokes give the day or the month first. */
export type DayOrder = 'day first' | 'month first';

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

interface Time {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Minutes east of UTC, or a place ("Europe/Brussels"); null when it is not given, or not certain. */
  readonly zone: number | string | null;
}

const isDay = ({ year, month, day }: Day): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1600 && year <= 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const two = (number: number): string => String(number).padStart(2, '0');

function written(day: Day, time: Time | null): string {
  const date = `${day.year}-${two(day.month)}-${two(day.day)}`;
  if (!time || time.zone === null) return date;
  // Midnight at a day's end ("24:00") and leap seconds move on to the next minute.
  const clock = Date.UTC(day.year, day.month - 1, day.day, time.hour, time.minute, time.second);
  const offset = typeof time.zone === 'string' ? offsetAt(time.zone, clock) : time.zone;
  if (offset === null) return date;
  const size = Math.abs(offset);
  const zone = size === 0 ? 'Z' : `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return `${new Date(clock).toISOString().slice(0, 19)}${zone}`;
}

/** A zone's name, an offset, or both ("GMT+0200", "-0500 (EST)"), right behind a time. */
const ZONE = /^\s*(?:\(?([A-Za-z]{1,5})\)?(?![A-Za-z0-9/_]))?\s*(?:([+-])(\d{1,2})(?::?(\d\d))?(?!\d))?/;

const PLACE = /^\s*\(?([A-Z][A-Za-z]+(?:\/[A-Z][A-Za-z_+-]+){1,2})\)?(?!\w)/;

function zoneIn(tail: string): { readonly zone: Time['zone']; readonly length: number } {
  const place = PLACE.exec(tail);
  if (place) return { zone: place[1]!, length: place[0].length };
  const [whole, name, sign, hours, minutes] = ZONE.exec(tail)!;
  if (sign) {
    const size = Number(hours) * 60 + Number(minutes ?? 0);
    const real = size <= 14 * 60 && Number(minutes ?? 0) < 60;
    return { zone: real ? (sign === '-' ? -size : size) : null, length: whole.length };
  }
  // A plus sign that was taken for a space: "2031-03-04T10:20:30 01:00".
  const lost = /^ (0\d|1[0-4]):([0-5]\d)$/.exec(tail);
  if (lost) return { zone: Number(lost[1]) * 60 + Number(lost[2]), length: tail.length };
  if (!name || monthOf(name)) return { zone: null, length: 0 };
  // In front of a year, as Java writes dates, CST is China's as often as America's.
  const certain = name.toLowerCase() !== 'cst' || !tail.slice(whole.length).trim();
  return { zone: certain ? (ZONES[name.toLowerCase()] ?? null) : null, length: whole.length };
}

const TIMES = [
  /(?<![\d:])(\d{1,2})[:h](\d{1,2})(?:[:.](\d{1,2})(?:[.,]\d{1,9})?)?(?:\s*([ap])\.?\s?m\b\.?)?/i,
  /(?<![\d.])(\d{1,2})\.(\d\d)\.(\d\d)(?![\d.])()/,
  /(?<![\d:])(\d{1,2})()()\s*([ap])\.?m\b\.?/i,
];

/** The first time of day in a text, with its zone, and the text without them. */
function takeTime(text: string): { readonly time: Time | null; readonly rest: string } {
  for (const form of TIMES) {
    const match = form.exec(text);
    if (!match) continue;
    const [whole, h, m, s, half] = match;
    const tail = text.slice(match.index + whole.length);
    // "10:20:30 2031 GMT": the year may stand between.
    const [year = ''] = /^\s+\d{4}(?=\s+[A-Z+-])/.exec(tail) ?? [];
    const { zone, length } = zoneIn(tail.slice(year.length));
    const rest = `${text.slice(0, match.index)} ${year} ${tail.slice(year.length + length)}`;
    const hour = half ? (Number(h) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(h);
    const time = { hour, minute: Number(m || 0), second: Number(s || 0), zone };
    const endOfDay = hour === 24 && time.minute === 0 && time.second === 0;
    const real = (hour <= 23 || endOfDay) && time.minute <= 59 && time.second <= 60 && (!half || Number(h) <= 12);
    return { time: real ? time : null, rest };
  }
  return { time: null, rest: text };
}

/** Day and month in figures behind each other, told by what can be true alone, or by the weekday beside. */
function inOrder(a: number, b: number, year: number, mark: string, text: string): [Day | null, DayOrder | null] {
  const dayFirst = { year, month: b, day: a };
  const monthFirst = { year, month: a, day: b };
  const possible = [dayFirst, monthFirst].filter(isDay);
  if (possible.length === 1) return [possible[0]!, possible[0] === dayFirst ? 'day first' : 'month first'];
  if (!possible.length) return [null, null];
  // With dots the day comes first wherever dots are used.
  if (mark === '.' || a === b) return [dayFirst, null];
  const weekday = WEEKDAYS.indexOf(/^\s*([a-z]{3})/i.exec(text)?.[1]?.toLowerCase() ?? '');
  const fitting = possible.filter(({ month, day }) => new Date(Date.UTC(year, month - 1, day)).getUTCDay() === weekday);
  if (fitting.length !== 1) return [null, null];
  return [fitting[0]!, fitting[0] === dayFirst ? 'day first' : 'month first'];
}

const YEAR_FIRST = /(?<!\d)(\d{4})(?:[-/.]|\s*[年년]\s*)(\d{1,2})(?:[-/.]|\s*[月월]\s*)(\d{1,2})(?!\d)\s*[日일]?/;
const YEAR_LAST = /(?<![\d:])(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})(?!\d)/;
/** With dots it may be a time ("10.20.30"). */
const SHORT_YEAR = /(?<![\d:])(\d{1,2})([-/])(\d{1,2})\2(\d\d)(?![\d:])/;

/** A day with two figures for the year, where only one order of the three makes it a day. */
function withShortYear([, a, , b, c]: RegExpExecArray): Day | null {
  const possible = [
    { year: yearOf(c!), month: Number(b), day: Number(a) },
    { year: yearOf(c!), month: Number(a), day: Number(b) },
    { year: yearOf(a!), month: Number(b), day: Number(c) },
  ].filter(isDay);
  return possible.length === 1 ? possible[0]! : null;
}

interface Figures {
  readonly day: Day | null;
  readonly order: DayOrder | null;
  readonly rest: string;
}

/** A day in figures, or null when there is none. */
function inFigures(text: string, order: DayOrder | null): Figures | null {
  const first = YEAR_FIRST.exec(text);
  const without = (match: RegExpExecArray): string =>
    `${text.slice(0, match.index)}${text.slice(match.index + match[0].length)}`;
  if (first) {
    const day = { year: Number(first[1]), month: Number(first[2]), day: Number(first[3]) };
    return { day: isDay(day) ? day : null, order: null, rest: without(first) };
  }
  const last = YEAR_LAST.exec(text);
  if (!last) {
    const short = SHORT_YEAR.exec(text);
    return short && { day: withShortYear(short), order: null, rest: without(short) };
  }
  const [a, b, year] = [Number(last[1]), Number(last[3]), Number(last[4])];
  const [sure, told] = inOrder(a, b, year, last[2]!, text);
  const likely = order === 'day first' ? { year, month: b, day: a } : { year, month: a, day: b };
  const day = sure ?? (order && isDay(likely) ? likely : null);
  return { day, order: told && last[2] !== '.' ? told : null, rest: without(last) };
}

const DAY_MONTH_YEAR =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|[.ºª°])?[\s,.-]*(?:(?:of|de|di)\s+)?(\p{L}{3,})\.?[\s,.-]*(?:del?\s+)?(\d{4}|['’]?\d\d)(?!\d)/giu;
const MONTH_DAY_YEAR = /(\p{L}{3,})\.?\s*(\d{1,2})(?:st|nd|rd|th)?[\s,.-]+(\d{4}|['’]\d\d)(?!\d)/giu;
const YEAR_MONTH_DAY = /(?<!\d)(\d{4})\.?,?\s+(\p{L}{3,})\.?\s*(\d{1,2})(?!\d)/giu;

/** Two figures are read as RFC 2822 reads them: up to 49 is this century. */
function yearOf(figures: string): number {
  const year = Number(figures.replace(/['’]/, ''));
  return year >= 100 ? year : year + (year <= 49 ? 2000 : 1900);
}

/** A day with the month as a word. */
function inWords(text: string): Day | null {
  const forms: readonly (readonly [form: RegExp, day: number, month: number, year: number])[] = [
    [DAY_MONTH_YEAR, 1, 2, 3],
    [MONTH_DAY_YEAR, 2, 1, 3],
    [YEAR_MONTH_DAY, 3, 2, 1],
  ];
  for (const [form, d, m, y] of forms) {
    for (const match of text.matchAll(form)) {
      const month = monthOf(match[m]!);
      const day = month ? { year: yearOf(match[y]!), month, day: Number(match[d]) } : null;
      if (day && isDay(day)) return day;
    }
  }
  return null;
}

/** Seconds or milliseconds since 1970, between 2001 and 2128; figures alone are not taken for other times. */
function sinceEpoch(text: string): string | null {
  const match = /^([1-4]\d{9})(?:(\d{3})|\.\d+)?$/.exec(text);
  return match ? `${new Date(Number(match[1]) * 1000).toISOString().slice(0, 19)}Z` : null;
}

/** "20310304T102030Z" with the marks that make it like others. */
const spaced = (text: string): string =>
  text.replace(/^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?(?!\d)/i, (_, y, mo, d, h, mi, s = '00') =>
    h ? `${y}-${mo}-${d}T${h}:${mi}:${s}` : `${y}-${mo}-${d}`,
  );

const prepared = (value: string): string =>
  value
    .slice(0, 120)
    .normalize('NFC')
    .replace(/[−–]/g, '-')
    .replace(/["\s]+/g, ' ')
    .trim();

/** The order that a date in figures proves ("25/03/2031"), or null. The dates of one feed have one order. */
export const dayOrder = (value: string): DayOrder | null => inFigures(prepared(value), null)?.order ?? null;

/**
 * Reads a date of a feed.
 *
 * @param order what other dates of the same feed prove, or null
 * @returns `YYYY-MM-DD`, or date and time with zone ("2031-03-04T10:20:30+01:00") when the zone is given and certain;
 * null when it is no certain date, or the zero that systems write for none
 */
export function readDate(value: string, order: DayOrder | null = null): string | null {
  const text = prepared(value);
  const seconds = sinceEpoch(text);
  if (seconds) return seconds;
  const figures = inFigures(spaced(text), order);
  const { time, rest } = takeTime(figures ? figures.rest : text);
  const day = figures ? figures.day : inWords(rest);
  if (!day) return null;
  const date = written(day, time);
  return date.startsWith('1970-01-01') ? null : date;
}
