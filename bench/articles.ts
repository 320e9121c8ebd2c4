import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Capture } from '../src/model.ts';
import { capture, isRefusal } from '../src/pipeline/index.ts';

const DEV = fileURLToPath(new URL('../../shared/data/attribution/dev.jsonl', import.meta.url));
const TRAIN = fileURLToPath(new URL('../../shared/data/attribution/train.jsonl', import.meta.url));
const SAMPLES = fileURLToPath(new URL('../samples/articles', import.meta.url));

/** What is measured: real articles where the data folder lies beside the checkout, else the samples. */
export const INPUT = existsSync(DEV) ? DEV : SAMPLES;
/** Ten times as many other articles, or null without the data folder. */
export const TENFOLD = existsSync(TRAIN) ? TRAIN : null;

/** All articles of an input, in memory. @throws Error when one is refused */
export async function readCaptures(input: string): Promise<Capture[]> {
  const captures: Capture[] = [];
  for await (const item of capture([input])) {
    if (isRefusal(item)) throw new Error(`${item.input}: ${item.reason}`);
    captures.push(item);
  }
  return captures;
}
