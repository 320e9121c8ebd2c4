import { CHINESE_FAMILIES, KOREAN_FAMILIES, PINYIN, SOUTHERN_FAMILIES } from '../lexicon/romanised.ts';
import type { PersonName } from './person-name.ts';

/** One way of reading a name as a Chinese or Korean one: family name and given name in a form common to all spellings. */
export interface EasternReading {
  readonly script: 'chinese' | 'korean';
  /** Folded until every spelling that may be the same name is the same: for keys. */
  readonly key: string;
  /** The same with what the spelling itself tells apart: two exact forms are only the same name when equal. */
  readonly exact: string;
  /** Written so that its letters stand for more sounds (Wade-Giles, McCune-Reischauer without its apostrophes). */
  readonly loose: boolean;
}

const INITIALS: readonly (readonly [RegExp, string])[] = [
  [/^(?:zh|j|q)/, 'ch'],
  [/^(?:z|c(?!h))/, 'ts'],
  [/^x/, 'hs'],
  [/^r/, 'j'],
  [/^b/, 'p'],
  [/^d/, 't'],
  [/^g/, 'k'],
];

/** A pinyin syllable as Wade-Giles writes it without apostrophes and marks: "zhi" → "chih", "xu" → "hsu". */
function wadeGiles(syllable: string): string {
  let word = syllable;
  if (/^(?:zh|ch|sh|r)i$/.test(word)) word += 'h';
  else if (/^[zcs]i$/.test(word)) word = word.replace(/^[zc]i/, 'tzu').replace(/^si/, 'ssu');
  word = word.replace(/^yan$/, 'yen').replace(/^you$/, 'yu').replace(/^yi$/, 'i').replace(/^ye$/, 'yeh');
  if (/^(?:yong|[^y].*ong)$/.test(word)) word = word.replace(/ong$/, 'ung');
  word = word
    .replace(/ian$/, 'ien')
    .replace(/(?<=[ux])e$/, 'eh')
    .replace(/ie$/, 'ieh');
  word = word
    .replace(/(?<=[gkh])e$/, 'o')
    .replace(/(?<=^[dtlnszr]|^zh|^ch|^sh)uo$/, 'o')
    .replace(/(?<=^[gk])ui$/, 'uei');
  for (const [initial, by] of INITIALS) {
    if (!initial.test(word)) continue;
    word = word.replace(initial, by);
    break;
  }
  return word.replace(/^tstzu$/, 'tzu');
}

/** Wade-Giles spelling → whether it exists; every one comes from a syllable of pinyin. */
const WADE_GILES: ReadonlySet<string> = new Set([...PINYIN].map(wadeGiles));
const LONGEST_SYLLABLE = 6;

/** Splits letters into syllables, the longest first; null where that cannot be done. */
function syllablesOf(word: string, all: ReadonlySet<string>, depth = 0): string[] | null {
  if (!word) return [];
  if (depth > 3) return null;
  for (let length = Math.min(LONGEST_SYLLABLE, word.length); length > 0; length--) {
    const head = word.slice(0, length);
    if (!all.has(head)) continue;
    const tail = syllablesOf(word.slice(length), all, depth + 1);
    if (tail) return [head, ...tail];
  }
  return null;
}

/** The words of a name by its hyphens and spaces: "Kim Dae-sung" → [["kim"], ["dae", "sung"]]. */
function unitsOf({ parts }: PersonName): string[][] {
  const units: string[][] = [];
  for (const { spellings, joined } of parts) {
    if (joined && units.length) units.at(-1)!.push(spellings[0]!);
    else units.push([spellings[0]!]);
  }
  return units;
}

/** The ways in which a name may be parted into a family name of one word and a given name of one or two. */
function partings(units: readonly string[][]): [family: string, given: string[]][] {
  const ways: [string, string[]][] = [];
  if (units.length < 2 || units.length > 3) return ways;
  const [first, last] = [units[0]!, units.at(-1)!];
  if (first.length === 1) ways.push([first[0]!, units.slice(1).flat()]);
  if (last.length === 1) ways.push([last[0]!, units.slice(0, -1).flat()]);
  return ways.filter(([, given]) => given.length <= 2);
}

function chinese(name: PersonName): EasternReading[] {
  const readings: EasternReading[] = [];
  const units = unitsOf(name);
  const hyphened = units.some((unit) => unit.length > 1);
  for (const [family, given] of partings(units)) {
    const pinyin = given.flatMap((word) => syllablesOf(word, PINYIN) ?? ['']);
    const isPinyin = CHINESE_FAMILIES.has(family) && pinyin.every(Boolean) && pinyin.length <= 2;
    const isWade = WADE_GILES.has(family) && given.every((word) => WADE_GILES.has(word));
    // Only Taiwan's way of writing has a hyphen with syllables that may be either's.
    const taiwanese = isWade && (hyphened || !isPinyin);
    if (taiwanese) {
      const key = [family, ...given].join(' ');
      readings.push({ script: 'chinese', key, exact: `wade ${key}`, loose: true });
    }
    if (isPinyin && PINYIN.has(family)) {
      const key = [family, ...pinyin].map(wadeGiles).join(' ');
      readings.push({ script: 'chinese', key, exact: `pinyin ${family} ${pinyin.join('')}`, loose: false });
    }
  }
  return readings;
}

