/**
 * Trains the scorers of the positions' room: `node training/fit-stance.ts [MODEL.json]`, by default models/stance.json. Prints
 * what five scorers find in the fifth of the articles that each has not seen.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stance } from '../src/model.ts';
import { conditionCandidates } from '../src/positions/conditions/candidates.ts';
import { LENGTH_COUNTS } from '../src/positions/conditions/choose.ts';
import { conditionFeatures } from '../src/positions/conditions/features.ts';
import { type Reading, readAttributed } from '../src/positions/reading.ts';
import { compose } from '../src/positions/stance/composed.ts';
import { type Classes, stanceFeatures } from '../src/positions/stance/features.ts';
import { readClasses, STANCES, type StanceWeights } from '../src/positions/stance/scorer.ts';
import { type Example, type FitOptions, type Fitted, fitLinear, packed, scoresOf } from './fit-linear.ts';
import { readFurther, readStances } from './stance-data.ts';
import { ownSentences } from './stance-sentences.ts';
import { wordClasses } from './word-classes.ts';

const FOLDS = 5;
const GROUPS = 200;
/** Sentences of our own a template, and how much one of them counts against one of the corpus. */
const OWN_EACH = 8;
const OWN_STANCE = 0.8;
const OWN_CONDITION = 1.2;
/** Rare stances count more: as their share to this power. */
const BALANCE = 0.5;
const STANCE: FitOptions = {
  classes: STANCES.length,
  slots: 65_536,
  penalty: 1e-3,
  steps: 80,
  rate: 0.1,
};
const CONDITION: FitOptions = { classes: 2, slots: 8192, penalty: 3e-3, steps: 80, rate: 0.1 };
/** By cross-validation: a clause is taken as a condition somewhat before it is likelier than not. */
const CONDITION_LEAN = 0.4;

interface Labelled {
  /** Null for what is never held out: sentences of our own, and further readings. */
  readonly article: string | null;
  /** Null where only the condition was judged. */
  readonly stance: Example | null;
  readonly conditions: readonly Example[];
  /** Lengths in tokens of the candidates, and whether a condition is marked. */
  readonly lengths: readonly number[];
  readonly marked: boolean;
}

function likeness(a: readonly [number, number], b: readonly [number, number]): number {
  const shared = Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));
  return shared / (a[1] - a[0] + b[1] - b[0] - shared);
}

interface Marks {
  readonly article: string | null;
  readonly reading: Reading;
  /** Undefined where it was not judged. */
  readonly stance?: Stance | undefined;
  /** Undefined where it was not judged. */
  readonly condition?: readonly [number, number] | null | undefined;
}

/** @param own whether it is a sentence of our own, which counts less */
function labelled({ article, reading, stance, condition }: Marks, classes: Classes, own = false): Labelled {
  const composed = compose(reading);
  const candidates = condition === undefined ? [] : conditionCandidates(reading);
  return {
    article,
    stance: stance
      ? {
          features: stanceFeatures(reading, composed, classes).map(([name]) => name),
          label: STANCES.indexOf(stance),
          weight: own ? OWN_STANCE : 1,
        }
      : null,
    conditions: candidates.map((candidate) => ({
      features: conditionFeatures(reading, candidate, composed).map(([name]) => name),
      label: condition && likeness(candidate.span, condition) >= 0.5 ? 1 : 0,
      weight: own ? OWN_CONDITION : 1,
    })),
    lengths: candidates.map(({ range }) => range[1] - range[0]),
    marked: Boolean(condition),
  };
}

/** Stances weighted so that rare ones count more. */
function balanced(all: readonly Labelled[]): Example[] {
  const examples = all.flatMap(({ stance }) => stance ?? []);
  const counts = STANCES.map((_, k) => examples.filter(({ label }) => label === k).length || 1);
  return examples.map((example) => ({
    ...example,
    weight: example.weight * (examples.length / STANCES.length / counts[example.label]!) ** BALANCE,
  }));
}

