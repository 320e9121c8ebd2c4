import { remembered } from '../../text/index.ts';
import { GIVEN_NAMES } from '../lexicon/given-names.ts';
import { COURTESY, ROLES, TITLE_FORMS } from '../lexicon/people.ts';
import { LONGEST_NAME, plain, setOf, spellingsOf } from './spelling.ts';

/** One word of a person's name, particles left out. */
export interface Part {
  /** As written, for reasons. */
  readonly written: string;
  /** Ways of writing it, and with its particles joined to it: "plessis", "duplessis". */
  readonly spellings: readonly string[];
  /** Only its first letter is given. */
  readonly initial: boolean;
  /** A hyphen joins it to the part before. */
  readonly joined: boolean;
}

/** A person's name taken apart, titles left out. */
export interface PersonName {
  readonly parts: readonly Part[];
  /** "jr", "sr", "2", "3", … or null. */
  readonly suffix: string | null;
  /** The name in quotation marks or brackets, plain, or null: "bobby". */
  readonly nickname: string | null;
  /** What a courtesy title before the name tells. */
  readonly gender: 'f' | 'm' | null;
  /** Particles that stand in it, plain: "al", "van". */
  readonly particles: ReadonlySet<string>;
}

/** So many parts of a name are looked at. */
const MOST_PARTS = 8;

/** Small words of names; with or without them, a name is the same. */
const PARTICLES = setOf(
  'de da do das dos del della dello dei di du des la le las los lo van von der den ter ten te zu zum zur af av ap ab ' +
    'bin bint ibn ben al el ul ad adh ar as an ash at ath az abu abou umm y e i t dell dall degli',
);
/** Particles that belong to the word behind them so much that leaving them out makes another name. */
const CLOSE = setOf('o mac mc st abd abdul abdel abdal abdur abder abdus fitz');
const HONORIFICS = setOf(
  'the sir dame lord lady sheikh sheik shaikh shri shrimati smt sri dato datuk tun tan haji hajji hajj hajja daw ko ustad ' +
    'maulana mullah ayatollah hojatoleslam pandit sardar freiherr freifrau graf grafin prinz monsignor don dona dom sayyidina',
);
/** Titles that stand within German names. */
const WITHIN = setOf('freiherr freifrau graf grafin');
const SUFFIXES: ReadonlyMap<string, string> = new Map(
  'jr:jr junior:jr filho:jr hijo:jr ml:jr fils:jr sr:sr senior:sr pai:sr pere:sr st:sr neto:3 ii:2 2d:2 2nd:2 iii:3 3d:3 3rd:3 iv:4 4th:4 v:5 5th:5'
    .split(' ')
    .map((entry) => entry.split(':') as [string, string]),
);
const DEGREES = setOf('md phd esq mp mep qc kc cbe obe mbe dds rn jd mba cpa dvm llb llm bsc msc');

interface Words {
  readonly words: readonly string[];
  readonly suffix: string | null;
}

const withoutStops = (word: string): string => word.replace(/\./g, '');

/** "J.R." → "J.", "R."; other words stay. */
const splitInitials = (word: string): string[] =>
  /^(?:\p{L}\.)+(?:\p{L}\.?)?$/u.test(word) ? [...word.matchAll(/\p{L}/gu)].map(([letter]) => `${letter}.`) : [word];

/** Takes suffixes and degrees off the end. */
function withoutSuffix(words: readonly string[]): Words {
  let end = words.length;
  let suffix: string | null = null;
  while (end > 1) {
    const word = plain(withoutStops(words[end - 1]!));
    const found = SUFFIXES.get(word);
    // "Junior" and "Neto" are family names too, where nothing else would be left of a full name.
    if (found && (end > 2 || !/^(?:junior|senior|neto|v|st)$/.test(word))) suffix ??= found;
    else if (!DEGREES.has(word)) break;
    end--;
  }
  return { words: words.slice(0, end), suffix };
}

const isTall = (word: string): boolean => /\p{Lu}.*\p{Lu}/u.test(word) && !/\p{Ll}/u.test(word);

/** Puts the family name behind the given names where a comma or capitals say which it is. */
function inOrder(text: string): Words {
  const pieces = text.split(',').map((piece) => piece.trim().split(/\s+/).filter(Boolean).flatMap(splitInitials));
  const [head = [], ...tail] = pieces.filter((piece) => piece.length > 0);
  const whole = withoutSuffix(head);
  let { suffix } = whole;
  let words = whole.words;
  for (const piece of tail) {
    const first = plain(withoutStops(piece[0]!));
    if (piece.length === 1 && SUFFIXES.has(first)) suffix ??= SUFFIXES.get(first)!;
    else if (!piece.every((word) => DEGREES.has(plain(withoutStops(word))))) {
      const rest = withoutSuffix(piece);
      suffix ??= rest.suffix;
      words = [...rest.words, ...words];
      break;
    }
  }
  const small = words.some((word) => /\p{Ll}/u.test(word) && !PARTICLES.has(word));
  if (small && words.length > 1 && isTall(words[0]!) && !words.slice(1).some(isTall) && !/\./.test(words[0]!))
    words = [...words.slice(1), words[0]!];
  return { words, suffix };
}

