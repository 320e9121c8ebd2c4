import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it, type TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { openRecord } from '../../src/pipeline/index.ts';
import { faultsOf, onFile } from '../store/files.ts';
import { randomFrom } from '../store/synthetic.ts';
import { MAIN, onrecord, temporaryFolder } from './onrecord.ts';
import { Publisher } from './publisher.ts';

const ARTICLES = 300;
const EDITS = 60;
const KILLS = 20;
/** After this many milliseconds a started process is killed at the latest; loading takes about one second of it. */
const LONGEST_RUN_MS = 4_000;
const PUBLISHED_WITHIN_MS = 40_000;
const DONE_WITHIN_MS = 90_000;

const random = randomFrom(20311104);

function startWatch(test: TestContext, record: string): ChildProcess {
  const args = [
    'watch',
    '-r',
    record,
    '--allow-private',
    '--interval',
    '1s',
    '--delay',
    '10ms',
    '--workers',
    '1',
    '--json',
  ];
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  test.after(() => child.kill('SIGKILL'));
  return child;
}

/** What the record holds, past our own code, without waiting for whoever writes. */
function ask<Row>(record: string, query: string): Row[] {
  const database = new DatabaseSync(record, { readOnly: true, timeout: 10_000 });
  try {
    return database.prepare(query).all() as Row[];
  } finally {
    database.close();
  }
}

const rowsOfArticles = (record: string): number =>
  ask<{ n: number }>(record, 'select count(*) as n from article')[0]!.n;

/** Publishes the articles one after another, and edits some of those that are in the record, until all is done. */
async function publishAll(publisher: Publisher, record: string, edited: Set<number>, end: AbortSignal): Promise<void> {
  const begun = Date.now();
  let published = 0;
  while (!end.aborted && (published < ARTICLES || edited.size < EDITS)) {
    const due = Math.min(ARTICLES, Math.ceil((ARTICLES * (Date.now() - begun)) / PUBLISHED_WITHIN_MS));
    for (; published < due; published++) publisher.publish(published);
    const kept = new Set(ask<{ url: string }>(record, 'select url from article').map(({ url }) => url));
    const whole = Array.from({ length: published }, (_, n) => n).filter((n) => kept.has(publisher.addressOf(n)));
    const unedited = whole.filter((n) => n % 5 === 0 && !edited.has(n));
    const n = unedited[Math.floor(random() * unedited.length)];
    if (n !== undefined && random() < 0.7) {
      publisher.edit(n);
      edited.add(n);
    }
    await wait(100);
  }
}

/** Starts the command and kills it at a random moment, again and again. Gives how often it had got to work. */
async function killAgainAndAgain(test: TestContext, record: string): Promise<number> {
  let worked = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const before = ask<{ n: number }>(record, 'select coalesce(sum(attempts), 0) as n from outlet_attempts')[0]!.n;
    const child = startWatch(test, record);
    const closed = once(child, 'close');
    await wait(random() * LONGEST_RUN_MS);
    child.kill('SIGKILL');
    await closed;
    assert.equal(child.signalCode, 'SIGKILL', `run ${kill} ended by itself`);
    const after = ask<{ n: number }>(record, 'select coalesce(sum(attempts), 0) as n from outlet_attempts')[0]!.n;
    if (after > before) worked++;
  }
  return worked;
}

