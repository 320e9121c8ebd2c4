import type { Ask } from '../src/speakers/questions.ts';
import { Ranker, type SpeakerWeights } from '../src/speakers/ranker.ts';
import { Resolver } from '../src/speakers/resolve.ts';
import type { Document } from '../src/text/index.ts';
import type { GoldArticle } from './corpus.ts';
import { type MarkedSpeaker, nameMatch, nameTokens } from './speakers-data.ts';

const ROUNDS = 4;
const STEPS = 400;
const PENALTY = 0.01;
const RATE = 0.15;

interface Instance {
  /** Feature numbers of each option. */
  readonly options: readonly Int32Array[];
  /** The options that are right. */
  readonly right: readonly boolean[];
}

class Features {
  readonly names: string[] = [];
  readonly #numbers = new Map<string, number>();

  number(name: string): number {
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.names.length;
      this.#numbers.set(name, number);
      this.names.push(name);
    }
    return number;
  }

  of(ask: Ask, features: readonly string[]): Int32Array {
    return Int32Array.from(features.flatMap((feature) => [this.number(feature), this.number(`${ask}:${feature}`)]));
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
  features: Features,
): Instance[] {
  const instances: Instance[] = [];
  const ranker = new Ranker(weights);
  articles.forEach((article, n) => {
    const about = { title: article.title, byline: article.credit, outlet: article.outlet };
    new Resolver(documents[n]!, article.attributions, about, ranker, (index, question, options, owner) => {
      const gold = speakers.get(`${article.id}#${article.attributions[index]!.i}`);
      if (!gold) return;
      const right = judge(options, gold, owner);
      if (!right.includes(true) || !right.includes(false)) return;
      instances.push({ options: options.map((option) => features.of(question.ask, option.features)), right });
    }).resolve();
  });
  return instances;
}

/** Adds an instance's gradient of the log-likelihood, and gives its log-likelihood. */
function climb({ options, right }: Instance, weights: Float64Array, gradient: Float64Array): number {
  const scores = options.map((option) => option.reduce((sum, feature) => sum + weights[feature]!, 0));
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  let all = 0;
  let good = 0;
  powers.forEach((power, i) => {
    all += power;
    if (right[i]) good += power;
  });
  options.forEach((option, i) => {
    const pull = (right[i] ? powers[i]! / good : 0) - powers[i]! / all;
    for (const feature of option) gradient[feature]! += pull;
  });
  return Math.log(good / all);
}

/** Adagrad over the whole batch. */
function fit(instances: readonly Instance[], size: number): Float64Array {
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-8);
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Float64Array(size);
    for (const instance of instances) climb(instance, weights, gradient);
    for (let i = 0; i < size; i++) {
      const slope = gradient[i]! / instances.length - (PENALTY / 10) * weights[i]!;
      squares[i]! += slope * slope;
      weights[i]! += (RATE * slope) / Math.sqrt(squares[i]!);
    }
  }
  return weights;
}

/**
 * Learns the ranker's weights from marked articles.
 *
 * A question (a pronoun, a noun phrase, a missing source) and its options become one instance of a conditional logit
 * model: the probability of an option is the softmax over the options' scores, and the likelihood of all right options
 * together is maximised with an L2 penalty. The features depend on the speakers resolved before, so the instances are
 * drawn anew with the weights learnt so far, several times. No chance is involved: the same data give the same weights.
 */
export function learnSpeakers(
  articles: readonly GoldArticle[],
  documents: readonly Document[],
  speakers: ReadonlyMap<string, MarkedSpeaker>,
  report: (line: string) => void = () => {},
): SpeakerWeights {
  let learnt: SpeakerWeights = { weights: {} };
  for (let round = 0; round < ROUNDS; round++) {
    const features = new Features();
    const instances = draw(articles, documents, speakers, learnt, features);
    const weights = fit(instances, features.names.length);
    const entries = features.names.map((name, i): [string, number] => [name, Math.round(weights[i]! * 1000) / 1000]);
    learnt = {
      weights: Object.fromEntries(
        entries.filter(([, weight]) => Math.abs(weight) >= 0.02).sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
    };
    report(`round ${round + 1}: ${instances.length} questions, ${features.names.length} features`);
  }
  return learnt;
}
