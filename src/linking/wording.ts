import type { Reported } from '../model.ts';
import { isFunctionWord, readUnits, type Unit } from './align/index.ts';

/** The words of an occurrence, as they are looked up and held against others. */
export interface Wording {
  /** The words that are compared, without hesitations and what editors put in. */
  readonly keys: readonly string[];
  /** What each is worth as evidence. */
  readonly weights: readonly number[];
  /** The sum of `weights`. */
  readonly weight: number;
  /** What is worth something by itself, each once. */
  readonly bag: ReadonlyMap<string, number>;
  /** The negations and the numbers, each once. */
  readonly pivots: ReadonlySet<string>;
  /** Stretches of them between quotation marks, `[from, to)`. */
  readonly quoted: readonly (readonly [from: number, to: number])[];
}

/** Words of everyday speech, with which much begins that has nothing to do with each other. */
const EVERYDAY = new Set(
  (
    'going go get got think know want say said says make made take people thing things time way one lot good great right ' +
    'like more most much many all every any some no now day year years country really well even still back come see look ' +
    'need never ever always only other where when how why because out up down here something nothing everything let us'
  ).split(' '),
);

const NEGATIONS = new Set(['not', 'no', 'never', 'nobody', 'nothing', 'none', 'without', 'neither', 'nor']);

/** What it says that two wordings share a word: little for the words of every sentence, most for long ones and numbers. */
function worthOf(key: string): number {
  if (isFunctionWord(key) || key.startsWith("'")) return 0.25;
  if (EVERYDAY.has(key)) return 0.5;
  if (key.startsWith('#')) return 1.25;
  return key.length >= 8 ? 1.4 : key.length >= 5 ? 1.15 : 1;
}

const read = new WeakMap<Reported['words'], Wording>();

/** The words of an occurrence; they are read once. */
export function wordingOf({ words }: Reported): Wording {
  let wording = read.get(words);
  if (!wording) {
    wording = readWording(words);
    read.set(words, wording);
  }
  return wording;
}

function readWording(words: readonly string[]): Wording {
  const compared = readUnits(words).units.filter(({ filler, bracketed }) => !filler && !bracketed);
  const keys = compared.map(({ key }) => key);
  const weights = keys.map(worthOf);
  return {
    keys,
    weights,
    weight: weights.reduce((sum, one) => sum + one, 0),
    bag: new Map(keys.map((key, at) => [key, weights[at]!])),
    pivots: new Set(keys.filter((key) => NEGATIONS.has(key) || key.startsWith('#'))),
    quoted: stretches(compared),
  };
}

function stretches(units: readonly Unit[]): [number, number][] {
  const found: [number, number][] = [];
  for (const [at, unit] of units.entries()) {
    const last = found.at(-1);
    if (!unit.quoted) continue;
    if (last?.[1] === at && units[at - 1]!.place[0] === unit.place[0]) last[1]++;
    else found.push([at, at + 1]);
  }
  return found;
}
