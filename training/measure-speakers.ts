/**
 * Measures the speakers' room on marked attributions: `node training/measure-speakers.ts [train|dev] [--errors]`.
 * Writes predictions made from the marked spans to the temporary folder, and runs `shared/tools/score.mjs` on them.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveSpeakers, type SpeakerWeights } from '../src/speakers/index.ts';
import { readDocument } from '../src/text/index.ts';
import { calibrationError } from './calibration.ts';
import { DATA } from './corpus.ts';
import { isRight, readMarked } from './speakers-data.ts';

const root = join(import.meta.dirname, '..');
const split = process.argv[2] ?? 'dev';
const showErrors = process.argv.includes('--errors');
const weights = JSON.parse(
  readFileSync(process.env.ONRECORD_SPEAKERS_MODEL ?? join(root, 'models/speakers.json'), 'utf8'),
) as SpeakerWeights;
const { articles, speakers } = readMarked(split);

let kinds = 0;
let rightKinds = 0;
let spent = 0;
let tokens = 0;
const judged: { confidence: number; right: boolean }[] = [];
const rows = articles.map((article) => {
  const document = readDocument(article.text);
  const about = { title: article.title, byline: article.credit, outlet: article.outlet };
  const begin = process.cpuUsage();
  const found = resolveSpeakers(document, article.attributions, about, weights);
  const { user, system } = process.cpuUsage(begin);
  spent += (user + system) / 1000;
  tokens += document.tokens.length;
  article.attributions.forEach((attribution, i) => {
    const gold = speakers.get(`${article.id}#${attribution.i}`);
    if (!gold) return;
    kinds++;
    const { speaker, confidence } = found[i]!;
    const kind = speaker?.kind ?? 'unknown';
    if (kind === gold.kind) rightKinds++;
    const right = isRight(gold, speaker);
    judged.push({ confidence, right });
    if (!right && showErrors) {
      const words = (spans: readonly (readonly [number, number])[]): string =>
        spans.map(([s, e]) => article.text.slice(s, e)).join(' … ');
      console.log(
        `${article.id.slice(0, 40)}#${attribution.i}\t${gold.kind}\t[${words(attribution.source)}] {${words(attribution.cue)}}\t${gold.speaker}\t<> ${kind} ${speaker?.name ?? '-'}`,
      );
    }
  });
  return {
    id: article.id,
    attributions: article.attributions.map((attribution, i) => ({ ...attribution, speaker: found[i]!.speaker })),
  };
});

const folder = mkdtempSync(join(tmpdir(), 'onrecord-speakers-'));
try {
  const predictions = join(folder, 'predictions.jsonl');
  writeFileSync(predictions, rows.map((row) => JSON.stringify(row)).join('\n'));
  const score = [
    join(DATA, '../tools/score.mjs'),
    'speakers',
    `${DATA}/attribution/${split}.jsonl`,
    `${DATA}/speakers/${split}.jsonl`,
    predictions,
  ];
  const { status } = spawnSync(process.execPath, score, { stdio: 'inherit' });
  console.log(
    `kind right ${((100 * rightKinds) / kinds).toFixed(1)}  ${((1000 * spent) / tokens).toFixed(2)} ms per 1,000 tokens  ${(spent / articles.length).toFixed(2)} ms an article`,
  );
  console.log(`expected calibration error ${calibrationError(judged).toFixed(3)} on ${judged.length} speakers`);
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
