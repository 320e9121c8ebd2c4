import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnalyzedArticle, Attribution, Capture, Speaker } from '../src/model.ts';
import { openRecord } from '../src/pipeline/index.ts';
import type { RecordStore } from '../src/store/index.ts';
import { Random } from '../training/synthetic/random.ts';
import { type Measured, measure } from './measure.ts';
import { people } from './speaker-names.ts';

const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1000, 30_000, 1_000_000];
/** Articles that fill a record give so many speakers each, so that few transactions are needed. */
const FILLING = 1000;
/** A measured article: so many attributions, by so many speakers, of whom so many are known to every record. */
const ATTRIBUTIONS = 30;
const SPEAKERS = 8;
const KNOWN = 4;
/** One measurement adds so many articles to each record, so that the smallest does not become much larger. */
const ADDED = 20;
const ROUNDS = 9;

const WORDS = 'the grain corridor talks will open on Monday if both sides agree to withdraw from the lake first'.split(
  ' ',
);
const random = new Random(7);

/** An article in which these speakers say something, one after the other. */
function articleBy(
  id: string,
  speakers: readonly Speaker[],
  words: number,
): { capture: Capture; analyzed: AnalyzedArticle } {
  let text = '';
  const attributions = speakers.map((speaker): Attribution => {
    const start = text.length;
    text += Array.from({ length: words }, () => random.pick(WORDS)).join(' ');
    const content = [[start, text.length]] as const;
    text += '.\n';
    const circumstances = { saidOn: null, medium: null, confidence: 0.9, within: null };
    const evidence = { speakerConfidence: 0.9, unresolved: null, anonymity: null };
    return { source: [], cue: [], content, type: 'indirect', mode: 'says', speaker, ...circumstances, ...evidence };
  });
  const about = { title: `Article ${id}`, byline: null, outlet: 'The Courier', language: 'en', url: null };
  const article = { id, ...about, published: '2031-05-04', text };
  const bytes = Buffer.from(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const capturedAt = '2031-05-04T10:00:00.000Z';
  const snapshot = { bytes, sha256, mediaType: 'text/plain', location: `${id}.txt`, capturedAt };
  return { capture: { article, snapshot }, analyzed: { ...article, attributions } };
}

/** Fills a record with so many speakers: the same first ones for all. */
function fill(record: RecordStore, size: number): void {
  let held = 0;
  for (let seed = 1; held < size; seed++) {
    const { capture, analyzed } = articleBy(`filling-${seed}`, [...people(seed, Math.min(FILLING, size - held))], 3);
    record.add(capture, analyzed);
    // Some of them are one: how many speakers there are is asked seldom, since that takes a while.
    held = seed % 50 === 0 || held + FILLING >= size ? record.counts().speakers : held + FILLING;
    if (seed % 100 === 0) console.error(`  ${held.toLocaleString('en')} of ${size.toLocaleString('en')}`);
  }
}

/** A new article by people whom every record knows and by people whom none may know, with the family names of all. */
function newArticle(n: number) {
  const known = random.sample([...people(1, 200)], KNOWN);
  const speakers = [...known, ...people(1_000_000 + n, SPEAKERS - KNOWN)];
  return articleBy(
    `new-${n}`,
    Array.from({ length: ATTRIBUTIONS }, (_, i) => speakers[i % SPEAKERS]!),
    20,
  );
}

/** Measures what one more article costs a record, by how many speakers it holds. */
async function measureRecords(folder: string): Promise<void> {
  const records = SIZES.map((size) => {
    console.error(`filling a record with ${size.toLocaleString('en')} speakers`);
    const record = openRecord(join(folder, `${size}.db`));
    fill(record, size);
    return record;
  });
  const runs: Measured[][] = SIZES.map(() => []);
  for (let round = 0; round <= ROUNDS; round++) {
    // New in every round, the same for all: by turns, so that what disturbs the machine disturbs all.
    const articles = Array.from({ length: ADDED }, (_, i) => newArticle(round * ADDED + i));
    for (const [at, record] of records.entries()) {
      const run = await measure(() => {
        for (const { capture, analyzed } of articles) record.add(capture, analyzed);
      });
      // The first round compiles the code.
      if (round > 0) runs[at]!.push(run);
    }
  }
  const mean = (all: readonly Measured[], by: keyof Measured): number =>
    all.reduce((sum, one) => sum + one[by], 0) / all.length / ADDED;
  for (const [at, size] of SIZES.entries()) {
    const [own, least] = [runs[at]!, runs[0]!];
    const best = (all: readonly Measured[]): number => Math.min(...all.map(({ processor }) => processor)) / ADDED;
    const ratios = [mean(own, 'processor') / mean(least, 'processor'), best(own) / best(least)];
    console.log(
      `${size.toLocaleString('en')} speakers: ${(mean(own, 'processor') * 1e3).toFixed(2)} ms of processor an article ` +
        `(best round ${(best(own) * 1e3).toFixed(2)}), ${(mean(own, 'seconds') * 1e3).toFixed(2)} ms by the clock; ` +
        `${ratios.map((ratio) => ratio.toFixed(2)).join(' and ')} times the first`,
    );
  }
  for (const record of records) record.close();
}

const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
try {
  await measureRecords(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
