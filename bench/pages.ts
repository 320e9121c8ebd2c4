import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { capture, isRefusal } from '../src/capture/index.ts';
import { compare } from './measure.ts';

/**
 * Times the reading of pages, from files to articles, beside Readability with linkedom, which gives the main text alone:
 * by turns, in one process, by the processor's time.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SHARED = join(ROOT, '../shared/data/extraction/html');
const FIXTURES = join(ROOT, 'test/fixtures/capture/systems');
const ROUNDS = 10;
/** What one page may cost of what Readability with linkedom alone costs. */
const BAR = 1.5;

const folder = existsSync(SHARED) ? SHARED : FIXTURES;
const files = globSync('**/*.{html,html.gz}', { cwd: folder })
  .sort()
  .map((file) => join(folder, file));

function plain(): void {
  for (const file of files) {
    const bytes = readFileSync(file);
    const html = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    try {
      new Readability(parseHTML(html).document as unknown as ConstructorParameters<typeof Readability>[0]).parse();
    } catch {
      // It fails on odd trees; what it took until then counts.
    }
  }
}

async function whole(): Promise<void> {
  let read = 0;
  for await (const each of capture(files)) if (!isRefusal(each)) read++;
  if (read === 0) throw new Error(`No page of ${folder} could be read.`);
}

const [alone, ours] = await compare([plain, whole], ROUNDS, 'processor');
const each = (seconds: number): string => `${((seconds * 1000) / files.length).toFixed(1)} ms`;
const ratio = ours.processor / alone.processor;
console.log(`${files.length} pages of ${folder}`);
console.log(`Readability with linkedom: ${each(alone.processor)} a page`);
console.log(
  `ours, text and metadata:   ${each(ours.processor)} a page, ${ratio.toFixed(2)} times as long (at most ${BAR})`,
);
if (ratio > BAR) process.exitCode = 1;
