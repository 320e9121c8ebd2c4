/**
 * The research bench: trains a variant of the tagger, scores it on dev with the scorer of record, times it, and appends
 * a line to docs/experiments.md. What is to be learned must be prepared (`node training/prepare.ts`), and where teachers
 * are asked for, trained (training/train.sh).
 *
 *     node training/experiment.ts NAME [options of training/tagger.py]
 *     node training/experiment.ts NAME --models FOLDER     scores what is trained already
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { measure } from '../bench/measure.ts';
import { createTagger } from '../src/attribution/network/tagger.ts';
import { quotationState } from '../src/attribution/quotation/quotation-marks.ts';
import { analyzeStream, capture, createAnalyzer } from '../src/pipeline/index.ts';
import { BUILD, DATA, MODELS, readCorpus } from './corpus.ts';

const PYTHON = path.join(import.meta.dirname, '.venv/bin/python');
const SCORER = path.resolve(DATA, '../tools/score.mjs');
const NOTES = path.resolve(import.meta.dirname, '../docs/experiments.md');
const DEV = path.join(DATA, 'attribution/dev.jsonl');
/** Speed is the best of so many runs: the others were disturbed. */
const ROUNDS = 3;

interface Share {
  readonly f1: number;
}

interface Figures {
  readonly source_exact: Share;
  readonly cue_exact: Share;
  readonly content_exact: Share;
  readonly attribution: Share;
  readonly attribution_with_quotation_marks: Share;
  readonly mode_accuracy: number;
  readonly in_words: Share;
}

/** Trains the variant, with the other models as they ship and the confidence fitted to it. */
function train(name: string, options: readonly string[]): string {
  const models = path.join(BUILD, 'experiments', name);
  fs.mkdirSync(models, { recursive: true });
  const tagger = path.join(import.meta.dirname, 'tagger.py');
  execFileSync(PYTHON, [tagger, '--name', name, '--out', models, ...options], { stdio: 'inherit' });
  for (const file of ['assembly.json', 'speakers.json'])
    fs.copyFileSync(path.join(MODELS, file), path.join(models, file));
  const confidence = path.join(import.meta.dirname, 'confidence.ts');
  execFileSync(process.execPath, [confidence, '--out', models], { stdio: 'inherit' });
  return models;
}

/** Analyses dev and gives what the scorer says of it. */
async function score(models: string): Promise<Figures> {
  const analyzer = await createAnalyzer({ models });
  const lines: string[] = [];
  for await (const item of analyzeStream(analyzer, capture([DEV]))) {
    if (!('article' in item)) throw new Error(`${item.input}: ${item.reason}`);
    lines.push(JSON.stringify(item.article));
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'experiment-'));
  const found = path.join(folder, 'dev.jsonl');
  fs.writeFileSync(found, lines.join('\n'));
  const run = (...args: string[]) =>
    JSON.parse(
      execFileSync(process.execPath, [SCORER, ...args], { encoding: 'utf8' })
        .trim()
        .split('\n')
        .at(-1)!,
    );
  const stance = path.join(DATA, 'stance/dev.jsonl');
  const figures = { ...run('attribution', DEV, found), ...run('stance', DEV, stance, found) };
  fs.rmSync(folder, { recursive: true });
  return figures;
}

/** Milliseconds that the network takes for a dev article on one core, features and decoding with it. */
async function timed(models: string): Promise<number> {
  const weights = JSON.parse(fs.readFileSync(path.join(models, 'tagger.json'), 'utf8'));
  const tagger = await createTagger({ network: fs.readFileSync(path.join(models, 'tagger.onnx')), ...weights });
  const taggable = readCorpus('dev').map(({ document }) => ({ document, states: quotationState(document) }));
  const tag = async () => {
    for (let i = 0; i < taggable.length; i += 32) await tagger.tag(taggable.slice(i, i + 32));
  };
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) best = Math.min(best, (await measure(tag)).processor);
  return (1000 * best) / taggable.length;
}

const [name, ...options] = process.argv.slice(2);
if (!name || name.startsWith('-')) {
  console.error('usage: node training/experiment.ts NAME [--models FOLDER | options of training/tagger.py]');
  process.exit(2);
}
const models = options[0] === '--models' ? path.resolve(options[1]!) : train(name, options);
const figures = await score(models);
const cells = [
  name,
  options.map((option) => option.replace(`${BUILD}/`, '')).join(' '),
  [figures.source_exact, figures.cue_exact, figures.content_exact].map(({ f1 }) => f1).join(' / '),
  figures.attribution.f1,
  figures.attribution_with_quotation_marks.f1,
  `${figures.mode_accuracy} / ${figures.in_words.f1}`,
  (await timed(models)).toFixed(1),
  Math.round(fs.statSync(path.join(models, 'tagger.onnx')).size / 1000),
];
const line = `| ${cells.join(' | ')} |`;
console.log(line);
fs.appendFileSync(NOTES, `${line}\n`);
