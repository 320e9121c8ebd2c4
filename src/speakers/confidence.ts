import type { Ask } from './ask.ts';

/**
 * How a speaker is found where no question is asked. By chains of names: a `person` named in full or by one name alone
 * (`lone`), an `organization`, a `place`, a `people`; capitals that no chain holds (`capitals`); several in a `list` or as a
 * `pair`. By the words themselves: a noun that tells no kind of speaker (`thing`), other `words`, `you`, and any whom the article
 * says not to name (`nameless`). By what speaks there: whose words they are (`owner`), who is quoted as "I" (`self`), the
 * `author`, a side of an interview (`letter`), or nobody (`none`), as where the likeliest one is too unlikely (`withheld`).
 */
export type Way =
  | 'person'
  | 'lone'
  | 'organization'
  | 'place'
  | 'people'
  | 'capitals'
  | 'list'
  | 'pair'
  | 'thing'
  | 'words'
  | 'you'
  | 'nameless'
  | 'owner'
  | 'self'
  | 'author'
  | 'letter'
  | 'none'
  | 'withheld';

/** What a question's answer is: one that the article names, one that it describes, the words as they are, nobody, the author. */
export type Outcome = 'named' | 'described' | 'words' | 'nobody' | 'author';

/** What the confidence in a speaker rests on: the way, or for questions the winner's share among all options. */
export type Basis =
  | { readonly way: Way }
  | {
      readonly ask: Ask;
      readonly outcome: Outcome;
      /** Softmax of the winner's score, 0 to 1. */
      readonly share: number;
    };

/** What was fitted on marked articles: a rate for each way, a logistic regression for answers to questions. */
export interface ConfidenceWeights {
  /** Way → share of right speakers, 0 to 1. */
  readonly rates: Readonly<Partial<Record<Way, number>>>;
  /** Weights of `evidenceOf`, added up. */
  readonly answers: Readonly<Record<string, number>>;
}

/** Before anything is fitted, and for a way that the marked articles do not show: the rule of succession for no case. */
const UNMEASURED_RATE = 0.5;

/** Below this confidence a pronoun or a missing source is given no speaker; docs/experiments.md has what that costs. */
const LEAST_CONFIDENCE = 0.35;

/** A share is never told from 0 or 1 by less than this. */
const LEAST_SHARE = 1e-4;

/** What the logistic regression knows of an answer: names of weights, each with its value. */
export function evidenceOf({ ask, outcome, share }: Extract<Basis, { ask: Ask }>): readonly [string, number][] {
  const bounded = Math.min(1 - LEAST_SHARE, Math.max(LEAST_SHARE, share));
  return [
    ['bias', 1],
    ['share', Math.log(bounded / (1 - bounded))],
    [`ask=${ask}`, 1],
    [`outcome=${outcome}`, 1],
  ];
}

/** The chance that a speaker is the right one, 0 to 1, as often as it was on marked articles. */
export function confidenceOf(basis: Basis, { rates, answers }: ConfidenceWeights): number {
  if ('way' in basis) return rates[basis.way] ?? UNMEASURED_RATE;
  let sum = 0;
  for (const [name, value] of evidenceOf(basis)) sum += value * (answers[name] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/**
 * Whether an answer is too unlikely to be given: one that the article names or describes for a pronoun or a missing source.
 * A noun phrase is its own answer at worst, and the author and nobody are no guesses at anyone.
 */
export function isWithheld(basis: Basis, confidence: number): boolean {
  if ('way' in basis || confidence >= LEAST_CONFIDENCE) return false;
  const guess = basis.outcome === 'named' || basis.outcome === 'described';
  return guess && /^(?:he|she|it|they|who|none)$/.test(basis.ask);
}
