import { type Command, InvalidArgumentError, Option } from 'commander';
import type { SpeakerKind } from '../model.ts';

/** Reads a whole number within bounds, or says what is wrong with it. */
export function wholeNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!/^\d{1,15}$/.test(value) || number < least || number > most) {
      const bounds = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `${least} to ${most}`;
      throw new InvalidArgumentError(`It must be a whole number, ${bounds}.`);
    }
    return number;
  };
}

/** Reads the name of a record's file: SQLite takes some names for a database in memory, which keeps nothing. */
function recordFile(value: string): string {
  if (value.trim() === '' || value === ':memory:' || value.startsWith('file:')) {
    throw new InvalidArgumentError('It must name a file, such as onrecord.db: a record is kept in a file.');
  }
  return value;
}

/** `--record FILE`: the record that a command works on. */
export function recordOption(): Option {
  return new Option('-r, --record <file>', 'the record').default('onrecord.db').argParser(recordFile);
}

/** `--json`: for programs instead of people. @param what what stands on the lines. */
export function jsonOption(what = 'in the shapes of the HTTP API'): Option {
  return new Option('--json', `write JSON Lines, ${what}`);
}

/** `--limit N`: how much of a long list to show. @param what what is counted. */
export function limitOption(what = 'show at most this many'): Option {
  return new Option('-n, --limit <number>', `${what} (default: 50; with --json: all)`).argParser(
    wholeNumber(1, Number.MAX_SAFE_INTEGER),
  );
}

/** Reads a day of the calendar. */
function day(value: string): string {
  const date = new Date(`${value}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(value) || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(value)) {
    throw new InvalidArgumentError('It must be a day of the calendar, written YYYY-MM-DD.');
  }
  return value;
}

/** `--from DATE`. */
export function fromOption(): Option {
  return new Option('--from <date>', 'only articles published on this day or later, YYYY-MM-DD').argParser(day);
}

/** `--to DATE`. */
export function toOption(): Option {
  return new Option('--to <date>', 'only articles published on this day or earlier, YYYY-MM-DD').argParser(day);
}

/** What commander gives for them, and for an option `--outlet`: which articles are looked at. */
export interface ArticleOptions {
  readonly outlet?: string;
  readonly from?: string;
  readonly to?: string;
}

/** The articles that options ask for. @throws a usage error when the days are not in their order. */
export function articlesAsked({ outlet, from, to }: ArticleOptions, command: Command): ArticleOptions {
  if (from !== undefined && to !== undefined && from > to) command.error('error: --from must be no later than --to');
  return {
    ...(outlet === undefined ? {} : { outlet }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

/** More threads than any machine has cores. */
const MOST_WORKERS = 256;

/** `--workers N`: how many threads analyse. */
export function workersOption(): Option {
  return new Option('--workers <number>', 'threads that analyse (default: one for each core, at most 8)').argParser(
    wholeNumber(1, MOST_WORKERS),
  );
}

/** What commander gives for it. */
export interface Workers {
  readonly workers?: number | undefined;
}

export const SPEAKER_KINDS: readonly SpeakerKind[] = [
  'person',
  'organization',
  'group',
  'document',
  'unnamed',
  'author',
  'unknown',
];

/** `--kind KIND`, of speakers. */
export function speakerKindOption(description: string): Option {
  return new Option('--kind <kind>', description).choices(SPEAKER_KINDS);
}

/** `--port N`. */
export function portOption(): Option {
  return new Option('-p, --port <number>', 'the port to listen on; 0 takes any free one')
    .default(4311)
    .argParser(wholeNumber(0, 65_535));
}

/** `--host ADDRESS`. */
export function hostOption(): Option {
  return new Option(
    '--host <address>',
    'the address to listen on; any but a loopback address lets other machines read the record',
  ).default('127.0.0.1');
}

/** `--allow-private`: off, so that a list of URLs from outside cannot read what only this machine reaches. */
export function privateAddressesOption(): Option {
  return new Option(
    '--allow-private, --allow-private-addresses',
    'fetch URLs on this machine and the local network too',
  );
}

/** What commander gives for it. */
export interface PrivateAddresses {
  readonly allowPrivateAddresses?: true;
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const LONGEST_DAYS = 30;

/** Reads a length of time ("30s", "10m", "6h", "1d"; "250ms"), in milliseconds. */
export function duration(least: number): (value: string) => number {
  return (value) => {
    const [, digits, unit] = /^(\d{1,9})(ms|[smhd])$/.exec(value) ?? [];
    const ms = Number(digits) * (UNITS[unit ?? ''] ?? Number.NaN);
    if (!(ms >= least && ms <= LONGEST_DAYS * UNITS.d!)) {
      throw new InvalidArgumentError('It must be a length of time, such as 30s, 10m, 6h or 1d; 30 days at most.');
    }
    return ms;
  };
}

/** `--contact ADDRESS`: how the keepers of servers reach whoever runs this. */
export function contactOption(): Option {
  return new Option('--contact <address>', 'an e-mail address or web page, sent to servers so that they can reach you');
}

/** `--rules FILE`: where on the pages of an outlet the article stands. */
export function rulesOption(): Option {
  return new Option('--rules <file>', 'read the pages of some hosts by CSS selectors of your own').env(
    'ONRECORD_RULES',
  );
}

/** What commander gives for it. */
export interface RulesFile {
  readonly rules?: string;
}

/** Options as commander gives them to the commands that list things. */
export interface ListOptions {
  readonly record: string;
  readonly json?: true;
  readonly limit?: number;
}
