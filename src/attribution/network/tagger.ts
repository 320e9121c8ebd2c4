import type { Tensor, TensorConstructor } from 'onnxruntime-node';
import type { Document } from '../../text/index.ts';
import { type CrfWeights, type Decoder, decode, decoderOf, OUTPUTS } from './decoder.ts';
import { createFeaturizer, type ParagraphFeatures } from './features.ts';
import { LABELS, MODES, type RoleSpan } from './labels.ts';
import { COLUMNS, type Vocabulary } from './vocabulary.ts';

export interface TaggerWeights {
  /**
   * The network in ONNX. In: int32 `words` [time, batch], `features` [the other columns, time, batch] and `lengths`
   * [batch]. Out: `scores` [batch, time, labels and modes].
   */
  readonly network: Uint8Array;
  readonly vocabulary: Vocabulary;
  readonly crf: CrfWeights;
}

export interface Tagged {
  readonly spans: RoleSpan[];
  /** For each token of a span, the probability of that very span, 0 to 1; 0 elsewhere. */
  readonly exact: Float32Array;
  /** For each token of a span, the probability that one which would pass for it is there, 0 to 1; 0 elsewhere. */
  readonly present: Float32Array;
  /** For each token, the score of each of MODES, which means something at the tokens of a cue. */
  readonly modes: Float32Array;
}

/** What is to be tagged. */
export interface Taggable {
  readonly document: Document;
  /** From `quotationState` of the same document. */
  readonly states: Uint8Array;
}

export interface Tagger {
  /** Tags documents together, which is faster than one by one and gives the same. */
  tag(documents: readonly Taggable[]): Promise<Tagged[]>;
}

const WIDTH = COLUMNS.length;
/** Paragraphs run through the network together: fewer make longer matrix products of less use, more need more padding. */
const BATCH = 12;
/** Longer paragraphs are read in pieces, which bounds memory on text without line breaks. */
const LONGEST = 1500;

/** One paragraph, or a piece of a long one, and the document it belongs to. */
interface Block extends ParagraphFeatures {
  readonly owner: number;
}

const lengthOf = ({ tokens }: Block) => tokens[1] - tokens[0];

function bounded(block: ParagraphFeatures, owner: number): Block[] {
  const [first, end] = block.tokens;
  const pieces: Block[] = [];
  for (let at = first; at < end; at += LONGEST) {
    const to = Math.min(end, at + LONGEST);
    pieces.push({ owner, tokens: [at, to], values: block.values.subarray((at - first) * WIDTH, (to - first) * WIDTH) });
  }
  return pieces;
}

/** Batches of like length, the longest first, so that little of a batch is padding. */
function batchesOf(blocks: Block[]): Block[][] {
  const sorted = blocks.sort((a, b) => lengthOf(b) - lengthOf(a));
  return Array.from({ length: Math.ceil(sorted.length / BATCH) }, (_, i) => sorted.slice(i * BATCH, (i + 1) * BATCH));
}

/** Columns become the outermost dimension: the network reads each as one piece. */
function feedsOf(batch: readonly Block[], Tensor: TensorConstructor): Record<'words' | 'features' | 'lengths', Tensor> {
  const time = lengthOf(batch[0]!);
  const column = time * batch.length;
  const values = new Int32Array(WIDTH * column);
  batch.forEach((block, b) => {
    for (let i = 0, from = 0; from < block.values.length; i++) {
      for (let at = i * batch.length + b; at < values.length; at += column) values[at] = block.values[from++]!;
    }
  });
  return {
    words: new Tensor('int32', values.subarray(0, column), [time, batch.length]),
    features: new Tensor('int32', values.subarray(column), [WIDTH - 1, time, batch.length]),
    lengths: new Tensor('int32', Int32Array.from(batch, lengthOf), [batch.length]),
  };
}

/** Decodes a batch's scores into spans, and keeps what they say of each token. */
function read(scores: Float32Array, batch: readonly Block[], decoder: Decoder, into: readonly Tagged[]): void {
  const time = lengthOf(batch[0]!);
  batch.forEach(({ owner, tokens: [first, end] }, b) => {
    const offset = b * time * OUTPUTS;
    const tagged = into[owner]!;
    for (const { role, exact, present, ...span } of decode(scores, offset, end - first, decoder)) {
      const here = { role, first: first + span.first, end: first + span.end };
      tagged.spans.push(here);
      tagged.exact.fill(exact, here.first, here.end);
      tagged.present.fill(present, here.first, here.end);
    }
    for (let i = first; i < end; i++) {
      const row = offset + (i - first) * OUTPUTS + LABELS.length;
      tagged.modes.set(scores.subarray(row, row + MODES.length), i * MODES.length);
    }
  });
}

const untagged = ({ document }: Taggable): Tagged => ({
  spans: [],
  exact: new Float32Array(document.tokens.length),
  present: new Float32Array(document.tokens.length),
  modes: new Float32Array(document.tokens.length * MODES.length),
});

/**
 * Loads the network that labels tokens as source, cue and content (BIO, as in CofeNet and Citron). It runs on one
 * thread. Batches mix paragraphs of several articles: each row of a matrix product is summed in the same order however
 * many rows there are, so an article's scores do not depend on what else is analysed (a test holds it to that).
 */
export async function createTagger({ network, vocabulary, crf }: TaggerWeights): Promise<Tagger> {
  // Loaded only here: native code that whoever analyses nothing does without.
  const { InferenceSession, Tensor } = await import('onnxruntime-node');
  const session = await InferenceSession.create(network, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
  });
  const featurize = createFeaturizer(vocabulary);
  const decoder = decoderOf(crf);
  return {
    async tag(documents) {
      const tagged = documents.map(untagged);
      const blocks = documents.flatMap(({ document, states }, owner) =>
        featurize(document, states).flatMap((block) => bounded(block, owner)),
      );
      for (const batch of batchesOf(blocks)) {
        const { scores } = await session.run(feedsOf(batch, Tensor));
        read(scores!.data as Float32Array, batch, decoder, tagged);
      }
      for (const { spans } of tagged) spans.sort((a, b) => a.first - b.first);
      return tagged;
    },
  };
}
