import type { RecordStore } from '../src/store/index.ts';
import { Random } from '../training/synthetic/random.ts';
import { type MadeArticle, makeArticle } from './made-articles.ts';
import { news } from './news.ts';
import { measureRecords } from './records-by-size.ts';
import { people } from './speaker-names.ts';

const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1000, 100_000];
/** So many articles that fill a record go into it in one transaction. */
const TOGETHER = 100;
/** So many of an article's sentences are attributed, to some of so many speakers. */
const ATTRIBUTIONS = 2;
const SPEAKERS = 2000;

const speakers = [...people(11, SPEAKERS)].map((newcomer) => ({ ...newcomer, role: null }));

/** The news of a record, whose own goes on where it was filled: newcomers are on the events of its last days. */
function* articles(): Generator<MadeArticle> {
  let n = 0;
  for (const { title, text, published } of news(7)) {
    const random = new Random(n);
    const lines = text.split('\n').map((line) => line.replace(/\.$/, ''));
    const statements = lines
      .slice(0, ATTRIBUTIONS)
      .map((words) => ({ words, speaker: speakers[Math.floor(SPEAKERS ** random.next()) - 1]! }));
    const rest = `${lines.slice(ATTRIBUTIONS).join('.\n')}.\n`;
    yield makeArticle(`news-${n}`, statements, { outlet: `Outlet ${n % 97}`, published, title, rest });
    n++;
  }
}

const arriving = new Map(SIZES.map((size) => [size, articles()]));

function fill(record: RecordStore, size: number): void {
  const coming = arriving.get(size)!;
  const held = record.counts().articles;
  for (let n = 0; n < size; n += TOGETHER) {
    const some = Array.from({ length: Math.min(TOGETHER, size - n) }, () => coming.next().value as MadeArticle);
    record.together(() => {
      for (const { capture, analyzed } of some.slice(Math.max(0, held - n))) record.add(capture, analyzed);
    });
    if ((n + TOGETHER) % 10_000 === 0) console.error(`  ${(n + TOGETHER).toLocaleString('en')}`);
  }
}

/** What one more article costs a record, the whole of `record.add`, by how many articles it holds. */
await measureRecords({
  sizes: SIZES,
  what: 'articles',
  fill,
  newArticle: (_, size) => arriving.get(size)!.next().value as MadeArticle,
});
