import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import type { AnalyzedArticle, Speaker } from '../../src/model.ts';
import {
  type LinkEvent,
  type LinkFound,
  linkSpeakers,
  openRecord,
  openWikidata,
  speakersToLink,
  type Wikidata,
} from '../../src/pipeline/index.ts';
import type { RecordStore } from '../../src/store/index.ts';
import { entity, HUMAN, held, names, q } from '../capture/wikidata/items.ts';

const MAYOR = 101;
const ITEMS = [
  entity(HUMAN, { label: 'human' }),
  entity(MAYOR, { label: 'Mayor of Ormsby' }),
  entity(1, {
    label: 'Ilse Quandt',
    description: 'Kalvinian politician',
    claims: { P31: [names(HUMAN)], P39: [held(q(MAYOR), '+2027-00-00T00:00:00Z')] },
  }),
  entity(2, { label: 'Ilse Quandt', description: 'sailor', claims: { P31: [names(HUMAN)] } }),
  ...[3, 4].map((n) => entity(n, { label: 'Tomas Erribe', claims: { P31: [names(HUMAN)] } })),
];
const WRITE = { by: 'A. Editor', note: 'first round' };
const NOW = () => new Date('2031-07-01T09:00:00.000Z');

const person = (name: string, role: string | null = null): Speaker => ({ name, kind: 'person', role });

function talk(id: string, ...said: [Speaker, string][]): AnalyzedArticle {
  const text = said.map(([, words]) => `${words}\n`).join('');
  const attributions = said.map(([speaker, words]) => {
    const start = text.indexOf(words);
    return {
      source: [],
      cue: [],
      content: [[start, start + words.length] as const],
      type: 'indirect' as const,
      mode: 'says' as const,
      speaker,
      saidOn: null,
      medium: null,
      confidence: 0.9,
      within: null,
      speakerConfidence: 0.9,
      unresolved: null,
      anonymity: null,
    };
  });
  const nothing = { title: null, byline: null, outlet: null, language: 'en', url: null };
  return { ...nothing, id, published: '2031-03-03', text, attributions };
}

const TALK = talk(
  'talk',
  [person('Ilse Quandt', 'mayor of Ormsby'), 'The pier stays shut.'],
  [person('Ilse Quandt', 'mayor'), 'Nobody may unload.'],
  [person('Tomas Erribe', 'dock union leader'), 'We expected it.'],
  [{ name: 'dock workers', kind: 'group', role: null }, 'We wait.'],
);

function recordOf(test: TestContext, ...articles: AnalyzedArticle[]): RecordStore {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
  const record = openRecord(join(folder, 'record.db'));
  test.after(() => {
    record.close();
    rmSync(folder, { recursive: true });
  });
  for (const { attributions, ...article } of articles) {
    const bytes = Buffer.from(article.text);
    const snapshot = {
      bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      mediaType: 'text/plain',
      location: `${article.id}.txt`,
      capturedAt: '2031-05-04T10:00:00.000Z',
    };
    record.add({ article, snapshot }, { ...article, attributions });
  }
  return record;
}

const keyOf = (record: RecordStore, name: string): string => record.speakers({ name }).items[0]!.key;

async function linked(...args: Parameters<typeof linkSpeakers>): Promise<LinkEvent[]> {
  const events: LinkEvent[] = [];
  for await (const event of linkSpeakers(...args)) events.push(event);
  return events;
}

