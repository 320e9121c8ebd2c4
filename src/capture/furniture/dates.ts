/** Lines that give a date, and dates as ISO 8601. */
import * as chrono from 'chrono-node';
import { anyOf } from './line.ts';

const MONTHS_OR_YEAR = /\b(?:19|20)\d\d\b|['’]\d\d\b|\d[./]\d/;
const LABEL = new RegExp(
  String.raw`\b${anyOf(
    'published|posted|updated|last updated|last modified|modified|created|first published|date|on|at|the|of|by|edited',
    'local time|time|it was|originally|original|issue|print edition|as of|hrs|hours|h|uhr|am|pm|a.m|p.m',
    'edt|est|et|gmt|utc|bst|cet|cest|eet|eest|msk|pdt|pst|pt|cdt|cst|ist|jst|kst',
  )}\b`,
  'gi',
);
const WEEKDAY = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b/gi;

/** Names of zones that stand for several offsets, by season or by country. */
const UNCERTAIN_ZONE = /\b(?:ET|CT|MT|PT|IST|CST|AST|SST)\b/;

/** A date as a source gives it. */
export interface FoundDate {
  /** `YYYY-MM-DD`, or with time and zone ("2023-09-11T13:58:00Z") when the zone is given. */
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

/** Languages whose months the parser knows; English comes first by itself. */
const LOCALES = [chrono.de, chrono.fr, chrono.es, chrono.pt, chrono.it, chrono.nl, chrono.ru, chrono.uk];

const two = (number: number): string => String(number).padStart(2, '0');

/** Day, month and year as a date, or null when there is no such day. */
function calendarDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1600 && year <= 2200 ? `${year}-${two(month)}-${two(day)}` : null;
}

const offsetOf = (minutes: number): string => {
  if (minutes === 0) return 'Z';
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
};

/**
 * Days written in figures. With dots the day comes first; with strokes the order differs between countries, so that
 * "03/04/2023" says nothing certain.
 */
function inFigures(text: string): FoundDate | null {
  const match = /(?<![\d./])(\d{1,2})([./])(\d{1,2})\2((?:19|20)\d\d)(?![\d./]\d)/.exec(text);
  if (!match) return null;
  const [whole, a, mark, b, y] = match;
  const [first, second, year] = [Number(a), Number(b), Number(y)];
  const dayFirst = calendarDay(year, second, first);
  const monthFirst = mark === '/' ? calendarDay(year, first, second) : null;
  if (dayFirst && monthFirst && dayFirst !== monthFirst) return null;
  const date = dayFirst ?? monthFirst;
  return date ? { date, start: match.index, end: match.index + whole.length } : null;
}

/** Finds the first date in a text whose day, month and year are all given; null when there is none or it is uncertain. */
export function findDate(text: string): FoundDate | null {
  if (!MONTHS_OR_YEAR.test(text)) return null;
  const figures = inFigures(text);
  if (figures || /\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/.test(text)) return figures;
  return firstCertain(chrono.en.GB.parse(text));
}

function firstCertain(results: readonly chrono.ParsedResult[]): FoundDate | null {
  for (const found of results) {
    const { start } = found;
    if (!start.isCertain('day') || !start.isCertain('month') || !start.isCertain('year')) continue;
    const day = calendarDay(start.get('year')!, start.get('month')!, start.get('day')!);
    if (!day) continue;
    const timed = start.isCertain('hour') && start.isCertain('timezoneOffset') && !UNCERTAIN_ZONE.test(found.text);
    const time = `T${two(start.get('hour')!)}:${two(start.get('minute') ?? 0)}:${two(start.get('second') ?? 0)}`;
    const date = timed ? `${day}${time}${offsetOf(start.get('timezoneOffset')!)}` : day;
    return { date, start: found.index, end: found.index + found.text.length };
  }
  return null;
}

/** A date has a weekday, a month and a label at most. */
const MOST_WORDS = 5;

/** A date in another language than English, when it makes up the whole line but for marks and a time. */
function foreignDate(line: string): string | null {
  if (line.length > 60 || !/\b(?:19|20)\d\d\b/.test(line)) return null;
  // A line with more words than a date has is none: eight parsers need not look at it.
  if ((line.match(/\p{L}{3,}/gu)?.length ?? 0) > MOST_WORDS) return null;
  for (const locale of LOCALES) {
    const found = firstCertain(locale.parse(line));
    const rest = found ? `${line.slice(0, found.start)}${line.slice(found.end)}` : '';
    if (found && (rest.match(/\p{L}{3,}/gu)?.length ?? 0) <= 1) return found.date;
  }
  return null;
}

/** A line that says when the article was published or updated. */
export interface DateLine {
  /** Null when the line's date is uncertain ("03/04/2023"). */
  readonly date: string | null;
  readonly updated: boolean;
}

const STATEMENT = /[|;•·]|(?=\b(?:updated|published|posted|modified)\b)/i;
const MONTH = /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)/i;

