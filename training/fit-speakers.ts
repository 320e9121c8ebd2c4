import type { Ask } from '../src/speakers/ask.ts';
import { Ranker, type SpeakerWeights } from '../src/speakers/ranker.ts';
import { Resolver } from '../src/speakers/resolve.ts';
import type { Document } from '../src/text/index.ts';
import type { GoldArticle } from './corpus.ts';
import { type MarkedSpeaker, nameMatch, nameTokens } from './speakers-data.ts';

const ROUNDS = 4;
const STEPS = 400;
const PENALTY = 0.001;
const RATE = 0.15;
/** Weights below this are left out. */
const LEAST_WEIGHT = 0.02;

/** While the ranker is learnt nothing is known yet of how sure it is. */
const UNMEASURED = { rates: {}, answers: {} };

/** The questions of many articles and their options, in flat arrays. */
class Questions {
  /** Features of one kind of question ("he:rank=0"). */
  readonly names: string[] = [];
  /** For each of them the feature of all kinds of question ("rank=0"). */
  readonly sharedOf: number[] = [];
  readonly shared: string[] = [];
  /** Where each question's options begin, and each option's features. */
  readonly begins: number[] = [0];
  readonly opens: number[] = [0];
  readonly features: number[] = [];
  readonly right: boolean[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #sharedNumbers = new Map<string, number>();

  add(ask: Ask, options: readonly (readonly string[])[], right: readonly boolean[]): void {
    options.forEach((option, i) => {
      for (const feature of option) this.features.push(this.#number(ask, feature));
      this.opens.push(this.features.length);
      this.right.push(right[i]!);
    });
    this.begins.push(this.right.length);
  }

  #number(ask: Ask, feature: string): number {
    const name = `${ask}:${feature}`;
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.names.push(name) - 1;
      this.#numbers.set(name, number);
      let shared = this.#sharedNumbers.get(feature);
      if (shared === undefined) {
        shared = this.shared.push(feature) - 1;
        this.#sharedNumbers.set(feature, shared);
      }
      this.sharedOf.push(shared);
    }
    return number;
  }
}

/** An option as the resolver shows it. */
type Option = { readonly features: readonly string[]; readonly speaker: { name: string; kind: string } | null };

/** Which options are right; none where the marked speaker is not among them. */
function judge(options: readonly Option[], gold: MarkedSpeaker, owner: boolean): boolean[] {
  if (owner) {
    const words = new Set(nameTokens(gold.speaker));
    return options.map(
      ({ speaker }) =>
        speaker !== null &&
        nameTokens(speaker.name).length > 0 &&
        nameTokens(speaker.name).every((word) => words.has(word)),
    );
  }
  if (gold.kind === 'unknown') return options.map(({ speaker }) => speaker === null);
  if (gold.kind === 'author') return options.map(({ speaker }) => speaker?.kind === 'author');
  const grades = options.map(({ speaker }) =>
    speaker && speaker.kind !== 'author' ? nameMatch(gold.speaker, speaker.name, gold.kind) : 0,
  );
  const best = Math.max(0, ...grades);
  return grades.map((grade) => grade > 0 && grade === best);
}

function draw(
  articles: readonly GoldArticle[],
  documents: readonly Document[],
  speakers: ReadonlyMap<string, MarkedSpeaker>,
  weights: SpeakerWeights,
): Questions {
  const questions = new Questions();
  const ranker = new Ranker(weights);
  articles.forEach((article, n) => {
    const about = { title: article.title, byline: article.credit, outlet: article.outlet };
    new Resolver(documents[n]!, article.attributions, about, ranker, (index, question, options, owner) => {
      const gold = speakers.get(`${article.id}#${article.attributions[index]!.i}`);
      if (!gold) return;
      const right = judge(options, gold, owner);
      if (!right.includes(true) || !right.includes(false)) return;
      questions.add(
        question.ask,
        options.map(({ features }) => features),
        right,
      );
    }).resolve();
  });
  return questions;
}