/** Vowels of Korean in the spellings of newspapers, 2000's and McCune-Reischauer's. */
const KOREAN_SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/young|yeong|yung/g, 'yong'],
  [/hyeon|hyon/g, 'hyun'],
  [/yeon/g, 'yon'],
  [/jeong|joung|cheong/g, 'jung'],
  [/seong|song/g, 'sung'],
  [/seok/g, 'sok'],
  [/seon/g, 'son'],
  [/cheol|chol/g, 'chul'],
  [/hoon/g, 'hun'],
  [/joon/g, 'jun'],
  [/eun/g, 'un'],
  [/oo/g, 'u'],
  [/wu/g, 'u'],
  [/ee|ui(?=$|[^n])/g, 'i'],
  [/weon/g, 'won'],
  [/^g/g, 'k'],
];

const koreanSound = (syllable: string): string =>
  KOREAN_SOUNDS.reduce((word, [pattern, by]) => word.replace(pattern, by), syllable);

/** Two syllables that are written together. */
const KOREAN_PAIR =
  /^((?:[bcdghjkmnprst]|ch|sh|ky|gy|hy|my)?(?:yeo|yo|ya|ye|yu|wo|wa|eo|eu|ae|ou|oo|ee|ui|hee|[aeiou])(?:ng|[nmklp])?)((?:[bcdghjklmnprstyw]|ch|sh|ky|gy|hy|my|kw)(?:yeo|yo|ya|ye|yu|wo|wa|eo|eu|ae|ou|oo|ee|ui|[aeiou]+)(?:ng|[nmklp])?)$/;
const KOREAN_SYLLABLE = /^(?:kk|ch|sh|[bcdghjklmnprst])?(?:y|w)?(?:eo|eu|ae|ou|oo|ee|ui|[aeiou])(?:ng|[nmklp])?$/;
/** Spellings of McCune-Reischauer: a name with one of them may write "ch" for "j", "t" for "d". */
const MCCUNE = /^(?:pak|paek|chon|chong|yi|ri|kyong|hyon|sok|chi|cho|p'yo)$/;

function korean(name: PersonName): EasternReading[] {
  const readings: EasternReading[] = [];
  for (const [family, given] of partings(unitsOf(name))) {
    const surname = KOREAN_FAMILIES.get(family);
    const pair = given.length === 1 ? KOREAN_PAIR.exec(given[0]!) : null;
    const syllables = pair ? [pair[1]!, pair[2]!] : given;
    if (!surname || !syllables.every((syllable) => KOREAN_SYLLABLE.test(syllable))) continue;
    const loose = [family, ...syllables].some((word) => MCCUNE.test(word));
    const sounds = syllables.map(koreanSound);
    const coarse = sounds.map((word) => word.replace(/^ch/, 'j').replace(/^t/, 'd').replace(/^p/, 'b'));
    readings.push({
      script: 'korean',
      key: `${surname} ${coarse.join('')}`,
      exact: `${surname} ${sounds.join('')}`,
      loose,
    });
  }
  return readings;
}

const known = new WeakMap<PersonName, readonly EasternReading[]>();

/**
 * The ways of reading a name as Chinese (pinyin, Wade-Giles) or Korean, in either order of family and given name; none
 * for other names.
 */
export function easternReadings(name: PersonName): readonly EasternReading[] {
  let readings = known.get(name);
  if (!readings) {
    readings = name.parts.some((part) => part.initial) ? [] : [...chinese(name), ...korean(name)];
    known.set(name, readings);
  }
  return readings;
}

/** Whether two readings are one name. */
export function sameReading(a: EasternReading, b: EasternReading): boolean {
  if (a.script !== b.script || a.key !== b.key) return false;
  return a.exact === b.exact || (a.loose !== b.loose && (a.script === 'korean' || a.exact !== b.exact));
}

/** Where a Western given name stands before a whole Chinese name ("Peter Wong Kwok-keung"), the index of its family name. */
export function southernFamily({ parts }: PersonName): number {
  const at = parts.findIndex(({ spellings }) => SOUTHERN_FAMILIES.has(spellings[0]!));
  return at >= 0 && parts.length - at === 3 && parts.at(-1)!.joined ? at : -1;
}