describe('kill -9 during watch', () => {
  it(`${KILLS} times while ${ARTICLES} articles come out and ${EDITS} are edited: each once, each edit one revision`, async (test) => {
    const record = join(temporaryFolder(test), 'r.db');
    const publisher = await Publisher.open();
    test.after(() => publisher.close());
    const added = await onrecord(['sources', 'add', ...publisher.feeds, '--kind', 'feed', '-r', record]);
    assert.equal(added.status, 0, added.stderr);

    const edited = new Set<number>();
    const end = new AbortController();
    const publishing = publishAll(publisher, record, edited, end.signal);
    test.after(() => end.abort());
    const worked = await killAgainAndAgain(test, record);
    assert.ok(worked > KILLS / 2, `only ${worked} of the processes were killed at work: this test proves little`);

    const child = startWatch(test, record);
    const closed = once(child, 'close');
    let said = '';
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const deadline = Date.now() + DONE_WITHIN_MS;
    await publishing;
    while (rowsOfArticles(record) < ARTICLES + EDITS && Date.now() < deadline && child.exitCode === null)
      await wait(200);
    // What is asked once more must bring nothing more.
    await wait(3_000);
    child.kill('SIGTERM');
    await closed;
    assert.equal(child.exitCode, 143, `SIGTERM ends it cleanly: ${said.slice(-2_000)}`);
    assert.equal(edited.size, EDITS);
    checkArticles(publisher, record, edited);
    checkAttempts(publisher, record);
    test.diagnostic(
      `${worked} of ${KILLS} killed at work; ${publisher.sent} pages sent, ${publisher.unchanged} not modified`,
    );
  });
});

/** Every article is there once, and once more in other words if it was edited; nothing else is. */
function checkArticles(publisher: Publisher, path: string, edited: ReadonlySet<number>): void {
  assert.deepEqual(faultsOf(path), []);
  const rows = ask<{ url: string; n: number; texts: number }>(
    path,
    `select url, count(*) as n, count(distinct text) as texts from article
     join article_text on article_id = article.id group by url`,
  );
  const found = new Map(rows.map(({ url, n, texts }) => [url, `${n} ${texts}`]));
  for (let n = 0; n < ARTICLES; n++) {
    const versions = edited.has(n) ? 2 : 1;
    assert.equal(found.get(publisher.addressOf(n)), `${versions} ${versions}`, publisher.addressOf(n));
  }
  assert.equal(rows.length, ARTICLES);
  const record = openRecord(path, { readOnly: true });
  try {
    const waiting = onFile(path, (database) =>
      database.prepare("select canonical from item where state = 'waiting'").all(),
    );
    // A page that is not there yet has a second chance, in an hour.
    assert.deepEqual(
      waiting.map(({ canonical }) => canonical),
      [`${publisher.origins[0]}/missing`],
    );
    assert.equal(record.sources().length, publisher.feeds.length);
  } finally {
    record.close();
  }
}

/** Every attempt was kept with its outcome, and little was asked twice. */
function checkAttempts(publisher: Publisher, path: string): void {
  const record = openRecord(path, { readOnly: true });
  try {
    const all = record.attempts({ limit: 1 }).total;
    const counted = record.health().reduce((sum, { attempts }) => sum + attempts, 0);
    assert.ok(all > ARTICLES && all <= counted, `${all} attempts are kept of ${counted}`);
    const outcomes = new Set(
      record.health().flatMap(({ parts }) => parts.flatMap((part) => part.outcomes.map(({ outcome }) => outcome))),
    );
    for (const outcome of [
      'ok',
      'unchanged',
      'not found',
      'robots',
      'needs JavaScript',
      'wrong type',
      'unreachable',
      'refused',
    ] as const)
      assert.ok(outcomes.has(outcome), `an attempt that came to: ${outcome}`);
    const failed = new Map(
      record.attempts({ failed: true, limit: 500 }).items.map(({ url, outcome }) => [url, outcome as string]),
    );
    for (const [url, outcome] of publisher.odd) assert.equal(failed.get(url), outcome, url);
    const lost = ask(
      path,
      `select canonical from item where state = 'whole' and not exists (
         select 1 from attempt where item_id = item.id and outcome = 'ok' and article_id is not null)`,
    );
    assert.deepEqual(lost, [], 'what came in has the attempt that brought it');
  } finally {
    record.close();
  }
  // A kill may undo one page of each host; a third of the redirected ones has two addresses until it was fetched.
  const most = ARTICLES + EDITS + KILLS * publisher.origins.length + ARTICLES / 9;
  assert.ok(publisher.sent <= most, `${publisher.sent} whole pages were sent, more than ${most}`);
}
