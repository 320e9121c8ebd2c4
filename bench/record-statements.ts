import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { RecordStore } from '../src/store/index.ts';
import { Random } from '../training/synthetic/random.ts';
import { type MadeArticle, makeArticle } from './made-articles.ts';
import { measureRecords } from './records-by-size.ts';
import { type Copying, copied, type Utterance, utterance } from './utterances.ts';

const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 1_000_000];
/** Attributions of an article: of those that fill a record, and of those that are measured. */
const ATTRIBUTIONS = 40;
/** So many articles that fill a record go into it in one transaction. */
const TOGETHER = 50;
/** So many of them are copies of what came before. */
const COPIES = 10;
/** Copies are made of the last so many utterances, those of some days; in measured articles of the first, which every record holds. */
const COPIED = 2500;
const WAYS: readonly Copying[] = ['verbatim', 'cut', 'altered', 'cut and altered'];

/** A copy that a measured article has: where it stands in it, of which utterance, and in which way it was copied. */
interface Planted {
  readonly article: string;
  readonly position: number;
  readonly of: number;
  readonly way: Copying;
}
/** By the article, which is made once for each record. */
const planted = new Map<string, Planted[]>();

/** The utterances that the `n`th article of a record gives first, in their order. */
const firstOf = (n: number): number[] =>
  Array.from({ length: ATTRIBUTIONS - COPIES }, (_, i) => n * (ATTRIBUTIONS - COPIES) + i);

/** Twenty articles come in a day. */
const dayOf = (n: number): string => new Date(Date.UTC(2011, 0, 1 + Math.floor(n / 20))).toISOString().slice(0, 10);
const asStatement = ({ speaker, words }: Utterance) => ({ speaker, words: `“${words.join(' ')}”` });
const articleOf = (id: string, n: number, utterances: readonly Utterance[]): MadeArticle =>
  makeArticle(id, utterances.map(asStatement), { type: 'direct', outlet: `Outlet ${n % 97}`, published: dayOf(n) });

/** The `n`th article that fills a record: new utterances, and copies of what stands in it already. */
function fillingArticle(n: number): MadeArticle {
  const random = new Random(n);
  const copies = Array.from({ length: n === 0 ? 0 : COPIES }, () =>
    copied(
      utterance(random.between(Math.max(0, firstOf(n)[0]! - COPIED), firstOf(n)[0]! - 1)),
      random.pick(WAYS),
      random,
    ),
  );
  return articleOf(`filling-${n}`, n, [...firstOf(n).map(utterance), ...copies]);
}

function fill(record: RecordStore, size: number): void {
  const articles = size / ATTRIBUTIONS;
  for (let from = record.counts().articles; from < articles; from += TOGETHER) {
    const until = Math.min(from + TOGETHER, articles);
    record.together(() => {
      for (let n = from; n < until; n++) {
        const { capture, analyzed } = fillingArticle(n);
        record.add(capture, analyzed);
      }
    });
    if (until % 2500 === 0) console.error(`  ${(until * ATTRIBUTIONS).toLocaleString('en')}`);
  }
}

function newArticle(n: number): MadeArticle {
  const random = new Random(50_000_000 + n);
  const article = `new-${n}`;
  const plants = Array.from({ length: WAYS.length * (COPIES / 2) }, (_, position): Planted => {
    return { article, position, of: random.between(0, COPIED - 1), way: WAYS[Math.floor(position / (COPIES / 2))]! };
  });
  planted.set(article, plants);
  const copies = plants.map(({ of, way }) => copied(utterance(of), way, random));
  const fresh = Array.from({ length: ATTRIBUTIONS - copies.length }, (_, i) => utterance(100_000_000 + n * 40 + i));
  return articleOf(article, COPIED / ATTRIBUTIONS, [...copies, ...fresh]);
}

/** How many of the planted copies are of the statement that they copy, and what the record takes on the disk. */
function afterwards(_record: RecordStore, size: number, path: string): void {
  const database = new DatabaseSync(path, { readOnly: true });
  const statementOf = database.prepare(
    'select statement_id as id from attribution join article on article.id = article_id where source_id = ? and position = ?',
  );
  const at = (article: string, position: number): unknown => statementOf.get(article, position)?.id;
  const found = new Map(WAYS.map((way) => [way, { all: 0, right: 0 }]));
  for (const { article, position, of, way } of [...planted.values()].flat()) {
    const first = ATTRIBUTIONS - COPIES;
    const original = at(`filling-${Math.floor(of / first)}`, of % first);
    const count = found.get(way)!;
    count.all++;
    if (original !== undefined && original === at(article, position)) count.right++;
  }
  const total = [...found.values()].reduce((a, b) => ({ all: a.all + b.all, right: a.right + b.right }));
  const share = ({ all, right }: { all: number; right: number }): string => `${((100 * right) / all).toFixed(1)}%`;
  console.log(
    `${size.toLocaleString('en')} statements: planted copies found ${share(total)} (` +
      `${[...found].map(([way, count]) => `${way} ${share(count)}`).join(', ')} of ${total.all})`,
  );
  const sizes = database
    .prepare(
      `select name, sum(pgsize) as bytes from dbstat where name like 'statement%' or name like 'attribution%' group by name order by bytes desc`,
    )
    .all() as { name: string; bytes: number }[];
  const mega = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
  console.log(
    `  record ${mega(statSync(path).size)}: ${sizes.map(({ name, bytes }) => `${name} ${mega(bytes)}`).join(', ')}; ` +
      `memory of the process ${mega(process.memoryUsage.rss())}`,
  );
  database.close();
}

/** What one more article costs a record, by how many statements it holds, and which copies in it are recognised. */
await measureRecords({ sizes: SIZES, what: 'statements', fill, newArticle, afterwards });
