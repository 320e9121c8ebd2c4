/** Trains the ranker of the speakers' room: `node training/train-speakers.ts [MODEL.json]`, by default models/speakers.json. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument } from '../src/text/index.ts';
import { DATA } from './corpus.ts';
import { learnSpeakers } from './fit-speakers.ts';
import { readMarked } from './speakers-data.ts';

const model = process.argv[2] ?? join(import.meta.dirname, '../models/speakers.json');
const { articles, speakers } = readMarked('train');
const documents = articles.map((article) => readDocument(article.text));
const learnt = learnSpeakers(articles, documents, speakers, (line) => console.error(line));
writeFileSync(model, `${JSON.stringify(learnt)}\n`);
console.error(
  `${Object.keys(learnt.weights).length} weights from ${articles.length} articles of ${DATA} written to ${model}`,
);
