import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it, type TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { AnalyzedArticle, Article } from '../../src/model.ts';
import {
  type Analyzer,
  beginRebuild,
  createAnalyzer,
  openRecord,
  type RebuildEvent,
  rebuildRecord,
} from '../../src/pipeline/index.ts';

import { MAIN, temporaryFolder } from '../cli/onrecord.ts';
import { faultsOf, onFile } from '../store/files.ts';
import { logicalContent } from '../store/logical.ts';
import { randomFrom } from '../store/synthetic.ts';
import { answersOf, correctedRecord } from './rebuild-inputs.ts';

const CORRECTIONS = 100;
const KILLS = 12;

let analyzer: Analyzer;
before(async () => {
  analyzer = await createAnalyzer();
});

/** A record with corrections, in a folder of its own. */
async function recordFor(test: TestContext, corrections = CORRECTIONS): Promise<string> {
  const path = join(temporaryFolder(test), 'r.db');
  await correctedRecord(path, temporaryFolder(test), analyzer, corrections);
  return path;
}

async function rebuild(from: string, to?: string, using: Analyzer = analyzer): Promise<RebuildEvent[]> {
  const events: RebuildEvent[] = [];
  for await (const event of rebuildRecord(beginRebuild(from, to), using)) events.push(event);
  return events;
}

function answers(path: string): unknown {
  const record = openRecord(path, { readOnly: true });
  try {
    return answersOf(record);
  } finally {
    record.close();
  }
}

/** The bytes of a record without the gaps that its making left in the file. */
function compact(path: string, to: string): Buffer {
  onFile(path, (database) => database.prepare('vacuum into ?').run(to));
  return readFileSync(to);
}

