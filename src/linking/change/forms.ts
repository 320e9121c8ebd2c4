/** Base, past and participle of the irregular verbs that news uses; one of two where they are the same. */
const IRREGULAR =
  'arise arose arisen|bear bore borne|beat beat beaten|become became become|begin began begun|bend bent|bet bet|bind bound|' +
  'bite bit bitten|blow blew blown|break broke broken|bring brought|build built|buy bought|catch caught|choose chose chosen|' +
  'come came come|cost cost|cut cut|deal dealt|dig dug|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|' +
  'fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden|' +
  'forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go went gone|' +
  'grow grew grown|hang hung|hear heard|hide hid hidden|hit hit|hold held|hurt hurt|keep kept|know knew known|lay laid|' +
  'lead led|leave left|lend lent|let let|lie lay lain|lose lost|make made|mean meant|meet met|pay paid|put put|quit quit|' +
  'read read|ride rode ridden|rise rose risen|run ran run|say said|see saw seen|seek sought|sell sold|send sent|set set|' +
  'shake shook shaken|shoot shot|show showed shown|shut shut|sing sang sung|sink sank sunk|sit sat|sleep slept|speak spoke spoken|' +
  'spend spent|spread spread|stand stood|steal stole stolen|stick stuck|strike struck|swear swore sworn|take took taken|' +
  'teach taught|tell told|think thought|throw threw thrown|understand understood|wake woke woken|wear wore worn|win won|' +
  'withdraw withdrew withdrawn|write wrote written';

/** How a word is inflected: `base` also where that cannot be told. */
type Inflection = 'base' | 's' | 'past' | 'ing';

interface Form {
  readonly stem: string;
  readonly inflection: Inflection;
}

const FORMS = new Map<string, Form>();
const bases = new Set<string>();
for (const line of IRREGULAR.split('|')) {
  const [base, ...past] = line.split(' ') as [string, ...string[]];
  bases.add(base);
  for (const form of past) if (!FORMS.has(form)) FORMS.set(form, { stem: base, inflection: 'past' });
}
for (const base of bases) FORMS.set(base, { stem: base, inflection: 'base' });
for (const [stem, forms] of [
  ['be', 'be|am are is base|was were been past|being ing'],
  ['have', 'have|has base|had past|having ing'],
  ['do', 'do|does base|did done past|doing ing'],
] as const) {
  for (const part of forms.split('|')) {
    const words = part.split(' ');
    const inflection = (words.length > 1 ? words.pop() : 'base') as Inflection;
    for (const word of words) FORMS.set(word, { stem, inflection });
  }
}

const ENDING = /^(?=.*[aeiouy].*(?:ies|ied|es|s|ed|d|ing)$)(?!.*eed$)(.{2,}?)(ies|ied|es|s|ed|d|ing)$/;
const SHORTEST = 4;
/** Longer ones are no words, and are left as they are. */
const LONGEST = 40;

/** A stem that is the same for all regular forms of a word; it is no word itself ("decid" of "decides", "decided"). */
const trimmed = (word: string): string =>
  word
    .replace(/([b-df-hj-np-tv-z])\1$/, '$1')
    .replace(/e$/, '')
    .replace(/y$/, 'i');

/** The stem that the forms of one word share, and which of them this is. Takes lower case. */
export function formOf(word: string): Form {
  const known = FORMS.get(word);
  if (known) return known;
  if (word.length > LONGEST) return { stem: word, inflection: 'base' };
  const found = word.length >= SHORTEST && !word.endsWith('ss') ? ENDING.exec(word) : null;
  if (!found) return { stem: trimmed(word), inflection: 'base' };
  const ending = found[2]!;
  const rest = ending === 'ies' || ending === 'ied' ? `${found[1]}y` : found[1]!;
  if (ending === 'd' && !rest.endsWith('e')) return { stem: trimmed(word), inflection: 'base' };
  const inflection = ending.endsWith('s') ? 's' : ending === 'ing' ? 'ing' : 'past';
  const base = [rest, `${rest}e`, rest.replace(/(.)\1$/, '$1')].find((form) => bases.has(form));
  return { stem: base ?? trimmed(rest), inflection };
}

/** Whether two words are one in different tenses ("leave", "left"); agreement ("leave", "leaves") is none. */
export function tenseDiffers(a: string, b: string): boolean {
  const [x, y] = [formOf(a), formOf(b)];
  return x.stem === y.stem && (x.inflection === 'past') !== (y.inflection === 'past');
}

export const sameStem = (a: string, b: string): boolean => formOf(a).stem === formOf(b).stem;
