/**
 * Trains the ranker of the speakers' room and fits the confidence of its speakers, on articles that the ranker has not seen:
 * `node training/train-speakers.ts [MODEL.json]`, by default models/speakers.json.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SpeakerWeights } from '../src/speakers/index.ts';
import { readDocument } from '../src/text/index.ts';
import { DATA } from './corpus.ts';
import { crossValidate } from './cross-speakers.ts';
import { fitConfidence } from './fit-speaker-confidence.ts';
import { learnRanker } from './fit-speakers.ts';
import { readMarked } from './speakers-data.ts';

const model = process.argv[2] ?? join(import.meta.dirname, '../models/speakers.json');
const { articles, speakers } = readMarked('train');
const documents = articles.map((article) => readDocument(article.text));
const judged = crossValidate(articles, documents, speakers);
const named = judged.filter(({ gold }) => gold.kind === 'person' || gold.kind === 'organization');
const share = (100 * named.filter(({ right }) => right).length) / named.length;
console.error(`articles not seen: ${share.toFixed(1)}% of ${named.length} persons and organizations right`);
const weights = learnRanker(articles, documents, speakers, (line) => console.error(line));
const learnt: SpeakerWeights = { weights, confidence: fitConfidence(judged) };
writeFileSync(model, `${JSON.stringify(learnt)}\n`);
console.error(`${Object.keys(weights).length} weights from ${articles.length} articles of ${DATA} written to ${model}`);
