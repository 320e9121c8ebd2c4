import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { writeIssue } from '../src/pipeline/index.ts';
import { startServer } from '../src/server/index.ts';
import { openRecord, type RecordStore } from '../src/store/index.ts';
import { Random } from '../training/synthetic/random.ts';
import { fullRecord } from './full-record.ts';
import type { Asked, Timed } from './readers.ts';
import { utterance } from './utterances.ts';

/**
 * How long the server of a large record takes: node bench/serve.ts [STATEMENTS [RECORD]]. So many readers at once, in a thread
 * of their own, open pages (each with all that the page asks for) and type searches; each reads a while in between. Time is
 * by the reader's clock, waiting for others in it, from the first request of a page to its last answer.
 */
const READERS = 20;
const SECONDS = 40;
/** What a page may take at the 95th percentile, and a search for what was typed so far. */
const BARS = { page: 300, typed: 100 };

const percentile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))]!;

/** Saved questions, of rarer words and of common ones. */
const ISSUES = [
  { name: 'country', title: null, about: ['their country', 'our country'], speakers: [] },
  { name: 'government', title: null, about: ['government'], speakers: [] },
  { name: 'years', title: null, about: ['other years', 'many years', 'next year'], speakers: [] },
];

/** What there is to open: of each kind of page many, so that few are opened twice; each with all that it asks for first. */
function pagesOf(record: RecordStore): Asked[] {
  const random = new Random(3);
  const articles = record.articles({ limit: 500, offset: 100 }).items;
  const speakers = record.speakers({ limit: 500 }).items;
  const stories = record.stories({ limit: 500 }).items;
  const found = record.search({ words: 'country', limit: 500 }).items;
  const page = <T>(what: string, all: readonly T[], ask: (one: T) => readonly string[]): Asked[] =>
    Array.from({ length: 40 }, () => ({ what, addresses: ask(random.pick(all)).map((address) => `/api${address}`) }));
  const fixed = (what: string, ...addresses: string[]) => page(what, [addresses], (all) => all);
  const firsts = ['limit=50&offset=0', 'limit=50&offset=50'];
  return [
    ...fixed('today', '/today', '/articles?limit=50&offset=0'),
    ...page('article', articles, ({ key }) => [`/articles/${key}`]),
    ...page('speaker', speakers, ({ key }) => [`/speakers/${key}?limit=50&offset=0`]),
    ...page('shifts below it', speakers, ({ key }) => [`/shifts?speaker=${key}&limit=3`]),
    ...page('speakers', [0, 50, 500, 5000], (offset) => [`/speakers?limit=50&offset=${offset}`]),
    ...page('speakers', ['jam', 'mary', 'bra'], (name) => [`/speakers?limit=50&offset=0&name=${name}`]),
    ...page('sources', firsts, (paging) => [`/audit?${paging}`]),
    ...page('stories', firsts, (paging) => [`/stories?${paging}`]),
    ...page('story', stories, ({ key }) => [`/stories/${key}?limit=50&offset=0`]),
    ...page('statements', firsts, (paging) => [`/statements?${paging}`, '/outlets']),
    ...page('altered statements', firsts, (paging) => [`/statements?altered=true&${paging}`, '/outlets']),
    ...page('statement', found, ({ statement }) => [`/statements/${statement}?limit=50&offset=0`]),
    ...fixed(
      'issues',
      '/issues?limit=50&offset=0',
      '/suggested-issues',
      ...ISSUES.map(({ name }) => `/issues/${name}/counts`),
    ),
    ...page('issue', ISSUES, ({ name }) => [`/issues/${name}`]),
    ...fixed('review', '/review?offset=0&limit=20', '/offers?offset=0&limit=1', '/outlets'),
    ...fixed('corrections', '/corrections?limit=50&offset=0'),
    ...fixed('watching', '/sources', '/sources/health'),
    ...fixed('not captured', '/refusals?limit=50&offset=0', '/sources/health'),
    ...page('search, narrowed', speakers, ({ key }) => [`/search?q=we+will&speaker=${key}&limit=50&offset=0`]),
    ...page('search, dated', [2012, 2015, 2011], (year) => [
      `/search?q=people&from=${year}-01-01&to=${year}-12-31&limit=50&offset=0`,
    ]),
  ];
}