/** What is left of a line without dates, times and their labels. */
function besides(line: string): string {
  return line
    .replace(/\b\d{1,2}[:.h]\d\d(?:[:.]\d\d)?/gi, ' ')
    .replace(/[\p{L}\d.]+/gu, (word) => (/^\d/.test(word) || MONTH.test(word) ? ' ' : word))
    .replace(WEEKDAY, ' ')
    .replace(LABEL, ' ')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}

/** Reads a line that holds dates, times, labels ("Published", "Updated") and nothing else; null for any other line. */
export function readDateLine(line: string): DateLine | null {
  if (line.length > 160 || !MONTHS_OR_YEAR.test(line)) return null;
  if (besides(line)) {
    const date = foreignDate(line);
    return date ? { date, updated: false } : null;
  }
  const statements = line.split(STATEMENT).map((part) => ({
    date: findDate(part)?.date ?? null,
    updated: /^\W*(?:last )?(?:updated|modified)/i.test(part),
  }));
  const dated = statements.filter((statement) => statement.date);
  return (
    dated.find((statement) => !statement.updated) ??
    dated[0] ??
    (/\d[./]\d/.test(line) ? { date: null, updated: false } : null)
  );
}

const ISO = new RegExp(
  String.raw`^(\d{4})-?(\d\d)-?(\d\d)(?!\d)` + // day
    String.raw`(?:[T ]+(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)? ?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?`, // time and zone
  'i',
);

/** Whether there is such a time of day; a leap second has no place on most clocks and is none. */
const isTime = (hour: string, minute: string, second: string): boolean =>
  Number(hour) <= 23 && Number(minute) <= 59 && Number(second) <= 59;

/** Whether a zone can be so far from UTC: at most 14 hours. */
const isOffset = (offset: string): boolean => /^(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)$/.test(offset);

/**
 * Normalises a date from metadata (ISO 8601, RFC 2822, seconds since 1970, or words) to `YYYY-MM-DD`, or to date and time
 * with zone where one is given; a time without a zone is left out. Null when it is no certain date.
 */
export function toIsoDate(value: string): string | null {
  const text = value.trim().slice(0, 100);
  if (/^1\d{9}(?:\d{3})?$/.test(text)) {
    return `${new Date(Number(text.padEnd(13, '0'))).toISOString().slice(0, 19)}Z`;
  }
  const iso = ISO.exec(text);
  if (iso) {
    const [, year, month, day, hour, minute, second, zone] = iso;
    const date = calendarDay(Number(year), Number(month), Number(day));
    if (!date || !hour || !zone) return date;
    const offset = /^[ZUG]/i.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.replace(':', '').slice(3) || '00'}`;
    if (!isTime(hour, minute!, second ?? '00') || !isOffset(offset)) return date;
    return `${date}T${hour}:${minute}:${second ?? '00'}${/^[+-]00:00$/.test(offset) ? 'Z' : offset}`;
  }
  return findDate(text)?.date ?? null;
}
