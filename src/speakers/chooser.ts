import type { Speaker } from '../model.ts';
import { candidatesFor, mostMentioned } from './candidates.ts';
import { type Basis, isWithheld, type Outcome } from './confidence.ts';
import { featuresOf } from './features.ts';
import type { Item, Meant } from './items.ts';
import type { Question } from './questions.ts';
import type { Ranker } from './ranker.ts';
import type { Reading } from './reading.ts';
import type { Referent, Referents } from './referent.ts';

/** Sees every question that the ranker decides, for training; `owner`: it asks whose something is. */
export type Observer = (
  index: number,
  question: Question,
  options: readonly { readonly features: readonly string[]; readonly speaker: Speaker | null }[],
  owner: boolean,
) => void;

/** One of the answers that a question leaves open. */
export interface Option {
  readonly features: readonly string[];
  readonly referent: Referent | null;
  readonly outcome: Outcome;
  readonly answer: () => Meant;
}

/** The option that was chosen. */
export interface Chosen {
  readonly option: Option;
  /** What tells how sure the choice is. */
  readonly basis: Basis;
  /** Whether it is too unlikely to be given. */
  readonly withheld: boolean;
}

/** Lets the ranker choose among the referents that a question may mean. */
export class Chooser {
  readonly #reading: Reading;
  readonly #referents: Referents;
  readonly #frequent: readonly Referent[];
  readonly #ranker: Ranker;
  readonly #answerOf: (referent: Referent) => Meant;
  readonly #observe: Observer | null;

  constructor(
    reading: Reading,
    referents: Referents,
    ranker: Ranker,
    answerOf: (referent: Referent) => Meant,
    observe: Observer | null,
  ) {
    this.#reading = reading;
    this.#referents = referents;
    this.#frequent = mostMentioned(referents);
    this.#ranker = ranker;
    this.#answerOf = answerOf;
    this.#observe = observe;
  }

  /**
   * The best option of a question, or null where there is none.
   *
   * @param item the attribution that asks; null: nobody observes.
   * @param others what the question leaves open beside the referents.
   * @param owner it asks whose something is.
   */
  choose(item: Item | null, question: Question, others: readonly Option[], owner = false): Chosen | null {
    const candidates = candidatesFor(this.#reading, this.#referents, this.#frequent, question);
    const options: Option[] = candidates.map((candidate) => ({
      features: featuresOf(this.#reading, question, candidate),
      referent: candidate.referent,
      outcome: candidate.referent.entity ? 'named' : 'described',
      answer: () => this.#answerOf(candidate.referent),
    }));
    options.push(...others);
    if (item && this.#observe) {
      const shown = options.map(({ features, answer }) => ({ features, speaker: answer().speaker }));
      this.#observe(item.index, question, shown, owner);
    }
    return this.#best(question, options);
  }

  #best({ ask }: Question, options: readonly Option[]): Chosen | null {
    const scores = options.map(({ features }) => this.#ranker.score(ask, features));
    const highest = Math.max(...scores);
    const option = options[scores.indexOf(highest)];
    if (!option) return null;
    const all = scores.reduce((sum, score) => sum + Math.exp(score - highest), 0);
    const basis: Basis = { ask, outcome: option.outcome, share: 1 / all };
    return { option, basis, withheld: isWithheld(basis, this.#ranker.confidence(basis)) };
  }
}
