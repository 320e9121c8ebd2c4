import { remembered } from '../../text/index.ts';
import type { Raw } from './scan.ts';
import { Mark } from './unit.ts';

const SMALL = new Map(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
    'eighteen nineteen'
  )
    .split(' ')
    .map((word, value) => [word, value]),
);
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, at) => [word, 20 + 10 * at]),
);
const ORDINALS = new Map(
  (
    'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth ' +
    'fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
  )
    .split(' ')
    .map((word, value) => [word, value]),
);
ORDINALS.set('thirtieth', 30);
/** How many zeros a word puts behind a figure. */
const ZEROS: Readonly<Record<string, number>> = {
  hundred: 2,
  thousand: 3,
  million: 6,
  billion: 9,
  trillion: 12,
  k: 3,
  m: 6,
  mn: 6,
  bn: 9,
  b: 9,
  tn: 12,
};
const zerosOf = (word: string | undefined): number | undefined =>
  word !== undefined && word.length > 2 && Object.hasOwn(ZEROS, word) ? ZEROS[word] : undefined;
const CURRENCIES = new Set(['dollar', 'dollars', 'euro', 'euros', 'pound', 'pounds', 'yen', 'rubles', 'roubles']);
/** What a sign or a word of a currency adds to the key: dollars are not pounds. */
const SIGNS: Readonly<Record<string, string>> = { $: 'dollar', '€': 'euro', '£': 'pound', '¥': 'yen', '₽': 'ruble' };
const FIGURE = /^(\p{N}[\p{N},]*|\p{N}*)(?:\.(\p{N}+))?(\p{L}*)$/u;

/** A number that begins at a word: how many words it takes, and its key. */
interface NumberRead {
  readonly words: number;
  readonly key: string;
}

/** Decimal digits with so many zeros more: ("2.5", 6) gives "2500000". Never computed in floating point. */
function shifted(whole: string, fraction: string, zeros: number): string {
  const padded = fraction.padEnd(zeros, '0');
  const digits = (whole + padded.slice(0, zeros)).replace(/^0+(?=\p{N})/u, '');
  const rest = padded.slice(zeros).replace(/0+$/u, '');
  return rest ? `${digits || '0'}.${rest}` : digits || '0';
}

const plainForm = remembered(20_000, (form) => form.normalize('NFKC').toLowerCase());
const plain = ({ form }: Raw): string => plainForm(form);

/** "2.5 million", "2,000,000", "20th", "1990s"; letters that are no scale stay with the figure ("f16" is none of these). */
function readFigure(raws: readonly Raw[], at: number): NumberRead | null {
  const raw = raws[at]!;
  const found = FIGURE.exec(plain(raw));
  if (!found) return { words: 1, key: plain(raw) };
  const whole = found[1]!.replaceAll(',', '');
  const fraction = found[2] ?? '';
  const letters = found[3]!;
  if (/^(?:st|nd|rd|th)$/.test(letters)) return { words: 1, key: `${shifted(whole, fraction, 0)}th` };
  const attached = letters && Object.hasOwn(ZEROS, letters) ? ZEROS[letters] : undefined;
  if (letters && attached === undefined) return { words: 1, key: `${shifted(whole, fraction, 0)}${letters}` };
  let zeros = attached ?? 0;
  let words = 1;
  for (let more = scaleAt(raws, at + words); more !== undefined; more = scaleAt(raws, at + words)) {
    zeros += more;
    words++;
  }
  return { words, key: shifted(whole, fraction, zeros) };
}

/** The zeros of a scale word that goes on with a number, no mark between. */
function scaleAt(raws: readonly Raw[], at: number): number | undefined {
  const raw = raws[at];
  return raw && raw.before === Mark.none ? zerosOf(plain(raw)) : undefined;
}

/** So many words one number has at most: "nine hundred and ninety-nine thousand nine hundred and ninety-nine". */
const MOST_WORDS = 16;

/** Whether a number in words may begin with a word. */
const mayBegin = (word: string): boolean =>
  SMALL.has(word) || TENS.has(word) || ORDINALS.has(word) || word === 'a' || word === 'an';

/** "twenty-one", "two hundred and five thousand", "a million", "third". */
function readSpelt(raws: readonly Raw[], at: number): NumberRead | null {
  if (!mayBegin(plain(raws[at]!))) return null;
  let total = 0;
  let part: number | null = null;
  let words = 0;
  for (let next = at; next < raws.length && next - at < MOST_WORDS; next++) {
    const raw = raws[next]!;
    if (next > at && raw.before !== Mark.none) break;
    const word = plain(raw);
    const small: number | undefined = SMALL.get(word);
    const tens: number | undefined = TENS.get(word);
    const ordinal: number | undefined = ORDINALS.get(word);
    const zeros = zerosOf(word);
    if (
      small !== undefined &&
      (part === null ||
        (part % 100 === 0 && part > 0) ||
        (part % 10 === 0 && part % 100 >= 20 && small > 0 && small < 10))
    )
      part = (part ?? 0) + small;
    else if (tens !== undefined && (part === null || (part % 100 === 0 && part > 0))) part = (part ?? 0) + tens;
    else if (ordinal !== undefined && (next === at || (part !== null && part % 10 === 0)))
      return { words: next - at + 1, key: `${total + (part ?? 0) + ordinal}th` };
    else if (zeros === 2 && part !== null) part *= 100;
    else if (zeros !== undefined && part !== null) {
      total += part * 10 ** zeros;
      part = 0;
    } else if (word === 'dozen' && part !== null) part *= 12;
    else if (next === at && (word === 'a' || word === 'an') && isScale(raws[at + 1])) {
      part = 1;
      continue;
    } else if (word === 'and' && part !== null && words > 0 && goesOn(raws, next)) continue;
    else break;
    words = next - at + 1;
  }
  return words ? { words, key: String(total + (part ?? 0)) } : null;
}

const isScale = (raw: Raw | undefined): boolean =>
  raw !== undefined && raw.before === Mark.none && (zerosOf(plain(raw)) !== undefined || plain(raw) === 'dozen');

/** Whether "and" stands within a number: "two hundred and five". */
function goesOn(raws: readonly Raw[], and: number): boolean {
  const before = plain(raws[and - 1]!);
  const next = raws[and + 1];
  if (!next || next.before !== Mark.none || zerosOf(before) === undefined) return false;
  return SMALL.has(plain(next)) || TENS.has(plain(next));
}

/**
 * Reads the number that begins at a word, with its per cent or currency, so that "$2.5 million" and "2,500,000 dollars"
 * have one key. Null where none begins.
 */
export function readNumber(raws: readonly Raw[], at: number, text: string): NumberRead | null {
  const raw = raws[at]!;
  const found = /^\.?\p{N}/u.test(raw.form) ? readFigure(raws, at) : readSpelt(raws, at);
  if (!found) return null;
  let { words } = found;
  let unit = raw.currency === null ? '' : (SIGNS[text[raw.currency]!] ?? 'currency');
  const next = raws[at + words];
  const after = next && next.before === Mark.none ? plain(next) : '';
  if (raws[at + words - 1]!.percent !== null || after === 'percent' || after === 'pct') {
    unit = '%';
    if (raws[at + words - 1]!.percent === null) words++;
  } else if (after === 'per' && raws[at + words + 1] && plain(raws[at + words + 1]!) === 'cent') {
    unit = '%';
    words += 2;
  } else if (CURRENCIES.has(after)) {
    unit = after.replace(/s$/, '').replace('rouble', 'ruble');
    words++;
  }
  return { words, key: `#${found.key}${unit && ` ${unit}`}` };
}
