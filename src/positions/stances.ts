import type { Polarity, Span, StanceEvidence, StanceFound } from '../model.ts';
import type { Document, Token } from '../text/index.ts';
import { aboutOf } from './about.ts';
import { type Condition, conditionOf } from './conditions/choose.ts';
import { HEDGES } from './lexicon/predicates.ts';
import { type Attributed, type Reading, readAttributed } from './reading.ts';
import { type Composed, compose } from './stance/composed.ts';
import { type Classes, type Feature, stanceFeatures } from './stance/features.ts';
import { LinearScorer, readClasses, STANCES, type StanceWeights } from './stance/scorer.ts';

/** So many words at most are given as evidence of a stance. */
const MOST_EVIDENCE = 3;
/** Hedges are looked for so far into the content. */
const HEDGED_WITHIN = 30;

const spanOf = ({ start, end }: Token): Span => [start, end];

/** Tells the stance of attributions, and the condition that each hangs on. Pure: the same for the same arguments. */
export class StanceReader {
  readonly #stances: LinearScorer;
  readonly #conditions: LinearScorer;
  readonly #classes: Classes;

  /** @throws Error when the weights are cut off. */
  constructor(weights: StanceWeights) {
    this.#stances = new LinearScorer(weights.stance);
    this.#conditions = new LinearScorer(weights.condition);
    this.#classes = readClasses(weights.classes);
  }

  /**
   * @param document the article's text as `readDocument` gives it
   * @param attributed its attributions; spans in UTF-16 code units of the document's text
   * @returns as many, in the same order
   */
  read(document: Document, attributed: readonly Attributed[]): StanceFound[] {
    return attributed.map((one) => this.#one(readAttributed(document, one)));
  }

  #one(reading: Reading): StanceFound {
    const composed = compose(reading);
    const features = stanceFeatures(reading, composed, this.#classes);
    const { best, chance } = this.#stances.choose(features);
    const stance = STANCES[best]!;
    const condition = conditionOf(reading, composed, stance, this.#conditions);
    const hedges = hedgesOf(reading);
    const { content, turns } = composed;
    const polarity: Polarity = turns % 2 === 1 ? 'negative' : 'positive';
    const stanceAt = stance === 'states' ? [] : this.#evidence(features, best, composed, stance);
    return {
      stance,
      about: aboutOf(reading, composed, stance),
      condition: condition?.candidate.span ?? null,
      conditionStatus: condition?.status ?? null,
      polarity,
      modality: content.modality,
      hedged: hedges.length > 0,
      time: content.time,
      stanceConfidence: Math.round(chance * 1000) / 1000,
      evidence: evidenceOf(reading, composed, stanceAt, condition, hedges),
    };
  }

  /** The words that speak most for a stance: those of the chain that gives it, or else those that weigh most. */
  #evidence(features: readonly Feature[], best: number, composed: Composed, stance: string): number[] {
    if (composed.stance === stance && composed.by.length > 0) return [...composed.by];
    const worth = new Map<number, number>();
    for (const feature of features) {
      if (feature[1] === null) continue;
      worth.set(feature[1], (worth.get(feature[1]) ?? 0) + this.#stances.worth(feature, best));
    }
    const sorted = [...worth].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return sorted.slice(0, MOST_EVIDENCE).flatMap(([at, value], k) => (k === 0 || value > 0 ? [at] : []));
  }
}

/** The tokens that weaken what is said; "May" is a month. */
function hedgesOf({ document: { tokens }, content, cue }: Reading): number[] {
  return [...cue, ...content.slice(0, HEDGED_WITHIN)].filter(
    (i) => !/^(?:NOUN|PROPN)$/.test(tokens[i]!.pos) && HEDGES.at(tokens, i) !== null,
  );
}

/** All evidence in the order of the text, each label and place once. */
function evidenceOf(
  { document: { tokens } }: Reading,
  { content, cue }: Composed,
  stanceAt: readonly number[],
  condition: Condition | null,
  hedges: readonly number[],
): StanceEvidence[] {
  const found: StanceEvidence[] = [];
  const add = (label: StanceEvidence['label'], at: Iterable<number | null>) => {
    for (const index of new Set(at)) if (index !== null) found.push({ label, span: spanOf(tokens[index]!) });
  };
  add('stance', stanceAt);
  add('polarity', [...cue.turns, ...content.turns]);
  add('modality', [content.modalAt]);
  add('time', [content.timeAt]);
  add('hedge', hedges);
  if (condition) {
    const [first, end] = condition.candidate.words;
    found.push({ label: 'condition', span: [tokens[first]!.start, tokens[end - 1]!.end] });
  }
  return found.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}
