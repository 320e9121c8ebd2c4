import type { Attribution, Mode, Span } from '../model.ts';
import type { Document } from '../text/index.ts';
import { type Assembled, type AssemblyWeights, assemble, setScene } from './assembly/assembly.ts';
import { withoutDatelines } from './assembly/dateline.ts';
import { type RankerWeights, rankerOf } from './assembly/ranker.ts';
import { mediumOf } from './circumstances/medium.ts';
import { saidOn } from './circumstances/said-on.ts';
import { type ConfidenceWeights, confidenceOf, evidenceOf } from './confidence.ts';
import type { CrfWeights } from './network/decoder.ts';
import { MODES, type RoleSpan } from './network/labels.ts';
import { createTagger, type Tagged } from './network/tagger.ts';
import type { Vocabulary } from './network/vocabulary.ts';
import { type Quotation, quotationState, quotations, quotedRanges } from './quotation/quotation-marks.ts';
import { quotedAgainst, typeOf } from './quotation/type.ts';

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

/** An attribution whose speaker has not been resolved. */
export type Unresolved = Omit<Attribution, 'speaker'>;

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
  readonly confidence: ConfidenceWeights;
  readonly tagged: Tagged;
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

function unresolved(reading: Reading, assembled: Assembled): Unresolved {
  const { document, published, tagged } = reading;
  const source = assembled.source ? [charsOf(document, assembled.source)] : [];
  const cue = [charsOf(document, assembled.cue)];
  const content = assembled.contents.map((span) => charsOf(document, span));
  const spans = { source, cue, content };
  return {
    ...spans,
    type: typeOf(content, quotedAgainst(reading.quotations, reading.quoted, cue), document.text),
    mode: modeOf(tagged, assembled.cue),
    saidOn: saidOn(document, spans, published),
    medium: mediumOf(document, spans),
    confidence: confidenceOf(evidenceOf(tagged, assembled), reading.confidence),
  };
}

/** A document's labels and what they were assembled into. */
export interface Found {
  readonly tagged: Tagged;
  readonly assembled: readonly Assembled[];
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
      return { tagged: one, assembled: assemble(scene, ties) };
    });
  };
}

/**
 * Loads the models and gives what finds attributions: a BiLSTM-CRF labels source, cue and content; learned rankers tie
 * them together around each cue; type, mode, medium and date are read off the result.
 *
 * @throws Error when the network cannot be loaded.
 */
export async function createAttributor(weights: AttributionWeights): Promise<Attributor> {
  const find = await createFinder(weights);
  return {
    async attribute(articles) {
      const found = await find(articles.map(({ document }) => document));
      return articles.map((article, i) => {
        const { document } = article;
        const { tagged, assembled } = found[i]!;
        const marks = { quotations: quotations(document), quoted: quotedRanges(document) };
        const reading: Reading = { ...article, ...marks, tagged, confidence: weights.confidence };
        return assembled.map((one) => unresolved(reading, one));
      });
    },
  };
}