const best = (scores: ArrayLike<number>, lean: readonly number[]): number => {
  let chosen = 0;
  for (let k = 1; k < lean.length; k++) if (scores[k]! + lean[k]! > scores[chosen]! + lean[chosen]!) chosen = k;
  return chosen;
};

function f1s(gold: readonly number[], found: readonly number[]): number[] {
  return STANCES.map((_, k) => {
    const right = gold.filter((label, i) => label === k && found[i] === k).length;
    const all = gold.filter((label) => label === k).length + found.filter((label) => label === k).length;
    return all === 0 ? 0 : (2 * right) / all;
  });
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

interface Unseen {
  readonly gold: number[];
  readonly scores: Float64Array[];
  readonly conditions: { right: number; found: number; marked: number };
}

function judgeConditions(one: Labelled, fitted: Fitted, into: Unseen['conditions']): void {
  let chosen: Example | null = null;
  let most = -Infinity;
  one.conditions.forEach((example, i) => {
    const row = scoresOf(fitted, example.features);
    const score = row[1]! - row[0]!;
    if (score + CONDITION_LEAN <= 0) return;
    const worth = score + LENGTH_COUNTS * Math.log(one.lengths[i]!);
    if (worth <= most) return;
    most = worth;
    chosen = example;
  });
  if (one.marked) into.marked++;
  if (chosen) into.found++;
  if ((chosen as Example | null)?.label === 1) into.right++;
}

/** What scorers find in articles that they have not seen; every fifth article belongs to one part. */
function crossValidate(corpus: readonly Labelled[], always: readonly Labelled[]): Unseen {
  const articles = [...new Set(corpus.map(({ article }) => article))];
  const part = new Map(articles.map((article, i) => [article, i % FOLDS]));
  const unseen: Unseen = { gold: [], scores: [], conditions: { right: 0, found: 0, marked: 0 } };
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = [...corpus.filter(({ article }) => part.get(article) !== fold), ...always];
    const stances = fitLinear(balanced(seen), STANCE);
    const conditions = fitLinear(
      seen.flatMap((one) => one.conditions),
      CONDITION,
    );
    for (const one of corpus.filter(({ article }) => part.get(article) === fold)) {
      unseen.gold.push(one.stance!.label);
      unseen.scores.push(scoresOf(stances, one.stance!.features));
      judgeConditions(one, conditions, unseen.conditions);
    }
  }
  return unseen;
}

const percent = (value: number): string => (100 * value).toFixed(1);

const model = process.argv[2] ?? join(import.meta.dirname, '../models/stance.json');
const groups = wordClasses(GROUPS);
const classes = readClasses(groups);
const corpus = readStances('train').map((marks) => labelled(marks, classes));
const further = readFurther().map((marks) => labelled({ article: null, ...marks }, classes));
const own = ownSentences(OWN_EACH).map(({ document, attributed, stance, condition }) =>
  labelled({ article: null, reading: readAttributed(document, attributed), stance, condition }, classes, true),
);
const { gold, scores, conditions } = crossValidate(corpus, [...further, ...own]);
const lean = STANCES.map(() => 0);
const f1 = f1s(
  gold,
  scores.map((row) => best(row, lean)),
);
console.error(
  `articles not seen: macro F1 ${percent(mean(f1))} (${STANCES.map((s, k) => `${s} ${percent(f1[k]!)}`).join(', ')})`,
);
const { right, found, marked } = conditions;
console.error(
  `conditions: P ${percent(right / found)} R ${percent(right / marked)} F1 ${percent((2 * right) / (found + marked))}`,
);
const all = [...corpus, ...further, ...own];
const weights: StanceWeights = {
  classes: groups,
  stance: packed(fitLinear(balanced(all), STANCE), lean),
  condition: packed(
    fitLinear(
      all.flatMap((one) => one.conditions),
      CONDITION,
    ),
    [0, CONDITION_LEAN],
  ),
};
writeFileSync(model, `${JSON.stringify(weights)}\n`);
console.error(`${corpus.length} attributions, ${further.length} more and ${own.length} sentences of our own: ${model}`);
