import type { Speaker } from '../src/model.ts';
import type { RecordStore } from '../src/store/index.ts';
import { Random } from '../training/synthetic/random.ts';
import { type MadeArticle, makeArticle } from './made-articles.ts';
import { measureRecords } from './records-by-size.ts';
import { people } from './speaker-names.ts';

const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1000, 30_000, 1_000_000];
/** Articles that fill a record give so many speakers each, so that few transactions are needed. */
const FILLING = 1000;
/** A measured article: so many attributions, by so many speakers, of whom so many are known to every record. */
const ATTRIBUTIONS = 30;
const SPEAKERS = 8;
const KNOWN = 4;

const WORDS = 'the grain corridor talks will open on Monday if both sides agree to withdraw from the lake first'.split(
  ' ',
);
/** An article in which these speakers say something, one after the other. */
const articleBy = (id: string, speakers: readonly Speaker[], words: number, random: Random): MadeArticle =>
  makeArticle(
    id,
    speakers.map((speaker) => ({
      speaker,
      words: Array.from({ length: words }, () => random.pick(WORDS)).join(' '),
    })),
  );

/** Fills a record with so many speakers: the same first ones for all. */
function fill(record: RecordStore, size: number): void {
  let held = 0;
  for (let seed = 1; held < size; seed++) {
    const speakers = [...people(seed, Math.min(FILLING, size - held))];
    const { capture, analyzed } = articleBy(`filling-${seed}`, speakers, 3, new Random(seed));
    record.add(capture, analyzed);
    // Some of them are one: how many speakers there are is asked seldom, since that takes a while.
    held = seed % 50 === 0 || held + FILLING >= size ? record.counts().speakers : held + FILLING;
    if (seed % 100 === 0) console.error(`  ${held.toLocaleString('en')} of ${size.toLocaleString('en')}`);
  }
}

/** A new article by people whom every record knows and by people whom none may know, with the family names of all. */
function newArticle(n: number): MadeArticle {
  const random = new Random(1_000_000 + n);
  const known = random.sample([...people(1, 200)], KNOWN);
  const speakers = [...known, ...people(1_000_000 + n, SPEAKERS - KNOWN)];
  return articleBy(
    `new-${n}`,
    Array.from({ length: ATTRIBUTIONS }, (_, i) => speakers[i % SPEAKERS]!),
    20,
    random,
  );
}

/** What one more article costs a record, by how many speakers it holds. */
await measureRecords({ sizes: SIZES, what: 'speakers', fill, newArticle });
