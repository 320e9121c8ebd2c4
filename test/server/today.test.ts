import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type RunningServer, startServer } from '../../src/server/index.ts';
import type { Today } from '../../src/server/today-schemas.ts';
import { BRIDGE } from '../store/sides.ts';
import { told } from '../web/told.ts';
import { watchFailing } from './failing-source.ts';
import { type SampleRecord, sampleRecord } from './sample-record.ts';

describe('what is new, over HTTP', () => {
  let sample: SampleRecord;
  let server: RunningServer;
  before(async () => {
    sample = sampleRecord([...told, ...BRIDGE]);
    server = await startServer({ record: sample.record, port: 0 });
  });
  after(async () => {
    await server.close();
    sample.remove();
  });

  const today = async (): Promise<Today> => {
    const response = await fetch(`${server.url}/api/today`);
    assert.equal(response.status, 200);
    return response.json() as Promise<Today>;
  };

  test('gives the counts, the newest stories, most quoted speakers and latest refusals of the record', async () => {
    const { counts, stories, speakers, refusals } = await today();
    assert.deepEqual(counts, sample.record.counts());
    assert.deepEqual(stories, JSON.parse(JSON.stringify(sample.record.stories({ limit: 6 }))));
    assert.ok(stories.total >= 2);
    assert.deepEqual(speakers, JSON.parse(JSON.stringify(sample.record.speakers({ limit: 10 }).items)));
    assert.deepEqual(
      refusals.map(({ input }) => input),
      ['https://courier.example/gone', 'news/blank.html'],
    );
  });

  test('gives statements whose words were changed gravely, the latest first, with the words marked', async () => {
    const { changed } = await today();
    const altered = sample.record.statements({ altered: true, limit: 500 }).items;
    assert.deepEqual(changed.map(({ kinds }) => kinds).sort(), [['negation'], ['number']]);
    for (const { key, gravest } of changed) {
      assert.ok(altered.some((one) => one.key === key));
      assert.ok(gravest?.words?.some(({ change }) => change !== 'same'));
    }
    const inRecord = changed.map(({ earliest }) => earliest.words);
    assert.match(inRecord[0]!, /312 fishing boats/, 'it came in after the other');
  });

  test('gives accounts that collide once for each pair of statements, each with the words that show it', async () => {
    const { collisions } = await today();
    const all = sample.record.collisions({ limit: 500 }).items;
    assert.ok(all.length >= 1);
    assert.equal(collisions.length, Math.min(all.length, 3));
    const idOf = (one: Today['collisions'][number]) =>
      [one.kind, one.later.attribution.key, one.earlier.attribution.key].join(' ');
    const known = new Set(all.map((one) => idOf(JSON.parse(JSON.stringify(one)))));
    for (const collision of collisions) {
      assert.ok(known.has(idOf(collision)));
      assert.ok(collision.later.shown.length > 0);
    }
    assert.equal(new Set(collisions.map(idOf)).size, collisions.length);
  });

  test('gives what speakers changed last, as their own pages have it', async () => {
    const { shifts } = await today();
    assert.ok(shifts.length >= 1);
    for (const shift of shifts) {
      const own = await fetch(`${server.url}/api/shifts?speaker=${shift.after.speaker!.key}`);
      const { items } = (await own.json()) as { items: typeof shifts };
      assert.ok(items.some((one) => JSON.stringify(one) === JSON.stringify(shift)));
      assert.ok(shift.confidence >= 0.5);
    }
  });

  test('names outlets of which something that is watched fails', async () => {
    assert.deepEqual((await today()).failing, { items: [], total: 0 });
    const watched = sampleRecord([]);
    watchFailing(watched.record, 'Ardal Radio', 'The server does not answer.');
    const own = await startServer({ record: watched.record, port: 0 });
    const { failing } = (await (await fetch(`${own.url}/api/today`)).json()) as Today;
    assert.equal(failing.total, 1);
    const [one] = failing.items;
    assert.deepEqual(
      [one!.outlet, one!.part, one!.attempts, one!.reason],
      ['Ardal Radio', 'list', 1, 'The server does not answer.'],
    );
    await own.close();
    watched.remove();
  });

  test('is empty where the record is, and takes no parameter', async () => {
    const empty = sampleRecord([]);
    const own = await startServer({ record: empty.record, port: 0 });
    const answer = (await (await fetch(`${own.url}/api/today`)).json()) as Today;
    assert.deepEqual(answer, {
      counts: { articles: 0, attributions: 0, speakers: 0, refusals: 0 },
      stories: { items: [], total: 0 },
      changed: [],
      collisions: [],
      shifts: [],
      speakers: [],
      refusals: [],
      failing: { items: [], total: 0 },
    });
    assert.equal((await fetch(`${own.url}/api/today?limit=3`)).status, 400);
    await own.close();
    empty.remove();
  });

  test('an article tells the story that it is in', async () => {
    const { key, lead } = sample.record.stories().items[0]!;
    const article = (await (await fetch(`${server.url}/api/articles/${lead.key}`)).json()) as {
      story: { key: string };
    };
    assert.equal(article.story.key, key);
  });
});
