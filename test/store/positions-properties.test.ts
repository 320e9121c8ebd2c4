import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { AnalyzedArticle, Attribution, Span, Speaker, Stance } from '../../src/model.ts';
import { openRecord } from '../../src/pipeline/index.ts';
import type { RecordStore } from '../../src/store/index.ts';
import { faultsOf, folderFor, onFile } from './files.ts';
import { logicalContent } from './logical.ts';
import { correctAtRandom } from './random-corrections.ts';
import { articleOf, captureOf, randomFrom } from './synthetic.ts';

const ROUNDS = 3;
const ORIGIN = { by: 'S. Vellamo', at: '2031-07-01T09:00:00.000Z' };

const SAID: readonly (readonly [Stance, string])[] = [
  ['states', 'that Osmara has closed the Orra bridge to grain trucks'],
  ['denies', 'that Osmara has not closed the Orra bridge to grain trucks'],
  ['accepts', 'that Tarn will open talks on the Orra bridge as long as trucks pass'],
  ['rejects', 'that Tarn will not open talks on the Orra bridge'],
  ['states', 'that 212 grain trucks of Osmara crossed the Orra bridge on Monday'],
  ['states', 'that 90 grain trucks of Osmara crossed the Orra bridge on Monday'],
];
const SPEAKERS: readonly Speaker[] = [
  { name: 'Ilan Marro', kind: 'person', role: 'Tarnish foreign minister' },
  { name: 'I. Marro', kind: 'person', role: null },
  { name: 'Oda Vesk', kind: 'person', role: 'Osmaran foreign minister' },
  { name: 'Osmara', kind: 'organization', role: null },
];

/** The n-th of a row of articles that say a few things which cannot all hold, some within what others report. */
function clash(n: number, url: string | null): AnalyzedArticle {
  const random = randomFrom(900 + n);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  let text = `Report ${n}.\n`;
  const write = (words: string): Span => {
    text += words;
    return [text.length - words.length, text.length];
  };
  const attributions = Array.from({ length: 3 }, (_, i): Attribution => {
    const speaker = pick(SPEAKERS);
    const source = [write(speaker.name)];
    write(' ');
    const cue = [write('said')];
    write(' ');
    const [stance, words] = pick(SAID);
    const content = [write(words)];
    write('.\n');
    const at = words.indexOf('as long as');
    const condition: Span | null = at < 0 ? null : [content[0]![0] + at, content[0]![1]];
    return {
      ...{ source, cue, content, type: 'indirect', mode: 'says', speaker: random() < 0.9 ? speaker : null },
      ...{ saidOn: null, medium: null, confidence: 0.95, within: i > 0 && random() < 0.3 ? i - 1 : null },
      ...{ speakerConfidence: null, unresolved: null, anonymity: null },
      ...{ stance, about: null, condition, conditionStatus: condition && 'in force', polarity: 'positive' },
      ...{ modality: null, hedged: false, time: null, stanceConfidence: 0.9, evidence: [] },
    };
  });
  return articleOf(`clash-${n}`, text, { outlet: `Outlet ${n % 4}`, published: '2031-05-04', url, attributions });
}

function opened(test: TestContext): { path: string; record: RecordStore } {
  const path = join(folderFor(test), 'r.db');
  const record = openRecord(path);
  test.after(() => record.close());
  return { path, record };
}

/** Of ten, two are at one address: the second is a revision of the first. */
function add(record: RecordStore, from: number, to: number): void {
  for (let n = from; n < to; n++) {
    const article = clash(n, n % 10 < 2 ? `https://courier.example/${Math.floor(n / 10)}` : null);
    const capture = captureOf(article);
    const capturedAt = new Date(Date.UTC(2031, 5, 1) + n * 3_600_000).toISOString();
    record.add({ ...capture, snapshot: { ...capture.snapshot, capturedAt } }, article);
  }
}

const POSITIONS = ['positions', 'positionsSaid', 'positionKeys', 'positionsChanged', 'collisions'];
const positionsOf = (path: string): Record<string, unknown> => {
  const content = logicalContent(path);
  return Object.fromEntries(POSITIONS.map((name) => [name, content[name]]));
};

describe('collisions under random corrections', () => {
  it('are the same as in a record that is made anew from its history', (test) => {
    let most = 0;
    for (let seed = 1; seed <= ROUNDS; seed++) {
      const { path, record } = opened(test);
      const random = randomFrom(seed);
      for (let n = 0; n < 16; n += 2) {
        add(record, n, n + 2);
        correctAtRandom(record, random, 2);
      }
      assert.deepEqual(faultsOf(path), []);
      const fresh = opened(test);
      for (const entry of record.history()) {
        if (entry.kind === 'article') fresh.record.add(entry.capture, entry.analyzed);
        else if (entry.kind === 'correction') fresh.record.repeat(entry.correction);
      }
      assert.deepEqual(positionsOf(fresh.path), positionsOf(path), `seed ${seed}`);
      most = Math.max(most, record.collisions().total);
    }
    assert.ok(most > 3, 'there are collisions to compare');
  });

  it('follow from what holds, whether corrections came before the articles, between them or after them', (test) => {
    for (let seed = 21; seed < 21 + ROUNDS; seed++) {
      const { path, record } = opened(test);
      add(record, 0, 12);
      correctAtRandom(record, randomFrom(seed), 8);
      const log = record.corrections({ limit: 500 }).items.toReversed();
      const late = opened(test);
      for (const entry of log) late.record.repeat(entry);
      add(late.record, 0, 12);
      assert.deepEqual(logicalContent(late.path).collisions, logicalContent(path).collisions, `seed ${seed}`);
    }
  });

  it('are as they were once all is undone, and as a fresh look at every position finds them', (test) => {
    const { path, record } = opened(test);
    add(record, 0, 14);
    const found = positionsOf(path);
    correctAtRandom(record, randomFrom(77), 14);
    const corrected = positionsOf(path);
    record.close();
    // All positions are looked at again as if each had changed.
    onFile(path, (file) => {
      file.exec('insert into position_changed select attribution_id from position; delete from collision');
      file.exec('delete from position_key where as_found = 0; update position set held = -1');
    });
    const again = openRecord(path);
    test.after(() => again.close());
    assert.deepEqual(positionsOf(path), corrected);
    for (const { number, undoneBy, action } of again.corrections({ limit: 500 }).items.toReversed())
      if (undoneBy === null && action !== 'undo') again.correct({ action: 'undo', number }, ORIGIN);
    assert.deepEqual(positionsOf(path), found);
  });
});
