import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRecord } from '../src/pipeline/index.ts';
import type { RecordStore } from '../src/store/index.ts';
import type { MadeArticle } from './made-articles.ts';
import { type Measured, measure } from './measure.ts';

/** One measurement adds so many articles to each record, so that the smallest does not become much larger. */
const ADDED = 20;
const ROUNDS = 9;

/** What one more article costs records of different sizes. */
export interface Growing {
  readonly sizes: readonly number[];
  /** What there are so many of, for the lines that are printed. */
  readonly what: string;
  /** Fills a record with so many; goes on where one was filled in part. */
  fill(record: RecordStore, size: number): void;
  /** The `n`th new article, for a record of this size. */
  newArticle(n: number, size: number): MadeArticle;
  /** Looks at each record once all is measured. */
  afterwards?(record: RecordStore, size: number, path: string): void;
}

/**
 * Fills a record of each size and measures what one more article costs it, by turns: what disturbs the machine disturbs all.
 * With ONRECORD_BENCH=FOLDER the filled records are kept there, and those that are there are filled no more.
 */
export async function measureRecords({ sizes, what, fill, newArticle, afterwards }: Growing): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  try {
    const paths = sizes.map((size) => join(folder, `${size}.db`));
    const records = sizes.map((size, at) => {
      console.error(`filling a record with ${size.toLocaleString('en')} ${what}`);
      const kept = process.env.ONRECORD_BENCH && join(process.env.ONRECORD_BENCH, `${what}-${size}.db`);
      const filling = openRecord(kept ?? paths[at]!);
      fill(filling, size);
      filling.close();
      if (kept) copyFileSync(kept, paths[at]!);
      return openRecord(paths[at]!);
    });
    print(await runs(records, sizes, newArticle), sizes, what);
    for (const [at, record] of records.entries()) {
      afterwards?.(record, sizes[at]!, paths[at]!);
      record.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** For each record the rounds that count. */
async function runs(
  records: readonly RecordStore[],
  sizes: readonly number[],
  newArticle: Growing['newArticle'],
): Promise<Measured[][]> {
  const all: Measured[][] = records.map(() => []);
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [at, record] of records.entries()) {
      const articles = Array.from({ length: ADDED }, (_, i) => newArticle(round * ADDED + i, sizes[at]!));
      const run = await measure(() => {
        for (const { capture, analyzed } of articles) record.add(capture, analyzed);
      });
      // The first round compiles the code.
      if (round > 0) all[at]!.push(run);
    }
  }
  return all;
}

function print(all: readonly Measured[][], sizes: readonly number[], what: string): void {
  const mean = (of: readonly Measured[], by: keyof Measured): number =>
    of.reduce((sum, one) => sum + one[by], 0) / of.length / ADDED;
  const best = (of: readonly Measured[]): number => Math.min(...of.map(({ processor }) => processor)) / ADDED;
  for (const [at, size] of sizes.entries()) {
    const [own, least] = [all[at]!, all[0]!];
    const ratios = [mean(own, 'processor') / mean(least, 'processor'), best(own) / best(least)];
    console.log(
      `${size.toLocaleString('en')} ${what}: ${(mean(own, 'processor') * 1e3).toFixed(2)} ms of processor an article ` +
        `(best round ${(best(own) * 1e3).toFixed(2)}), ${(mean(own, 'seconds') * 1e3).toFixed(2)} ms by the clock; ` +
        `${ratios.map((ratio) => ratio.toFixed(2)).join(' and ')} times the first`,
    );
  }
}
