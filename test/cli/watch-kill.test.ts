import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it, type TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { openRecord } from '../../src/pipeline/index.ts';
import { faultsOf } from '../store/files.ts';
import { randomFrom } from '../store/synthetic.ts';
import { MAIN, onrecord, temporaryFolder } from './onrecord.ts';
import { Publisher } from './publisher.ts';

const ARTICLES = 300;
const EDITS = 60;
const KILLS = 20;
/** So many of the kills come while the program starts; the others once it has done something, and a moment more. */
const EARLY = 4;
const STARTING_MS = 1_000;
const WORKING_MS = 1_500;
const IDLE_MS = 20_000;
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
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
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

/** Publishes articles as the kills go on, and edits some of those that are in the record, until all is done. */
async function publishAll(
  publisher: Publisher,
  record: string,
  progress: { kills: number },
  end: AbortSignal,
): Promise<Set<number>> {
  const edited = new Set<number>();
  let published = 0;
  while (!end.aborted && (published < ARTICLES || edited.size < EDITS)) {
    const due = Math.ceil(ARTICLES * Math.min(1, (progress.kills + 1) / KILLS));
    for (const some = Math.min(due, published + 5); published < some; published++) publisher.publish(published);
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
  return edited;
}

const attemptsIn = (record: string): number =>
  ask<{ n: number }>(record, 'select coalesce(sum(attempts), 0) as n from outlet_attempts')[0]!.n;

/** Starts the command and kills it at a random moment, again and again. Gives how often it had got to work. */
async function killAgainAndAgain(test: TestContext, record: string, progress: { kills: number }): Promise<number> {
  let worked = 0;
  for (; progress.kills < KILLS; progress.kills++) {
    const isEarly = progress.kills < EARLY;
    const before = attemptsIn(record);
    const child = startWatch(test, record);
    const closed = once(child, 'close');
    child.stderr!.resume();
    const begun = once(child.stdout!, 'data');
    child.stdout!.resume();
    if (!isEarly) await Promise.race([begun, wait(IDLE_MS, undefined, { ref: false })]);
    await wait(random() * (isEarly ? STARTING_MS : WORKING_MS));
    child.kill('SIGKILL');
    await closed;
    assert.equal(child.signalCode, 'SIGKILL', `run ${progress.kills} ended by itself`);
    if (attemptsIn(record) > before) worked++;
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

    const progress = { kills: 0 };
    const end = new AbortController();
    test.after(() => end.abort());
    const publishing = publishAll(publisher, record, progress, end.signal);
    const worked = await killAgainAndAgain(test, record, progress);
    assert.ok(worked > KILLS / 2, `only ${worked} of the processes were killed at work: this test proves little`);

    const child = startWatch(test, record);
    const closed = once(child, 'close');
    let said = '';
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.stdout!.resume();
    const deadline = Date.now() + DONE_WITHIN_MS;
    const edited = await publishing;
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

/** Every article is there once, and in a second revision if it was edited; nothing else is. */
function checkArticles(publisher: Publisher, path: string, edited: ReadonlySet<number>): void {
  assert.deepEqual(faultsOf(path), []);
  const record = openRecord(path, { readOnly: true });
  try {
    assert.equal(record.counts().articles, ARTICLES);
    assert.equal(rowsOfArticles(path), ARTICLES + EDITS);
    const found = new Map(record.articles({ limit: 500 }).items.map((article) => [article.url, article]));
    for (let n = 0; n < ARTICLES; n++) {
      const { key, revision, revisions } = found.get(publisher.addressOf(n))!;
      assert.deepEqual([revision, revisions], edited.has(n) ? [2, 2] : [1, 1], publisher.addressOf(n));
      const tons = 100 + n + (edited.has(n) ? 1_000 : 0);
      assert.match(record.article(key)!.text, new RegExp(`shipped ${tons} tons`));
    }
    assert.equal(record.sources().length, publisher.feeds.length);
  } finally {
    record.close();
  }
  // A page that is not there yet has a second chance, in an hour.
  const waiting = ask<{ canonical: string }>(path, "select canonical from item where state = 'waiting'");
  assert.deepEqual(
    waiting.map(({ canonical }) => canonical),
    [`${publisher.origins[0]}/missing`],
  );
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
