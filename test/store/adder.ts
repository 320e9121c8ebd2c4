/**
 * Adds the synthetic articles FROM to TO to a record, for tests that kill it or run it beside others:
 * `node adder.ts RECORD FROM TO ATTRIBUTIONS`. Says on standard output what it is about to do ("opening", "adding 7")
 * and what it has done ("opened", "added 7", "unchanged 7"), one line each, written before it goes on.
 */
import { openRecord } from '../../src/pipeline/index.ts';
import { captureOf, syntheticArticle } from './synthetic.ts';

const [path, from, to, attributions] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);

say('opening');
const record = openRecord(path!);
say('opened');
for (let n = Number(from); n < Number(to); n++) {
  const article = syntheticArticle(n, Number(attributions));
  say(`adding ${n}`);
  say(`${record.add(captureOf(article), article)} ${n}`);
}
record.close();
