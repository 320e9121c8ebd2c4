import { remembered } from '../../text/index.ts';
import type { Tradition } from '../lexicon/name-forms.ts';
import { undoubled } from './spelling.ts';

type Rules = readonly (readonly [RegExp, string])[];

/** Turns a plain word into one that all ways of writing the same name in Latin letters have in common. */
const apply = (rules: Rules, word: string): string => {
  let sound = word;
  for (const [pattern, by] of rules) sound = sound.replace(pattern, by);
  return undoubled(sound);
};

/** Cyrillic in Latin letters: BGN/PCGN, ISO 9, GOST, Ukraine's resolution 55, French and German habits. */
const SLAVIC: Rules = [
  [/shch|stsch|sch/g, 'sh'],
  [/tsch|tch/g, 'ch'],
  [/ch$/g, 'c'],
  [/kh/g, 'h'],
  [/zh/g, 'q'],
  [/^j(?=[auoe])/g, 'q'],
  [/dj/g, 'd'],
  [/ts|tz|cz/g, 'c'],
  [/ck/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/g/g, 'h'],
  [/f+$/g, 'v'],
  [/(?<=[hq])ov$/g, 'ev'],
  [/^(?:ye|je)/g, 'e'],
  [/[jy]o|io/g, 'e'],
  [/[iyj]+/g, 'i'],
  [/ie/g, 'e'],
  [/(?<=[aeou])i(?=[aeou])/g, ''],
];

/** Arabic names, and those that Turkish has of them: vowels are three, however they are written. */
const ARABIC: Rules = [
  [/oo|ou|ow|o/g, 'u'],
  [/qu/g, 'q'],
  [/[qk]/g, 'k'],
  [/kh/g, 'x'],
  [/gh/g, 'g'],
  [/dh/g, 'd'],
  [/th/g, 't'],
  [/ph/g, 'f'],
  [/w/g, 'v'],
  [/ee|ei|ey|ay|ai|ie|[eiy]/g, 'i'],
  [/a+/g, 'a'],
  [/(?<=[aiu])h$/g, ''],
  [/ii+/g, 'i'],
];

/**
 * Names of the Arabic script as Persian, Dari, Pashto and Urdu read them: short vowels are three, "aw" and "av" before a
 * consonant or "u" are one of them, qaf and ghayn fall together, and what Arabic writes "dh" is a "z".
 */
const PERSIAN: Rules = [
  [/que$/g, 'q'],
  [/qu(?=[aeiou])/g, 'q'],
  [/kh/g, 'x'],
  [/gh/g, 'ğ'],
  [/[qk]/g, 'k'],
  [/dh/g, 'z'],
  [/th/g, 't'],
  [/ph/g, 'f'],
  [/zh|dj/g, 'j'],
  [/w/g, 'v'],
  [/(?<=zad)eh?$/g, 'a'],
  [/oo|ou|o/g, 'u'],
  [/ee|ei|ey|ay|ai|ie|[eiy]/g, 'i'],
  [/a+/g, 'a'],
  [/avu|[au]v(?![aiu])|au/g, 'u'],
  [/(?<=[aiu])h$/g, ''],
];
/** From so many letters on, names that differ by qaf, ghayn or kaf alone are hardly two: "Ghazi", "Qazi" are. */
const LONG = 6;

function persian(word: string): string {
  const sound = apply(PERSIAN, word);
  return undoubled(sound.replace(/ğ/g, sound.length >= LONG ? 'k' : 'g'));
}

const INDIC: Rules = [
  [/ee|ii/g, 'i'],
  [/oo/g, 'u'],
  [/ow|au|ou|o/g, 'o'],
  [/aa/g, 'a'],
  [/x/g, 'ksh'],
  [/sh/g, 's'],
  [/chh/g, 'ch'],
  [/(?<=[tdbkgpj])h/g, ''],
  [/w/g, 'v'],
  [/y/g, 'i'],
  [/d[aeu]ri$/g, 'dari'],
  [/er$/g, 'ar'],
  [/e$/g, 'a'],
];

const HEBREW: Rules = [
  [/kh|ch/g, 'h'],
  [/tz|ts/g, 'z'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/q|c(?=[aou])/g, 'k'],
  [/w/g, 'v'],
  [/s(?=[ei]n$)/g, 'z'],
  [/ei|ai|ay|ey/g, 'e'],
  [/[yj]/g, 'i'],
  [/(?<=[aeiou])h$/g, ''],
  [/(?<=[tz])ze/g, 'z'],
];

const GREEK: Rules = [
  [/kh|ch/g, 'h'],
  [/ph/g, 'f'],
  [/mp/g, 'b'],
  [/mb/g, 'b'],
  [/gg|ng/g, 'ng'],
  [/nd|nt/g, 'd'],
  [/dz|tz/g, 'z'],
  [/ou/g, 'u'],
  [/ei|oi|y|ee/g, 'i'],
  [/x/g, 'ks'],
  [/c/g, 'k'],
  [/dh/g, 'd'],
];

/** Hepburn, Kunrei and Nippon, long vowels or not. */
const JAPANESE: Rules = [
  [/sy/g, 'sh'],
  [/ty/g, 'ch'],
  [/(?:jy|zy)/g, 'j'],
  [/si/g, 'shi'],
  [/ti/g, 'chi'],
  [/tu/g, 'tsu'],
  [/zi/g, 'ji'],
  [/hu/g, 'fu'],
  [/m(?=[bpm])/g, 'n'],
  [/oh(?![aeiou])|ou|oo/g, 'o'],
  [/uu/g, 'u'],
];

const GERMANIC: Rules = [
  [/ph/g, 'f'],
  [/ae/g, 'a'],
  [/oe/g, 'o'],
  [/ue/g, 'u'],
  [/aa/g, 'a'],
  [/ij|y/g, 'i'],
  [/oi/g, 'o'],
  [/ck|c(?!h)/g, 'k'],
];

/** Spanish and Portuguese of before and after their reforms of spelling. */
const IBERIAN: Rules = [
  [/z/g, 's'],
  [/th/g, 't'],
  [/ph/g, 'f'],
  [/y/g, 'i'],
];

/** Malay and Indonesian, in the Dutch way of before 1972 and in today's. */
function malay(word: string): string {
  const old = /oe|tj|dj|sj|nj/.test(word);
  const now = word
    .replace(/oe/g, 'u')
    .replace(/tj/g, 'c')
    .replace(/dj/g, '+')
    .replace(/sj/g, 'sy')
    .replace(/nj/g, 'ny');
  return undoubled((old ? now.replace(/j/g, 'y') : now).replace(/\+/g, 'j'));
}

const SOUNDS: Readonly<Partial<Record<Tradition, (word: string) => string>>> = {
  slavic: (word) => apply(SLAVIC, word),
  arabic: (word) => apply(ARABIC, word),
  persian,
  indic: (word) => apply(INDIC, word),
  hebrew: (word) => apply(HEBREW, word),
  greek: (word) => apply(GREEK, word),
  japanese: (word) => apply(JAPANESE, word),
  germanic: (word) => apply(GERMANIC, word),
  iberian: (word) => apply(IBERIAN, word),
  malay,
};

const sounded: Readonly<Partial<Record<Tradition, (word: string) => string>>> = Object.fromEntries(
  Object.entries(SOUNDS).map(([tradition, sound]) => [tradition, remembered(10_000, sound)]),
);

/** What a plain word has in common with all its spellings in a tradition; itself where the tradition needs no rules. */
export const soundOf = (tradition: Tradition, word: string): string => sounded[tradition]?.(word) ?? undoubled(word);