describe('rebuild', () => {
  it(`makes the same record again, with ${CORRECTIONS} random corrections, and again the same bytes`, async (test) => {
    const path = await recordFor(test);
    const [content, shown] = [logicalContent(path, { log: true }), answers(path)];
    assert.equal(content.log!.length, CORRECTIONS);
    const bytes = compact(path, `${path}.compact`);
    const events = await rebuild(path, `${path}.1`);
    assert.ok(events.length > 30);
    assert.ok(events.every((event) => event.outcome === 'rebuilt' && event.kept === null));
    assert.ok(readFileSync(`${path}.1`).equals(bytes), 'the bytes of the record itself, without its gaps');
    assert.deepEqual(logicalContent(`${path}.1`, { log: true }), content);
    assert.deepEqual(answers(`${path}.1`), shown);
    await rebuild(`${path}.1`, `${path}.2`);
    assert.ok(readFileSync(`${path}.2`).equals(bytes), 'a rebuild of a rebuild');
    assert.deepEqual(faultsOf(`${path}.2`), []);
  });

  it('takes the place of the old record, which it keeps beside it', async (test) => {
    const path = await recordFor(test, 12);
    const content = logicalContent(path, { log: true });
    await rebuild(path);
    assert.deepEqual(logicalContent(path, { log: true }), content);
    assert.deepEqual(logicalContent(`${path}.before-rebuild`, { log: true }), content);
    const names = readdirSync(join(path, '..')).filter((name) => !/^r\.db(\.before-rebuild)?(-wal|-shm)?$/.test(name));
    assert.deepEqual(names, []);
  });

  it('is not put in place under a process that has the record open, and takes in what came meanwhile', async (test) => {
    const path = await recordFor(test, 8);
    const other = openRecord(path);
    test.after(() => other.close());
    await assert.rejects(rebuild(path), /open in another process/);
    other.close();
    // A correction that is made while articles are being analysed.
    let made = 0;
    const correcting: Analyzer = {
      async analyze(articles) {
        const record = openRecord(path);
        const { key } = record.speakers({ limit: 500 }).items.at(-1)!;
        record.correct(
          { action: 'rename', speaker: key, name: `Name ${made++}` },
          { by: 'M. Quist', at: '2031-06-02' },
        );
        record.close();
        return analyzer.analyze(articles);
      },
    };
    await rebuild(path, undefined, correcting);
    const record = openRecord(path, { readOnly: true });
    test.after(() => record.close());
    assert.ok(made > 0);
    assert.equal(record.corrections().total, 8 + made);
    assert.equal(record.speakers({ name: `name ${made - 1}` }).total, 1);
  });

  it('keeps corrections that no longer apply in the log, says which, and loses no article', async (test) => {
    const path = await recordFor(test, 0);
    const record = openRecord(path);
    const [first, second] = record.articles().items.map(({ key }) => record.article(key)!.attributions[0]!);
    const origin = { by: 'M. Quist', at: '2031-06-02T08:00:00.000Z' };
    record.correct({ action: 'not-a-statement', attribution: first!.key }, origin);
    record.correct({ action: 'speaker', attribution: second!.key, to: null }, origin);
    const articles = record.counts().articles;
    record.close();
    // A version that no longer finds the first, moves the second a little, and cannot read one article at all.
    const { id } = first!.article;
    const moved = (article: AnalyzedArticle): AnalyzedArticle => ({
      ...article,
      attributions: article.attributions.map((found) => ({
        ...found,
        within: null,
        content: found.content.map(([start, end], i): [number, number] => [start, i === 0 ? end - 1 : end]),
      })),
    });
    let failed: Article | undefined;
    const newer: Analyzer = {
      async analyze(given) {
        failed ??= given.find((article) => article.id !== id && article.id !== second!.article.id);
        if (given.includes(failed!)) throw new Error('it is too odd');
        const found = await analyzer.analyze(given);
        return found.map((article) => (article.id === id ? { ...article, attributions: [] } : moved(article)));
      },
    };
    const events = await rebuild(path, `${path}.new`, newer);
    const lost = events.filter((event) => event.outcome === 'unapplied');
    assert.deepEqual(
      lost.map(({ correction }) => [correction.number, correction.unapplied]),
      [[1, `there is no attribution at the place of ${first!.key}`]],
    );
    const kept = events.filter((event) => event.outcome === 'rebuilt' && event.kept !== null);
    assert.equal(kept.length, 1);
    const after = openRecord(`${path}.new`, { readOnly: true });
    test.after(() => after.close());
    assert.equal(after.counts().articles, articles);
    assert.equal(after.corrections().total, 2);
    const found = after.article(second!.article.key)!.attributions.find(({ corrections }) => corrections.length > 0)!;
    assert.equal(found.speaker, null);
    assert.deepEqual(after.article(failed!.id)!.attributions.length > 0, true);
  });

  it('takes an article over as it was when its snapshot can no longer be read', async (test) => {
    const path = await recordFor(test, 0);
    onFile(path, (database) =>
      database.exec("update capture set media_type = 'application/x-later' where location like '%/note.md'"),
    );
    const events = await rebuild(path, `${path}.new`);
    const kept = events.filter((event) => event.outcome === 'rebuilt' && event.kept !== null);
    assert.equal(kept.length, 1);
    assert.match((kept[0] as { kept: string }).kept, /snapshot is application\/x-later/);
  });

  it(`leaves a whole record when it is killed at any moment, ${KILLS} times`, async (test) => {
    const folder = temporaryFolder(test);
    const path = join(folder, 'onrecord.db');
    await correctedRecord(path, temporaryFolder(test), analyzer, 20);
    const content = logicalContent(path, { log: true });
    const articles = content.articles!.length;
    const random = randomFrom(7);
    let killed = 0;
    let under = 0;
    let placed = 0;
    for (let tries = 0; killed < KILLS && tries < 4 * KILLS; tries++) {
      const child = spawn(process.execPath, [MAIN, 'rebuild', '--json'], {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const closed = once(child, 'close');
      // Every other kill comes once all articles have been made: about when the new record is put in place.
      const after = tries % 2 ? articles : Math.ceil(random() * articles);
      let reported = 0;
      child.stdout.on('data', (chunk: Buffer) => {
        reported += chunk.toString().split('\n').length - 1;
        if (reported >= after) wait(random() * 40).then(() => child.kill('SIGKILL'));
      });
      await closed;
      if (child.signalCode !== 'SIGKILL') continue;
      killed++;
      if (existsSync(`${path}.rebuilding`)) under++;
      else if (existsSync(`${path}.before-rebuild`)) placed++;
      assert.deepEqual(faultsOf(path), []);
      assert.deepEqual(logicalContent(path, { log: true }), content, `kill ${killed}, after ${after} articles`);
    }
    test.diagnostic(`${killed} kills, ${under} before the new record was whole, ${placed} once it was`);
    assert.ok(under > 0 && killed >= KILLS / 2);
    await rebuild(path);
    assert.deepEqual(logicalContent(path, { log: true }), content);
    assert.equal(existsSync(`${path}.rebuilding`), false);
  });

  it('refuses what makes no sense', async (test) => {
    const folder = temporaryFolder(test);
    const path = join(folder, 'r.db');
    assert.throws(() => beginRebuild(path), /there is no record/);
    writeFileSync(join(folder, 'notes.txt'), 'These are my notes.');
    assert.throws(() => beginRebuild(join(folder, 'notes.txt')), /no record of Onrecord/);
    openRecord(path).close();
    copyFileSync(path, `${path}.copy`);
    assert.throws(() => beginRebuild(path, `${path}.copy`), /is there already/);
    const first = beginRebuild(path, `${path}.new`);
    assert.throws(() => beginRebuild(path, `${path}.new`), /another rebuild/);
    first.abandon();
    await rebuild(path, `${path}.new`);
  });
});
