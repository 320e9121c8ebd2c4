/** The lists that turn a token into numbers; index 0 of every column means "none of them". Written by training. */
export interface Vocabulary {
  /** Words with a pretrained vector, in the order of the embedding table's rows from 1. */
  readonly words: readonly string[];
  /** Words with a vector of their own learned from the corpus: frequent ones that are not mainly names. */
  readonly frequent: readonly string[];
  /** Last three letters. */
  readonly suffixes: readonly string[];
  readonly pos: readonly string[];
  /** Lemmas that occur as cues. */
  readonly cues: readonly string[];
  /** For each of `cues`, how often it is a cue where it occurs: 1 (rarely) to 4 (mostly). */
  readonly cueRates: readonly number[];
}

/** The form under which a word is looked up: lower case, straight apostrophes, every digit a 0. */
export function lookupForm(form: string): string {
  return form.toLowerCase().replaceAll('’', "'").replace(/\d/g, '0');
}

/** The ending by which an unknown word is recognised. */
export function suffixOf(lookup: string): string {
  return lookup.slice(-3);
}

/** Column numbers of one token's features, in the order the network takes them. */
export const COLUMNS = [
  'word',
  'frequent',
  'suffix',
  'pos',
  'shape',
  'quotation',
  'boundary',
  'cueRate',
  'leftCue',
  'leftDistance',
  'leftBetween',
  'rightCue',
  'rightDistance',
  'rightBetween',
  'paragraph',
] as const;

export type Column = (typeof COLUMNS)[number];

/** Where each column stands in a row. */
export const COLUMN = Object.fromEntries(COLUMNS.map((name, i) => [name, i])) as Record<Column, number>;

/** Parts of speech that head a cue: verbs, nouns ("his claim that"), and the preposition of "according to". */
export const CUE_POS: ReadonlySet<string> = new Set(['VERB', 'NOUN', 'AUX', 'ADP']);

/** How many different values each column has, 0 included: the rows of its embedding table. */
export function columnSizes(v: Vocabulary): Record<Column, number> {
  return {
    word: v.words.length + 1,
    frequent: v.frequent.length + 1,
    suffix: v.suffixes.length + 1,
    pos: v.pos.length + 1,
    shape: 8,
    quotation: 4,
    boundary: 4,
    cueRate: 5,
    leftCue: v.cues.length + 1,
    leftDistance: 8,
    leftBetween: 19,
    rightCue: v.cues.length + 1,
    rightDistance: 8,
    rightBetween: 10,
    paragraph: 32,
  };
}
