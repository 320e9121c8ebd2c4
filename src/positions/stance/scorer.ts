import type { Stance } from '../../model.ts';
import type { Classes, Feature } from './features.ts';

/** The order in which weights are kept. */
export const STANCES: readonly Stance[] = ['accepts', 'rejects', 'demands', 'offers', 'denies', 'states'];

/** A linear model as training wrote it. */
export interface LinearWeights {
  /** How many slots the names of features are hashed into: a power of two. */
  readonly slots: number;
  /** What one step of a weight is worth. */
  readonly step: number;
  /** A signed byte a weight, those of a slot one after another, in base64. */
  readonly weights: string;
  /** Added to a class's score when the best is chosen; probabilities are told without it. */
  readonly lean: readonly number[];
}

/** What the stage knows of stances, as training wrote it. */
export interface StanceWeights {
  /** Words that stand in like places, one list a group, parted by spaces. */
  readonly classes: readonly string[];
  readonly stance: LinearWeights;
  readonly condition: LinearWeights;
}

/** FNV-1a over UTF-16 code units: the slot of a feature. */
export function slotOf(name: string, slots: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) {
    hash ^= name.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 15;
  return (hash >>> 0) & (slots - 1);
}

/** Reads the groups of words. */
export function readClasses(lists: readonly string[]): Classes {
  return new Map(lists.flatMap((list, group) => list.split(' ').map((word) => [word, group] as const)));
}

/** The best class, and how likely it is. */
export interface Choice {
  readonly best: number;
  /** 0 to 1. */
  readonly chance: number;
}

/** Multinomial logistic regression over hashed features. */
export class LinearScorer {
  readonly classes: number;
  readonly #model: LinearWeights;
  readonly #weights: Int8Array;
  /** When each slot was last counted: a feature that occurs twice counts once. */
  readonly #seen: Uint32Array;
  #time = 0;

  /** @throws Error when the weights do not fit the number of classes. */
  constructor(model: LinearWeights) {
    const bytes = Uint8Array.from(atob(model.weights), (character) => character.charCodeAt(0));
    this.#model = model;
    this.#seen = new Uint32Array(model.slots);
    this.#weights = new Int8Array(bytes.buffer);
    this.classes = model.lean.length;
    if (this.#weights.length !== model.slots * this.classes) throw new Error('the weights of a scorer are cut off');
  }

  /** Chooses a class for features. */
  choose(features: readonly Feature[]): Choice {
    const scores = this.#scores(features);
    let best = 0;
    for (let k = 1; k < scores.length; k++) {
      if (scores[k]! + this.#model.lean[k]! > scores[best]! + this.#model.lean[best]!) best = k;
    }
    const most = Math.max(...scores);
    const odds = scores.map((score) => Math.exp(score - most));
    return { best, chance: odds[best]! / odds.reduce((sum, one) => sum + one, 0) };
  }

  /** How much a feature speaks for a class, against the mean of all. */
  worth([name]: Feature, chosen: number): number {
    const at = slotOf(name, this.#model.slots) * this.classes;
    let sum = 0;
    for (let k = 0; k < this.classes; k++) sum += this.#weights[at + k]!;
    return (this.#weights[at + chosen]! - sum / this.classes) * this.#model.step;
  }

  #scores(features: readonly Feature[]): number[] {
    const { classes } = this;
    const { slots, step } = this.#model;
    const [weights, seen, time] = [this.#weights, this.#seen, ++this.#time];
    const sums = new Int32Array(classes);
    for (const [name] of features) {
      const slot = slotOf(name, slots);
      if (seen[slot] === time) continue;
      seen[slot] = time;
      for (let k = 0, at = slot * classes; k < classes; k++, at++) sums[k]! += weights[at]!;
    }
    return Array.from(sums, (sum) => sum * step);
  }
}