/** Every search that typing asks for, letter after letter: of so many beginnings of sentences that hardly one comes twice. */
const typed: Asked[] = Array.from({ length: 400 }, (_, n) =>
  utterance(700_000_000 + n).words.slice(0, 2 + (n % 3)),
).flatMap((said) => {
  const words = said.join(' ');
  return Array.from({ length: words.length - 1 }, (_, i) => {
    const q = encodeURIComponent(words.slice(0, i + 2));
    return {
      what: 'search, typed',
      addresses: [`/api/search?q=${q}&limit=50&offset=0`, `/api/speakers?name=${q}&limit=4`],
    };
  });
});

async function read(url: string, pages: readonly Asked[]): Promise<readonly Timed[]> {
  const workerData = { url, pages, typed, readers: READERS, seconds: SECONDS };
  const worker = new Worker(new URL('readers.ts', import.meta.url), { workerData });
  return new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
}

function print(times: readonly Timed[]): void {
  for (const [what, some] of Map.groupBy(times, (timed) => timed.what)) {
    const ms = some.map((timed) => timed.ms);
    const bar = what === 'search, typed' ? BARS.typed : BARS.page;
    const [half, most] = [percentile(ms, 0.5), percentile(ms, 0.95)];
    if (most > bar) process.exitCode = 1;
    console.log(
      `${what.padEnd(19)} ${String(ms.length).padStart(5)} times   p50 ${half.toFixed(1).padStart(7)} ms   ` +
        `p95 ${most.toFixed(1).padStart(7)} ms   (at most ${bar})`,
    );
  }
}

/** What this program has worked so far, in milliseconds: others on the machine change nothing in it. */
function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Each request by itself, with nobody else there, those among them that were asked before: what a slow figure above is made of. */
async function alone(url: string, pages: readonly Asked[]): Promise<void> {
  for (const [what, some] of Map.groupBy([...pages, ...typed], (asked) => asked.what)) {
    const times: (readonly [ms: number, address: string])[] = [];
    for (const address of some.flatMap(({ addresses }) => addresses)) {
      const before = worked();
      const response = await fetch(url + address);
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`${address}: status ${response.status}`);
      times.push([worked() - before, address]);
    }
    const sorted = times.toSorted(([a], [b]) => a - b);
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
    console.log(
      `alone, of the processor  ${what.padEnd(19)} p50 ${at(0.5)[0].toFixed(1).padStart(7)} ms   ` +
        `p95 ${at(0.95)[0].toFixed(1).padStart(7)} ms   worst ${at(1)[0].toFixed(1)} ms: ${at(1)[1]}`,
    );
  }
}

/** Waits for what a server looks up at its start. */
async function ready(url: string): Promise<void> {
  const start = performance.now();
  const counted = ISSUES.flatMap(({ name }) => [`/api/issues/${name}`, `/api/issues/${name}/counts`]);
  const first = ['/api/audit?limit=50&offset=0', '/api/suggested-issues', ...counted];
  for (const address of first) await (await fetch(url + address)).arrayBuffer();
  console.log(`ready ${((performance.now() - start) / 1000).toFixed(1)} s after the start`);
}

async function run(path: string): Promise<void> {
  const record = openRecord(path, { readOnly: true });
  const { articles, attributions, speakers } = record.counts();
  console.log(`${articles} articles, ${attributions} statements by ${speakers} speakers; ${READERS} readers at once`);
  const issues = mkdtempSync(join(tmpdir(), 'onrecord-issues-'));
  for (const issue of ISSUES) writeIssue(issues, issue);
  const server = await startServer({ record, path, issues, port: 0 });
  const pages = pagesOf(record);
  await ready(server.url);
  print(await read(server.url, pages));
  await alone(server.url, pages);
  await server.close();
  record.close();
  rmSync(issues, { recursive: true });
}

const [statements = '200000', given] = process.argv.slice(2);
const folder = given === undefined ? mkdtempSync(join(tmpdir(), 'onrecord-serve-')) : null;
const path = given ?? join(folder!, 'record.db');
try {
  fullRecord(path, Number(statements));
  await run(path);
} finally {
  if (folder !== null) rmSync(folder, { recursive: true });
}