/** Takes titles off the beginning; gives the gender that they tell. */
function withoutTitles(words: readonly string[]): { words: readonly string[]; gender: 'f' | 'm' | null } {
  let at = 0;
  let gender: 'f' | 'm' | null = null;
  for (; at < words.length - 1; at++) {
    const word = plain(withoutStops(words[at]!));
    const left = words.length - at - 1;
    const title =
      COURTESY.has(word) ||
      (TITLE_FORMS.has(word) && /\.$|^(?:[A-Z][a-z]+)$/.test(words[at]!) && left >= 1) ||
      (HONORIFICS.has(word) && left >= 2) ||
      (word === 'u' && !/\./.test(words[at]!) && left >= 2) ||
      (ROLES.has(word) && !GIVEN_NAMES.has(word) && left >= 2);
    if (!title) break;
    gender ??= COURTESY.get(word) ?? null;
  }
  return { words: words.slice(at), gender };
}

/** Other ways of writing one word: Arabic articles and Irish and Scottish prefixes that are written together with it. */
function respell(spelling: string): string[] {
  const all = [spelling];
  const din = /^(?:al|ad|ed|ud|id)din$/.exec(spelling);
  if (din) all.push('din');
  if (/^mac[a-z]{4}/.test(spelling)) all.push(`mc${spelling.slice(3)}`);
  else if (spelling === 'saint') all.push('st');
  else if (/^(?:al|el)[a-z]{4}/.test(spelling)) all.push(`al${spelling.slice(2)}`);
  if (/^abd[a-z]{4}/.test(spelling)) all.push(spelling.replace(/^abd(?:[aeou](?:l|r(?=r)|s(?=s)|z(?=z))?)?/, 'abdul'));
  return all;
}

function partOf(written: string, before: readonly string[], joined: boolean): Part {
  const spellings = new Set<string>();
  for (const spelling of spellingsOf(withoutStops(written)))
    for (const form of respell(spelling)) {
      spellings.add(form);
      if (before.length) for (const whole of respell(before.map(plain).join('') + form)) spellings.add(whole);
    }
  const initial = [...withoutStops(written)].length === 1;
  return { written: [...before, written].join(' '), spellings: [...spellings], initial, joined };
}

/** Particles that may open a name. "Al" with a capital and without a hyphen is rather short for "Albert". */
const OPENING = /^(?:al|el|abu|abou|umm|bin|ibn|van|von|de|da|di|du)$/;

/** The Arabic article as French and Dutch papers write it before sun letters, with its hyphen: "es-Sabbagh". */
const SUN_LETTERS = /^e(?:ch|d|n|r|sh|s|t|z)$/;

/** Whether a piece that is not the last of a name is a particle; `first` when nothing of the name stands before it. */
function isParticle(piece: string, first: boolean, hyphened: boolean): boolean {
  const form = plain(piece);
  if (hyphened && SUN_LETTERS.test(piece)) return true;
  if (!PARTICLES.has(form)) return false;
  return !first || hyphened || (OPENING.test(form) && (form !== 'al' || piece === 'al'));
}

/** "O Dulaing", "Mac Allard", "Abd al-Rahman": one word each; the others are particles or words by themselves. */
function partsOf(words: readonly string[]): { parts: Part[]; particles: Set<string> } {
  const parts: Part[] = [];
  const particles = new Set<string>();
  let before: string[] = [];
  let close: string[] = [];
  for (const [index, word] of words.entries()) {
    // "M'Taggart" and "Mc Taggart" are "McTaggart"
    const pieces = word
      .replace(/^M['’](?=\p{L})/u, 'Mc')
      .split(/[-‐‑–]/u)
      .filter((piece) => /\p{L}/u.test(piece));
    for (const [at, piece] of pieces.entries()) {
      const form = plain(withoutStops(piece));
      const last = index === words.length - 1 && at === pieces.length - 1;
      const small = !last && !piece.includes('.');
      if (WITHIN.has(form) && !last) continue;
      if (small && CLOSE.has(form) && (form !== 'o' || parts.length > 0)) close.push(piece);
      else if (small && isParticle(piece, parts.length === 0, pieces.length > 1)) {
        particles.add(form);
        if (close.length === 0) before.push(piece);
      } else {
        parts.push(partOf(close.join('') + piece, before, at > 0 && close.length === 0 && before.length === 0));
        before = [];
        close = [];
      }
    }
  }
  return { parts: parts.slice(0, MOST_PARTS), particles };
}

/**
 * Takes a person's name apart: "Sen. Charles P. O'Malloran, Jr." → parts "charles", "p", "omalloran"; suffix "jr".
 * Takes any string; what is longer than `LONGEST_NAME` is cut.
 */
export const readPersonName: (name: string) => PersonName = remembered(20_000, (name) => {
  let nickname: string | null = null;
  const text = name
    .slice(0, LONGEST_NAME)
    .replace(/[“”«»]/gu, '"')
    .replace(/["(]([^"()]{1,30})[")]/u, (_, inner: string) => {
      nickname = plain(inner.trim().split(/\s+/)[0] ?? '') || null;
      return ' ';
    });
  const ordered = inOrder(text);
  const titled = withoutTitles(ordered.words);
  const { words, suffix } = withoutSuffix(titled.words);
  return { ...partsOf(words), suffix: ordered.suffix ?? suffix, nickname, gender: titled.gender };
});
