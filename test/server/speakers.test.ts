import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type RunningServer, startServer } from '../../src/server/index.ts';
import type { SpeakerDetail } from '../../src/server/schemas.ts';
import { bridge, type SampleRecord, sampleRecord } from './sample-record.ts';

let sample: SampleRecord;
let server: RunningServer;
let webRoot: string;

before(async () => {
  sample = sampleRecord();
  webRoot = mkdtempSync(join(tmpdir(), 'onrecord-web-'));
  server = await startServer({ record: sample.record, port: 0, webRoot });
});

after(async () => {
  await server.close();
  sample.remove();
  rmSync(webRoot, { recursive: true });
});

async function json(path: string): Promise<unknown> {
  const response = await fetch(server.url + path);
  assert.equal(response.status, 200, path);
  return response.json();
}

describe('the API gives what the record holds of speakers', () => {
  test('two speakers that may be one, until a correction says', async () => {
    const doubtful = ['Mirela Kost Sr.', 'Mirela Kost Jr.', 'Mirela Kost'].map((name, n) => {
      const speaker = { name, kind: 'person', role: null } as const;
      const [first] = bridge.attributions;
      return { ...bridge, id: `kost-${n}`, url: null, title: name, attributions: [{ ...first!, speaker }] };
    });
    const { record, remove } = sampleRecord(doubtful);
    const own = await startServer({ record, port: 0, webRoot });
    try {
      const offers = async (query = '') => (await fetch(`${own.url}/api/offers${query}`)).json();
      assert.equal(record.offers().total, 2);
      assert.deepEqual(await offers(), record.offers());
      assert.deepEqual(await offers('?limit=1&offset=1'), record.offers({ limit: 1, offset: 1 }));
      const [one, other] = record.offers().items[0]!.speakers;
      const at = '2031-10-14T08:00:00.000Z';
      record.correct({ action: 'apart', speaker: one.key, other: other.key }, { by: 'A. Editor', at });
      assert.equal(((await offers()) as { total: number }).total, 1);
      const speaker = (await (await fetch(`${own.url}/api/speakers/${one.key}`)).json()) as { corrections: object[] };
      assert.deepEqual(speaker.corrections, [{ number: 1, action: 'apart', by: 'A. Editor', at, note: null }]);
    } finally {
      await own.close();
      remove();
    }
  });

  test('a speaker who is an item of Wikidata, in every shape', async () => {
    const { record } = sample;
    const speaker = record.speakers({ name: 'Davit Orlan' }).items[0]!.key;
    const item = { id: 'Q900000000001', label: 'Davit Orlan', description: null };
    const who = { by: 'S. Vellamo', at: '2031-11-01T09:00:00.000Z' };
    const { number } = record.correct({ action: 'wikidata', speaker, item }, who);
    const detail = (await json(`/api/speakers/${speaker}`)) as SpeakerDetail;
    assert.deepEqual(detail, record.speaker(speaker));
    assert.deepEqual(detail.speaker.wikidata, item);
    assert.deepEqual(detail.attributions.items[0]!.speaker!.wikidata, item);
    assert.equal(detail.corrections[0]!.action, 'wikidata');
    assert.deepEqual(await json('/api/speakers?name=orlan'), record.speakers({ name: 'orlan' }));
    assert.deepEqual(await json('/api/corrections'), record.corrections());
    record.correct({ action: 'undo', number }, who);
  });

  test('a speaker in the articles asked for', async () => {
    const [speaker] = sample.record.speakers({ name: 'Mirela Kost' }).items;
    const asked = { outlet: 'The Marrow Bay Courier', from: '2031-10-12', to: '2031-10-12' };
    const found = sample.record.speaker(speaker!.key, asked);
    assert.equal(found!.attributions.total, 3);
    assert.deepEqual(await json(`/api/speakers/${speaker!.key}?${new URLSearchParams(asked)}`), found);
    const before = (await json(`/api/speakers/${speaker!.key}?to=2031-10-11`)) as { attributions: { total: number } };
    assert.equal(before.attributions.total, 0);
  });

  test('the source audit, by outlet and by speaker', async () => {
    const { record } = sample;
    assert.deepEqual(await json('/api/audit'), record.sourceAudit());
    const asked = { outlet: 'The Marrow Bay Courier', from: '2031-10-01', to: '2031-10-12', modes: 'all' } as const;
    const found = record.sourceAudit(asked);
    assert.equal(found.total.kinds.unnamed.attributions, 1);
    assert.deepEqual(await json(`/api/audit?${new URLSearchParams(asked)}`), found);
    assert.deepEqual(await json('/api/audit?limit=1&offset=1'), record.sourceAudit({ limit: 1, offset: 1 }));
    assert.deepEqual(await json('/api/audit/speakers'), record.auditedSpeakers());
    const ofKind = record.auditedSpeakers({ kind: 'unnamed' });
    assert.equal(ofKind.total, 1);
    assert.deepEqual(await json('/api/audit/speakers?kind=unnamed'), ofKind);
  });
});
