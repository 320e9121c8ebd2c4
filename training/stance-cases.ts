/** The hard cases of stance and condition: `node training/stance-cases.ts` prints what was expected of each and what was found. */
import fs from 'node:fs';
import path from 'node:path';
import type { Stance, StanceFound } from '../src/model.ts';
import { StanceReader, type StanceWeights } from '../src/positions/index.ts';
import { MODELS } from './corpus.ts';
import { type MarkedSentence, readMarkedSentence } from './stance-marked.ts';

const FILE = path.join(import.meta.dirname, '../test/positions/hard-cases.txt');

export interface StanceCase {
  readonly group: string;
  readonly marked: MarkedSentence;
}

/** Reads the cases: a group begins with "==", and a case is "stance | marked sentence". */
export function readStanceCases(): StanceCase[] {
  let group = '';
  return fs
    .readFileSync(FILE, 'utf8')
    .split('\n')
    .flatMap((line): StanceCase[] => {
      if (line.startsWith('==')) group = line.slice(2).trim();
      if (!line.includes(' | ')) return [];
      const [stance, text] = line.split(' | ') as [Stance, string];
      return line.startsWith('#') ? [] : [{ group, marked: readMarkedSentence(text, stance, 'says') }];
    });
}

/** The labels of one attribution by the models that ship. */
export function openStanceReader(): (marked: MarkedSentence) => StanceFound {
  const weights = JSON.parse(fs.readFileSync(path.join(MODELS, 'stance.json'), 'utf8')) as StanceWeights;
  const reader = new StanceReader(weights);
  return ({ document, attributed }) => reader.read(document, [attributed])[0]!;
}

/** The words of a span, or null. */
export const wordsAt = ({ document }: MarkedSentence, span: readonly [number, number] | null): string | null =>
  span && document.text.slice(span[0], span[1]);

if (process.argv[1] === import.meta.filename) {
  const read = openStanceReader();
  const cases = readStanceCases();
  let right = 0;
  for (const { group, marked } of cases) {
    const found = read(marked);
    const [expected, given] = [wordsAt(marked, marked.condition), wordsAt(marked, found.condition)];
    if (found.stance === marked.stance && expected === given) right++;
    else
      console.log(
        `${group}: ${marked.document.text}\n  expected ${marked.stance}, ${expected}; found ${found.stance}, ${given}`,
      );
  }
  console.log(`${right} of ${cases.length}`);
}
