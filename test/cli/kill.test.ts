import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { openRecord } from '../../src/pipeline/index.ts';
import { smallArticle } from './articles.ts';
import { MAIN, onrecord, temporaryFolder } from './onrecord.ts';

const ARTICLES = 250;
const KILLS = 20;
/** So many of the kills come while the program starts and makes the record; the others once it has added some. */
const EARLY = 4;
const STARTING_MS = 1_200;
const BETWEEN_ARTICLES_MS = 20;

/** Starts `add` in the folder and ends it with SIGKILL at a random moment; gives whether the kill came in time. */
async function killedAdd(folder: string, early: boolean): Promise<boolean> {
  const child = spawn(process.execPath, [MAIN, 'add', 'articles'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const closed = once(child, 'close');
  const after = early ? 0 : Math.ceil(Math.random() * (ARTICLES - 50));
  const later = Math.random() * (early ? STARTING_MS : BETWEEN_ARTICLES_MS);
  let reported = 0;
  let killed: Promise<unknown> | undefined;
  const killLater = (): Promise<unknown> => wait(later).then(() => child.kill('SIGKILL'));
  if (early) killed = killLater();
  for await (const _line of createInterface(child.stdout)) {
    reported++;
    if (reported >= after) killed ??= killLater();
  }
  await killed;
  await closed;
  return child.signalCode === 'SIGKILL';
}

/** SQLite's own word on a file that a killed process left behind. */
function checkSound(file: string): void {
  const database = new DatabaseSync(file);
  try {
    assert.equal(database.prepare('PRAGMA integrity_check').get()?.integrity_check, 'ok');
    assert.deepEqual(database.prepare('PRAGMA foreign_key_check').all(), []);
  } finally {
    database.close();
  }
}

/** Every article of a record with all that was found in it, by key, without the time of its capture. */
function contents(file: string): Map<string, string> {
  const record = openRecord(file, { readOnly: true });
  try {
    const articles = new Map<string, string>();
    for (let offset = 0; offset < record.counts().articles; offset += 500) {
      for (const { key } of record.articles({ limit: 500, offset }).items) {
        const { article, text, attributions } = record.article(key)!;
        const snapshot = record.snapshot(key)!;
        assert.equal(article.attributions, attributions.length);
        const parts = attributions.map(({ article: _, ...attribution }) => attribution);
        articles.set(key, JSON.stringify([article.id, text, snapshot.sha256, snapshot.bytes.length, parts]));
      }
    }
    const counted = { articles: articles.size, attributions: [...record.everyAttribution()].length };
    const { articles: all, attributions } = record.counts();
    assert.deepEqual({ articles: all, attributions }, counted, 'the counts fit what is there');
    return articles;
  } finally {
    record.close();
  }
}

function removeRecord(file: string): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
}

describe('kill -9 during add', () => {
  it(`leaves a sound record without half an article, which a second add completes, ${KILLS} times`, async (t) => {
    const folder = temporaryFolder(t);
    mkdirSync(join(folder, 'articles'));
    for (let n = 0; n < ARTICLES; n++) {
      writeFileSync(join(folder, 'articles', `a${String(n).padStart(3, '0')}.txt`), smallArticle(n));
    }
    const file = join(folder, 'onrecord.db');
    assert.equal((await onrecord(['add', 'articles'], { cwd: folder })).status, 0);
    const expected = contents(file);
    assert.equal(expected.size, ARTICLES);

    let partial = 0;
    for (let kills = 0, tries = 0; kills < KILLS; tries++) {
      assert.ok(tries < 2 * KILLS, 'most kills come before the program has ended by itself');
      removeRecord(file);
      if (!(await killedAdd(folder, kills < EARLY))) continue;
      kills++;
      if (existsSync(file)) {
        checkSound(file);
        // A record killed before its first transaction may hold no table yet; the next add makes them.
        if (kills > EARLY) {
          const left = contents(file);
          if (left.size > 0 && left.size < ARTICLES) partial++;
          for (const [key, article] of left) assert.equal(article, expected.get(key), 'no half article');
        }
      }
      const second = await onrecord(['add', 'articles'], { cwd: folder });
      assert.equal(second.status, 0, second.stderr);
      checkSound(file);
      assert.deepEqual(contents(file), expected, 'the second add completes it');
    }
    assert.ok(partial > 0, 'some kills came in the middle of the work');
  });
});
