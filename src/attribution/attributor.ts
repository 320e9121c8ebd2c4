import type { Mode, Span } from '../model.ts';
import type { Document } from '../text/index.ts';
import { type AssemblyWeights, assemble, setScene } from './assembly/assembly.ts';
import { withoutDatelines } from './assembly/dateline.ts';
import { type RankerWeights, rankerOf } from './assembly/ranker.ts';
import { mediumOf } from './circumstances/medium.ts';
import { saidOn } from './circumstances/said-on.ts';
import type { ConfidenceWeights } from './confidence.ts';
import { type Found, type Sighting, withNested } from './nesting/nesting.ts';
import type { CrfWeights } from './network/decoder.ts';
import { MODES, type RoleSpan } from './network/labels.ts';
import { createTagger, type Tagged } from './network/tagger.ts';
import type { Vocabulary } from './network/vocabulary.ts';
import { isQuoted, type Quotation, quotationState, quotations, quotedRanges } from './quotation/quotation-marks.ts';
import { quotedAgainst, typeOf } from './quotation/type.ts';
import { type Unresolved, withTurns } from './turns/merge.ts';
import { withoutDoubtful } from './worth.ts';

/** What training wrote to models/. */
export interface AttributionWeights {
  /** tagger.onnx */
  readonly network: Uint8Array;
  /** tagger.json */
  readonly tagger: { readonly vocabulary: Vocabulary; readonly crf: CrfWeights };
  /** assembly.json */
  readonly assembly: { readonly source: RankerWeights; readonly content: RankerWeights };
  /** confidence.json */
  readonly confidence: ConfidenceWeights;
}

export type { Unresolved } from './turns/merge.ts';

export interface Attributable {
  readonly document: Document;
  /** The article's date, `YYYY-MM-DD…`, against which "on Sunday" is read. */
  readonly published: string | null;
}

export interface Attributor {
  /** Takes any number of articles and gives the attributions of each, in the order of the cues. */
  attribute(articles: readonly Attributable[]): Promise<Unresolved[][]>;
}

interface Reading extends Attributable {
  readonly quotations: readonly Quotation[];
  readonly quoted: readonly Span[];
}

/** A labelled stretch of tokens as a span of the text. */
export const charsOf = ({ tokens }: Document, { first, end }: RoleSpan): Span => [
  tokens[first]!.start,
  tokens[end - 1]!.end,
];

/** The act with the highest score summed over the cue's tokens. */
function modeOf({ modes }: Tagged, cue: RoleSpan): Mode {
  const sums = MODES.map((_, m) => {
    let sum = 0;
    for (let i = cue.first; i < cue.end; i++) sum += modes[i * MODES.length + m]!;
    return sum;
  });
  return MODES[sums.indexOf(Math.max(...sums))]!;
}

/** @param within index of the attribution that reports this one */
function unresolved(reading: Reading, sighting: Sighting, within: number | null): Unresolved {
  const { document, tagged, assembled, confidence } = sighting;
  const source = assembled.source ? [charsOf(document, assembled.source)] : [];
  const cue = [charsOf(document, assembled.cue)];
  const content = assembled.contents.map((span) => charsOf(document, span));
  const spans = { source, cue, content };
  // A day within somebody's words is a day of theirs, not one of the article.
  const dated = within === null || !isQuoted(reading.document, cue[0]![0]);
  return {
    ...spans,
    type: typeOf(content, quotedAgainst(reading.quotations, reading.quoted, cue), document.text),
    mode: modeOf(tagged, assembled.cue),
    saidOn: dated ? saidOn(document, spans, reading.published) : null,
    medium: mediumOf(document, spans),
    confidence,
    within,
  };
}

const startOf = ({ document, assembled }: Sighting) => document.tokens[assembled.cue.first]!.start;

/** An article's attributions in the order of the cues. */
function allUnresolved(reading: Reading, sightings: readonly Sighting[]): Unresolved[] {
  const inOrder = sightings.toSorted((a, b) => startOf(a) - startOf(b));
  const indexOf = new Map(inOrder.map((sighting, i) => [sighting, i]));
  return inOrder.map((sighting) =>
    unresolved(reading, sighting, sighting.outer === null ? null : indexOf.get(sighting.outer)!),
  );
}

/** Loads the network and the rankers, and gives what labels documents and ties the labelled spans together. */
export async function createFinder(
  weights: Omit<AttributionWeights, 'confidence'>,
): Promise<(documents: readonly Document[]) => Promise<Found[]>> {
  const tagger = await createTagger({ network: weights.network, ...weights.tagger });
  const ties: AssemblyWeights = {
    source: rankerOf(weights.assembly.source),
    content: rankerOf(weights.assembly.content),
  };
  return async (documents) => {
    const states = documents.map(quotationState);
    const tagged = await tagger.tag(documents.map((document, i) => ({ document, states: states[i]! })));
    return tagged.map((one, i) => {
      const scene = setScene(documents[i]!, withoutDatelines(documents[i]!, one.spans), states[i]!);
      const assembled = assemble(scene, ties).map((found) => withoutDoubtful(one, found));
      return { states: states[i]!, tagged: one, assembled };
    });
  };
}

/**
 * Loads the models and gives what finds attributions: a network labels source, cue and content; learned rankers tie
 * them together around each cue; contents are read again for what their speakers report of others; type, mode, medium
 * and date are read off the result; transcripts are read by their labels.
 *
 * @throws Error when the network cannot be loaded.
 */
export async function createAttributor(weights: AttributionWeights): Promise<Attributor> {
  const find = await createFinder(weights);
  return {
    async attribute(articles) {
      const documents = articles.map(({ document }) => document);
      const sightings = await withNested(documents, await find(documents), find, weights.confidence);
      return articles.map((article, i) => {
        const { document } = article;
        const marks = { quotations: quotations(document), quoted: quotedRanges(document) };
        const read = allUnresolved({ ...article, ...marks }, sightings[i]!);
        return withTurns(document, read);
      });
    },
  };
}
