import { type Document, remembered, type Token, type TokenRange } from '../../text/index.ts';
import { INSIDE, OPENING } from '../quotation/quotation-marks.ts';
import { COLUMN, COLUMNS, CUE_POS, lookupForm, suffixOf, type Vocabulary } from './vocabulary.ts';

const WIDTH = COLUMNS.length;
/** A lemma this often a cue is worth looking for elsewhere in the sentence. */
const LIKELY_CUE = 3;

interface Lookup {
  readonly word: ReadonlyMap<string, number>;
  readonly frequent: ReadonlyMap<string, number>;
  readonly suffix: ReadonlyMap<string, number>;
  readonly pos: ReadonlyMap<string, number>;
  readonly cue: ReadonlyMap<string, number>;
  readonly rates: readonly number[];
}

/** What is told by a form alone, wherever it stands. */
interface FormFeatures {
  readonly word: number;
  readonly frequent: number;
  readonly suffix: number;
  readonly shape: number;
}

/** Forms whose features are kept for when they come again. */
const FORMS_KEPT = 50_000;

const indexed = (list: readonly string[]) => new Map(list.map((item, i) => [item, i + 1]));

function shapeOf(form: string): number {
  if (/^\p{N}/u.test(form)) return 1;
  if (!/\p{L}/u.test(form)) return 2;
  if (!/^\p{Lu}/u.test(form)) return 3;
  if (form.length === 1 || /^(?:\p{L}\.)+$/u.test(form)) return 4;
  if (/^[\p{Lu}\p{M}.&-]+$/u.test(form)) return 5;
  return /^\p{Lu}[\p{Ll}\p{M}’'.]+$/u.test(form) ? 6 : 7;
}

function distanceBucket(distance: number): number {
  if (distance <= 3) return distance;
  if (distance <= 6) return 4;
  if (distance <= 12) return 5;
  return distance <= 25 ? 6 : 7;
}

/** What the network is told about a paragraph as a whole: its place, and what the one before leaves open. */
function paragraphContext(document: Document, states: Uint8Array, index: number): number {
  const [first, end] = document.paragraphs[index]!;
  const before = index > 0 ? document.paragraphs[index - 1]! : null;
  const last = before ? document.tokens[before[1] - 1]! : null;
  const bits = [
    index === 0,
    last?.form === ':',
    last !== null && before !== null && states[before[1] - 1] === INSIDE,
    states[first] === OPENING,
    !/^(?:[.!?…:]|["'”’»)]+)$/.test(document.tokens[end - 1]!.form),
  ];
  return bits.reduce((value, bit, i) => value | (Number(bit) << i), 0);
}

/**
 * Fills in, for every token of a sentence, the nearest likely cue on each side and what lies between: "that", commas
 * and verbs tell a content clause from its frame. `step` 1 looks to the left of each token, -1 to the right; `base` is
 * the first of the three columns cue, distance and what lies between.
 */
function nearestCues(
  tokens: readonly Token[],
  rates: Uint8Array,
  cues: Int32Array,
  states: Uint8Array,
  sentence: TokenRange,
  step: 1 | -1,
  out: Int32Array,
  base: number,
  origin: number,
): void {
  let at = -1;
  let that = 0;
  let commas = 0;
  let verbs = 0;
  const [from, to] = step === 1 ? [sentence[0], sentence[1]] : [sentence[1] - 1, sentence[0] - 1];
  for (let i = from; i !== to; i += step) {
    const row = (i - origin) * WIDTH + base;
    if (at >= 0) {
      out[row] = cues[at]!;
      out[row + 1] = distanceBucket(Math.abs(i - at));
      out[row + 2] = 1 + Math.min(commas, 2) * 3 + Math.min(verbs, 2) + (step === 1 ? 9 * that : 0);
    }
    const token = tokens[i]!;
    if (rates[i]! >= LIKELY_CUE && states[i] !== INSIDE && CUE_POS.has(token.pos)) {
      at = i;
      that = commas = verbs = 0;
    } else if (token.form === ',') commas++;
    else if (token.pos === 'VERB' || token.pos === 'AUX') verbs++;
    else if (token.lemma === 'that') that = 1;
  }
}

/** Rows of token features for one paragraph: `values[i * COLUMNS.length + column]`. */
export interface ParagraphFeatures {
  readonly tokens: TokenRange;
  readonly values: Int32Array;
}

/** @param states from `quotationState` of the same document */
export type Featurizer = (document: Document, states: Uint8Array) => ParagraphFeatures[];

/**
 * Makes a function that turns a document into the network's input, one block of rows a paragraph. Features: the word
 * (pretrained and learned vocabulary), its ending, part of speech, shape, place inside quotation marks, how often its
 * lemma is a cue, the nearest likely cue on either side, and the paragraph's place.
 */
export function createFeaturizer(vocabulary: Vocabulary): Featurizer {
  const lookup: Lookup = {
    word: indexed(vocabulary.words),
    frequent: indexed(vocabulary.frequent),
    suffix: indexed(vocabulary.suffixes),
    pos: indexed(vocabulary.pos),
    cue: indexed(vocabulary.cues),
    rates: vocabulary.cueRates,
  };
  const formFeatures = remembered(FORMS_KEPT, (form) => readForm(form, lookup));
  return (document, states) => featurize(document, states, lookup, formFeatures);
}

function readForm(form: string, lookup: Lookup): FormFeatures {
  const key = lookupForm(form);
  return {
    word: lookup.word.get(key) ?? 0,
    frequent: lookup.frequent.get(key) ?? 0,
    suffix: lookup.suffix.get(suffixOf(key)) ?? 0,
    shape: shapeOf(form),
  };
}

function featurize(
  document: Document,
  states: Uint8Array,
  lookup: Lookup,
  formFeatures: (form: string) => FormFeatures,
): ParagraphFeatures[] {
  const { tokens } = document;
  const cues = Int32Array.from(tokens, (token) => lookup.cue.get(token.lemma) ?? 0);
  const rates = Uint8Array.from(tokens, (token, i) => (CUE_POS.has(token.pos) ? (lookup.rates[cues[i]! - 1] ?? 0) : 0));
  const blocks = document.paragraphs.map(([first, end], index) => {
    const values = new Int32Array((end - first) * WIDTH);
    const context = paragraphContext(document, states, index);
    for (let i = first; i < end; i++) {
      const token = tokens[i]!;
      const { word, frequent, suffix, shape } = formFeatures(token.form);
      const row = (i - first) * WIDTH;
      values[row + COLUMN.word] = word;
      values[row + COLUMN.frequent] = frequent;
      values[row + COLUMN.suffix] = suffix;
      values[row + COLUMN.pos] = lookup.pos.get(token.pos) ?? 0;
      values[row + COLUMN.shape] = shape;
      values[row + COLUMN.quotation] = states[i]!;
      values[row + COLUMN.cueRate] = rates[i]!;
      values[row + COLUMN.paragraph] = context;
    }
    return { tokens: [first, end] as const, values };
  });
  let block = 0;
  for (const sentence of document.sentences) {
    while (blocks[block]!.tokens[1] <= sentence[0]) block++;
    const { values, tokens: range } = blocks[block]!;
    const origin = range[0];
    values[(sentence[0] - origin) * WIDTH + COLUMN.boundary] = 1;
    values[(sentence[1] - 1 - origin) * WIDTH + COLUMN.boundary]! |= 2;
    nearestCues(tokens, rates, cues, states, sentence, 1, values, COLUMN.leftCue, origin);
    nearestCues(tokens, rates, cues, states, sentence, -1, values, COLUMN.rightCue, origin);
  }
  return blocks;
}