/** The gradient of the log-likelihood, for the weights of one kind of question and of all kinds added up. */
function slope(questions: Questions, features: Int32Array, weights: Float64Array, gradient: Float64Array): void {
  const { begins, opens, right } = questions;
  gradient.fill(0);
  for (let q = 0; q + 1 < begins.length; q++) {
    const [first, end] = [begins[q]!, begins[q + 1]!];
    const powers = new Float64Array(end - first);
    let highest = Number.NEGATIVE_INFINITY;
    for (let o = first; o < end; o++) {
      let score = 0;
      for (let f = opens[o]!; f < opens[o + 1]!; f++) score += weights[features[f]!]!;
      powers[o - first] = score;
      if (score > highest) highest = score;
    }
    let all = 0;
    let good = 0;
    for (let o = first; o < end; o++) {
      const power = Math.exp(powers[o - first]! - highest);
      powers[o - first] = power;
      all += power;
      if (right[o]) good += power;
    }
    for (let o = first; o < end; o++) {
      const pull = (right[o] ? powers[o - first]! / good : 0) - powers[o - first]! / all;
      for (let f = opens[o]!; f < opens[o + 1]!; f++) gradient[features[f]!]! += pull;
    }
  }
}

/** Adagrad over the whole batch. Gives the weights of all kinds of question, and those of one kind. */
function fit(questions: Questions): { shared: Float64Array; own: Float64Array } {
  const { names, sharedOf, shared: sharedNames, begins } = questions;
  const features = Int32Array.from(questions.features);
  const [own, shared] = [new Float64Array(names.length), new Float64Array(sharedNames.length)];
  const [ownSquares, sharedSquares] = [own.slice().fill(1e-8), shared.slice().fill(1e-8)];
  const [both, gradient] = [own.slice(), own.slice()];
  const climb = (weights: Float64Array, squares: Float64Array, i: number, pull: number): void => {
    const step = pull / (begins.length - 1) - PENALTY * weights[i]!;
    squares[i]! += step * step;
    weights[i]! += (RATE * step) / Math.sqrt(squares[i]!);
  };
  for (let step = 0; step < STEPS; step++) {
    for (let i = 0; i < own.length; i++) both[i] = own[i]! + shared[sharedOf[i]!]!;
    slope(questions, features, both, gradient);
    const sums = new Float64Array(shared.length);
    for (let i = 0; i < own.length; i++) {
      sums[sharedOf[i]!]! += gradient[i]!;
      climb(own, ownSquares, i, gradient[i]!);
    }
    for (let i = 0; i < shared.length; i++) climb(shared, sharedSquares, i, sums[i]!);
  }
  return { shared, own };
}

/**
 * Learns the ranker's weights from marked articles.
 *
 * A question (a pronoun, a noun phrase, a missing source) and its options become one instance of a conditional logit
 * model: the probability of an option is the softmax over the options' scores, and the likelihood of all right options
 * together is maximised with an L2 penalty. The features depend on the speakers resolved before, so the instances are
 * drawn anew with the weights learnt so far, several times. No chance is involved: the same data give the same weights.
 */
export function learnRanker(
  articles: readonly GoldArticle[],
  documents: readonly Document[],
  speakers: ReadonlyMap<string, MarkedSpeaker>,
  report: (line: string) => void = () => {},
): Record<string, number> {
  let weights: Record<string, number> = {};
  for (let round = 0; round < ROUNDS; round++) {
    const questions = draw(articles, documents, speakers, { weights, confidence: UNMEASURED });
    const { shared, own } = fit(questions);
    const entries = [...questions.shared.map((name, i) => [name, shared[i]!] as const)];
    entries.push(...questions.names.map((name, i) => [name, own[i]!] as const));
    weights = Object.fromEntries(
      entries
        .map(([name, weight]) => [name, Math.round(weight * 1000) / 1000] as const)
        .filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
    report(`round ${round + 1}: ${questions.begins.length - 1} questions, ${entries.length} features`);
  }
  return weights;
}