describe('linkSpeakers', () => {
  let folder: string;
  let wikidata: Wikidata;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
    const file = join(folder, 'part.jsonl');
    writeFileSync(file, ITEMS.map((item) => JSON.stringify(item)).join('\n'));
    wikidata = await openWikidata({ cache: join(folder, 'cache.db'), from: { file } });
  });
  after(() => {
    wikidata.close();
    rmSync(folder, { recursive: true });
  });

  it('finds items by names, roles and years, says why there is none, and writes nothing', async (t) => {
    const record = recordOf(t, TALK);
    const [quandt, erribe, ...others] = await linked(record, wikidata);
    assert.deepEqual(others, [], 'a group is not looked up');
    assert.ok(quandt?.outcome === 'found' && quandt.link.item === q(1), JSON.stringify(quandt));
    assert.deepEqual([quandt.before, quandt.correction, quandt.others], [null, null, []]);
    assert.ok(quandt.link.reasons.some((reason) => /fits the position “Mayor of Ormsby” \(2027–\)/.test(reason)));
    assert.ok(erribe?.outcome === 'none' && /fit alike/.test(erribe.reason), JSON.stringify(erribe));
    assert.deepEqual(new Set(erribe.candidates.map(({ item }) => item)), new Set([q(3), q(4)]));
    assert.equal(record.corrections().total, 0);
  });

  it('writes what it finds as corrections, once, and tells of another speaker who is the same item', async (t) => {
    const double = talk('double', [person('ILSE M. QUANDT', 'mayor of Ormsby'), 'It is safe.']);
    const record = recordOf(t, TALK, double);
    const article = record.article('double')!.article.key;
    const of = { articles: [article] };
    const split = { action: 'split', speaker: keyOf(record, 'Quandt'), name: 'Ilse M. Quandt', of } as const;
    record.correct(split, { by: 'A. Editor', at: NOW().toISOString() });
    const events = await linked(record, wikidata, { write: WRITE, now: NOW });
    const [first, second] = events.filter((event): event is LinkFound => event.outcome === 'linked');
    assert.deepEqual(first!.speaker.wikidata, { id: q(1), label: 'Ilse Quandt', description: 'Kalvinian politician' });
    const { by, at, note, payload } = first!.correction!;
    assert.deepEqual([by, at, note], ['A. Editor', NOW().toISOString(), 'first round']);
    const { item, reasons, confidence, checkedAt } = first!.link;
    assert.equal((payload.item as { id: string }).id, item);
    assert.deepEqual(payload.evidence, { source: 'part.jsonl', confidence, reasons, checkedAt });
    assert.deepEqual(
      second!.others.map(({ key }) => key),
      [first!.speaker.key],
    );
    const again = await linked(record, wikidata, { write: WRITE, speakers: [first!.speaker.key, 'nobody'] });
    assert.deepEqual(
      again.map(({ outcome }) => outcome),
      ['unchanged'],
    );
    assert.equal(record.corrections().total, 3);
    assert.deepEqual(speakersToLink(record, 10), [keyOf(record, 'Erribe')]);
  });

  it('leaves what a person decided', async (t) => {
    const record = recordOf(t, TALK);
    const speaker = keyOf(record, 'Quandt');
    record.correct({ action: 'wikidata', speaker, item: null }, { by: 'S. Vellamo', at: NOW().toISOString() });
    assert.deepEqual(speakersToLink(record, 10), [keyOf(record, 'Erribe')]);
    const [event] = await linked(record, wikidata, { write: WRITE, speakers: [speaker] });
    assert.ok(event?.outcome === 'kept');
    assert.deepEqual(event.before, { item: null, byHand: true, correction: 1 });
    assert.equal(record.corrections().total, 1);
  });

  it('looks for the name that a correction gave', async (t) => {
    const record = recordOf(t, talk('short', [person('Ilse', 'mayor of Ormsby'), 'It is safe.']));
    const speaker = keyOf(record, 'Ilse');
    assert.equal((await linked(record, wikidata))[0]!.outcome, 'none');
    record.correct({ action: 'rename', speaker, name: 'Ilse Quandt' }, { by: 'S. Vellamo', at: NOW().toISOString() });
    assert.equal((await linked(record, wikidata))[0]!.outcome, 'found');
  });

  it('ends at once when it is interrupted while Wikidata is asked, and keeps what was written', async (t) => {
    const record = recordOf(t, TALK);
    const stop = new AbortController();
    let asked = 0;
    const slow: Pick<Wikidata, 'source' | 'find'> = {
      source: 'part.jsonl',
      find: (names) => {
        if (++asked === 1) return wikidata.find(names);
        stop.abort();
        return new Promise(() => {});
      },
    };
    const events = await linked(record, slow, { write: WRITE, signal: stop.signal });
    assert.deepEqual(
      events.map(({ outcome }) => outcome),
      ['linked'],
    );
    assert.equal(record.corrections().total, 1);
    assert.deepEqual(await linked(record, slow, { signal: stop.signal }), []);
    assert.equal(asked, 2);
  });

  it('goes on to as many as are wanted', (t) => {
    const many = talk(
      'many',
      ...Array.from({ length: 501 }, (_, n): [Speaker, string] => [person(`Ilse Q${n}`), `It is ${n}.`]),
    );
    const record = recordOf(t, many);
    assert.equal(new Set(speakersToLink(record, 501)).size, 501);
    assert.equal(speakersToLink(record, 600).length, 501);
    assert.equal(speakersToLink(record, 3).length, 3);
  });
});
