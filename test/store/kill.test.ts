import assert from 'node:assert/strict';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { it, type TestContext } from 'node:test';
import { setTimeout } from 'node:timers';
import type { Speaker } from '../../src/model.ts';
import { openRecord } from '../../src/pipeline/index.ts';
import type { RecordedSource, RecordStore } from '../../src/store/index.ts';
import { faultsOf, folderFor } from './files.ts';
import { addInProcess } from './processes.ts';
import { captureOf, markerOf, NO_STANCE, randomFrom, syntheticArticle } from './synthetic.ts';

const ARTICLES = 500;
const ATTRIBUTIONS = 40;
const KILLS = 24;

function withoutKey(speaker: RecordedSource | null): Speaker | null {
  if (!speaker) return null;
  const { key: _, wikidata: __, ...rest } = speaker;
  return rest;
}

/** The n-th article is there with everything that was to go in with it. */
function assertWhole(record: RecordStore, n: number): void {
  const expected = syntheticArticle(n, ATTRIBUTIONS);
  const capture = captureOf(expected);
  const found = record.article(expected.id)!;
  assert.ok(record.has(capture));
  assert.equal(found.text, expected.text);
  const told = found.attributions.map((one) => {
    const {
      key: _,
      article: __,
      words,
      sourceWords,
      cueWords,
      anonymityWords,
      aboutWords,
      conditionWords,
      speaker,
      reportedBy,
      corrections,
      statement: ___,
      ...rest
    } = one;
    return { ...rest, speaker: withoutKey(speaker) };
  });
  assert.deepEqual(
    told,
    expected.attributions.map((one) => ({ ...NO_STANCE, ...one })),
  );
  assert.deepEqual(record.snapshot(found.article.key), capture.snapshot);
  assert.equal(record.search({ words: markerOf(n), limit: 1 }).total, ATTRIBUTIONS);
}

/**
 * The record is sound, and holds the first articles, each whole, and nothing else. Gives how many.
 *
 * @param from those before are only counted.
 */
function checkRecord(path: string, from: number): number {
  assert.deepEqual(faultsOf(path), []);
  const record = openRecord(path, { create: false });
  try {
    const { articles, attributions, speakers } = record.counts();
    for (let n = from; n < articles; n++) assertWhole(record, n);
    assert.equal(record.has(captureOf(syntheticArticle(articles, ATTRIBUTIONS))), false);
    assert.equal(attributions, articles * ATTRIBUTIONS);
    assertSpeakers(record, articles, speakers);
    return articles;
  } finally {
    record.close();
  }
}

/** Every speaker is there because an article quotes it, and is counted as often as articles do. */
function assertSpeakers(record: RecordStore, articles: number, speakers: number): void {
  let quoted = 0;
  let listed = 0;
  for (let offset = 0; offset < speakers; offset += 500) {
    for (const speaker of record.speakers({ limit: 500, offset }).items) {
      assert.ok(speaker.attributions >= speaker.articles && speaker.articles > 0);
      quoted += speaker.attributions;
      listed++;
    }
  }
  const all = Array.from({ length: articles }, (_, n) => syntheticArticle(n, ATTRIBUTIONS).attributions);
  assert.equal(quoted, all.flat().filter(({ speaker }) => speaker).length);
  assert.equal(listed, speakers);
}

it('a record survives kill -9 of the process that adds to it, again and again', async (test: TestContext) => {
  const path = join(folderFor(test), 'r.db');
  const random = randomFrom(20310504);
  let held = 0;
  let interrupted = 0;
  for (let round = 0; round < KILLS; round++) {
    // The first rounds are killed while the record is made; later ones after some articles, and a moment more.
    const lastLine =
      round < 3 ? ['opening', 'opened', 'adding 0'][round]! : `adding ${held + Math.floor(random() * 25)}`;
    const moment = random() * (round < 3 ? 10 : 4);
    const { lines, signal } = await addInProcess(path, { to: ARTICLES, attributions: ATTRIBUTIONS }, (line, child) => {
      if (line === lastLine) setTimeout(() => child.kill('SIGKILL'), moment);
    });
    assert.equal(signal, 'SIGKILL', `round ${round} ended by itself:\n${lines.slice(-3).join('\n')}`);
    if (!existsSync(path) || statSync(path).size === 0) continue;

    const now = checkRecord(path, held);
    const added = lines.filter((line) => line.startsWith('added ')).map((line) => Number(line.split(' ')[1]));
    for (const n of added) assert.ok(n < now, `round ${round}: article ${n} was said to be added and is not there`);
    assert.ok(now >= held, `round ${round}: articles of earlier rounds are gone`);
    const begun = lines.findLast((line) => line.startsWith('adding '));
    if (begun === `adding ${now}`) interrupted++;
    held = now;
  }
  test.diagnostic(`${KILLS} kills, ${interrupted} of them while an article went in; ${held} articles held then`);
  assert.ok(interrupted > 0, 'no kill came while an article went in: this test proves nothing');
  assert.ok(held > 0 && held < ARTICLES);

  const { code } = await addInProcess(path, { to: ARTICLES, attributions: ATTRIBUTIONS });
  assert.equal(code, 0);
  assert.equal(checkRecord(path, 0), ARTICLES);
});
