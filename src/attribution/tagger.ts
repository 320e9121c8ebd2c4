import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Document } from '../text/index.ts';
import { type CrfWeights, decode, OUTPUTS } from './decoder.ts';
import { createFeaturizer, type ParagraphFeatures } from './features.ts';
import { LABELS, MODES, type RoleSpan, spansOf } from './labels.ts';
import { COLUMNS, type Vocabulary } from './vocabulary.ts';

export interface TaggerWeights {
  /** The network in ONNX: int32 `features` [batch, time, columns] and `lengths` [batch] in, `scores` [batch, time, labels and modes] out. */
  readonly network: Uint8Array;
  readonly vocabulary: Vocabulary;
  readonly crf: CrfWeights;
}

export interface Tagged {
  readonly spans: RoleSpan[];
  /** For each token of the document, the network's share for the label it was given. */
  readonly shares: Float32Array;
  /** For each token, the score of each of MODES, which means something at the tokens of a cue. */
  readonly modes: Float32Array;
}

export interface Tagger {
  /** @param states from `quotationState` of the same document */
  tag(document: Document, states: Uint8Array): Promise<Tagged>;
}

const WIDTH = COLUMNS.length;
/** A batch holds paragraphs of like length: it takes one more while no more than this share of it would be padding. */
const MOST_PADDING = 0.2;
/** Longer paragraphs are read in pieces, which bounds memory on text without line breaks. */
const LONGEST = 1500;

/** Cuts paragraphs that are too long into pieces, at a sentence's end where one is near. */
function bounded(block: ParagraphFeatures): ParagraphFeatures[] {
  const [first, end] = block.tokens;
  const pieces: ParagraphFeatures[] = [];
  for (let at = first; at < end; at += LONGEST) {
    const to = Math.min(end, at + LONGEST);
    pieces.push({ tokens: [at, to], values: block.values.subarray((at - first) * WIDTH, (to - first) * WIDTH) });
  }
  return pieces;
}

const lengthOf = ({ tokens }: ParagraphFeatures) => tokens[1] - tokens[0];

/** Longest first; a new batch begins where padding would outweigh what a larger batch saves. */
function batchesOf(blocks: readonly ParagraphFeatures[]): ParagraphFeatures[][] {
  const batches: ParagraphFeatures[][] = [];
  let used = 0;
  for (const block of blocks.flatMap(bounded).sort((a, b) => lengthOf(b) - lengthOf(a))) {
    const batch = batches.at(-1);
    const longest = batch ? lengthOf(batch[0]!) : 0;
    used += lengthOf(block);
    if (batch && used >= longest * (batch.length + 1) * (1 - MOST_PADDING)) batch.push(block);
    else {
      batches.push([block]);
      used = lengthOf(block);
    }
  }
  return batches;
}

function feedsOf(batch: readonly ParagraphFeatures[]): { features: Tensor; lengths: Tensor } {
  const time = lengthOf(batch[0]!);
  const values = new Int32Array(batch.length * time * WIDTH);
  batch.forEach((block, b) => {
    values.set(block.values, b * time * WIDTH);
  });
  return {
    features: new Tensor('int32', values, [batch.length, time, WIDTH]),
    lengths: new Tensor('int32', Int32Array.from(batch, lengthOf), [batch.length]),
  };
}

/** Decodes a batch's scores into spans, and keeps what they say of each token. */
function read(scores: Float32Array, batch: readonly ParagraphFeatures[], crf: CrfWeights, into: Tagged): void {
  const time = lengthOf(batch[0]!);
  batch.forEach(({ tokens: [first, end] }, b) => {
    const offset = b * time * OUTPUTS;
    const { labels, shares } = decode(scores, offset, end - first, crf);
    into.spans.push(...spansOf(labels, first));
    into.shares.set(shares, first);
    for (let i = first; i < end; i++) {
      const row = offset + (i - first) * OUTPUTS + LABELS.length;
      into.modes.set(scores.subarray(row, row + MODES.length), i * MODES.length);
    }
  });
}

/**
 * Loads the network that labels tokens as source, cue and content (BIO, as in CofeNet and Citron).
 * It runs on one thread, and batches never mix articles: an article's labels do not depend on what else is analysed.
 */
export async function createTagger({ network, vocabulary, crf }: TaggerWeights): Promise<Tagger> {
  const session = await InferenceSession.create(network, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
  });
  const featurize = createFeaturizer(vocabulary);
  return {
    async tag(document, states) {
      const tagged: Tagged = {
        spans: [],
        shares: new Float32Array(document.tokens.length),
        modes: new Float32Array(document.tokens.length * MODES.length),
      };
      for (const batch of batchesOf(featurize(document, states))) {
        const { scores } = await session.run(feedsOf(batch));
        read(scores!.data as Float32Array, batch, crf, tagged);
      }
      tagged.spans.sort((a, b) => a.first - b.first);
      return tagged;
    },
  };
}
