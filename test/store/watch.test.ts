import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { Attempt } from '../../src/model.ts';
import { openRecord } from '../../src/pipeline/index.ts';
import type { AnnouncedItem, PageNote, RecordStore } from '../../src/store/index.ts';
import { contentOf, faultsOf, folderFor } from './files.ts';
import { captureOf, syntheticArticle } from './synthetic.ts';

const at = (minute: number): string => new Date(Date.parse('2031-05-04T10:00:00Z') + minute * 60_000).toISOString();
const PACE = { staysFor: null, quietHours: [], quietDays: [] };

const attemptAt = (minute: number, url: string, more: Partial<Attempt> = {}): Attempt => ({
  url,
  finalUrl: url,
  redirects: [],
  at: at(minute),
  durationMs: 12,
  status: 200,
  outcome: 'ok',
  reason: null,
  bytes: 10,
  etag: '"a"',
  lastModified: null,
  retryAfter: null,
  sha256: 'a'.repeat(64),
  ...more,
});

const itemOf = (path: string, more: Partial<AnnouncedItem> = {}): AnnouncedItem => ({
  url: `https://ardal.example/${path}?utm_source=rss`,
  canonical: `https://ardal.example/${path}`,
  title: 'Harbour',
  published: null,
  updated: null,
  publisher: null,
  wanted: true,
  ...more,
});

class Watched {
  readonly path: string;
  readonly record: RecordStore;

  constructor(test: TestContext) {
    this.path = join(folderFor(test), 'r.db');
    this.record = openRecord(this.path);
    test.after(() => this.record.close());
    for (const name of ['one', 'two']) {
      const url = `https://ardal.example/${name}.xml`;
      this.record.addSource(
        { url, kind: 'feed', title: null, site: null, folders: ['News'], outlet: `Outlet ${name}` },
        at(0),
      );
    }
  }

  announce(source: number, minute: number, ...items: AnnouncedItem[]) {
    const said = { title: 'T', site: null, pace: PACE, items, lists: [] };
    const attempt = attemptAt(minute, `https://ardal.example/${source}.xml`);
    return this.record.noteSource({ source, at: at(minute), attempt, nextAt: at(minute + 1_000), interval: 60, said });
  }

  /** What is due then, each put off to a day later. */
  due(minute: number): string[] {
    const found: string[] = [];
    for (;;) {
      const due = this.record.dueAt('ardal.example', at(minute));
      if (!due) return found;
      if (due.what === 'source') {
        this.record.noteSource({
          source: due.source.id,
          at: at(minute),
          attempt: null,
          nextAt: at(minute + 1_440),
          interval: 60,
          said: null,
        });
      } else {
        found.push(due.url.replace('https://ardal.example/', ''));
        this.page(due.id, minute, { updated: due.updated, nextAt: at(minute + 1_440) });
      }
    }
  }

  page(item: number, minute: number, more: Partial<PageNote> = {}) {
    const canonical = `https://ardal.example/x${item}`;
    const usual = { item, canonical, updated: null, capture: null, analyzed: null, address: null, refusal: null };
    return this.record.notePage({
      ...usual,
      state: 'waiting',
      nextAt: null,
      attempt: attemptAt(minute, canonical),
      ...more,
    });
  }
}

describe('what is watched', () => {
  it('is added once, by address, and can be removed and added again', (test) => {
    const { record } = new Watched(test);
    const [one] = record.sources();
    const again = record.addSource({ ...one!, outlet: 'Other' }, at(1));
    assert.deepEqual([again.outcome, again.source.outlet], ['unchanged', 'Outlet one']);
    assert.deepEqual(one!.folders, ['News']);
    assert.equal(record.removeSource(one!.url, at(2))!.removedAt, at(2));
    assert.equal(record.removeSource('1', at(2)), null, 'removed already');
    assert.equal(record.removeSource('99', at(2)), null);
    assert.deepEqual(
      record.sources().map(({ id }) => id),
      [2],
    );
    assert.deepEqual(
      record.sources({ removed: true }).map(({ id }) => id),
      [1, 2],
    );
    assert.equal(record.addSource({ ...one!, outlet: 'Other' }, at(3)).outcome, 'added');
    assert.equal(record.sources()[0]!.id, 1, 'the same one');
  });

  it('announces an item once, whatever sources have it, and again when one says that it changed later', (test) => {
    const watched = new Watched(test);
    assert.deepEqual(watched.announce(1, 0, itemOf('a'), itemOf('b'), itemOf('a')), { fresh: 2, changed: 0 });
    assert.deepEqual(watched.announce(2, 1, itemOf('a'), itemOf('c', { wanted: false })), { fresh: 0, changed: 0 });
    assert.deepEqual(watched.due(2), ['a', 'b']);
    assert.deepEqual(watched.announce(1, 3, itemOf('a', { updated: '2031-05-04T11:00:00+02:00' })), {
      fresh: 0,
      changed: 1,
    });
    assert.deepEqual(
      watched.announce(2, 4, itemOf('a', { updated: '2031-05-04T09:00:00Z' })),
      { fresh: 0, changed: 0 },
      'the same moment',
    );
    assert.deepEqual(watched.announce(2, 5, itemOf('a', { updated: 'soon' })), { fresh: 0, changed: 0 });
    assert.deepEqual(watched.due(6), ['a']);
    assert.deepEqual(
      watched.record.sources().map(({ announced }) => announced),
      [2, 2],
    );
  });

  it('is due host by host, the longest due first, and never while the host is left alone', (test) => {
    const { record } = new Watched(test);
    const add = (host: string, minute: number) =>
      record.addSource(
        { url: `https://${host}/f`, kind: 'feed', title: null, site: null, folders: [], outlet: host },
        at(minute),
      );
    add('kolm.example', 5);
    add('basin.example:8443', 3);
    assert.deepEqual(record.dueHosts(at(10), 9), ['ardal.example', 'basin.example:8443', 'kolm.example']);
    assert.deepEqual(record.dueHosts(at(10), 1), ['ardal.example']);
    assert.deepEqual(record.dueHosts(at(10), 9, at(4)), ['ardal.example', 'basin.example:8443']);
    record.restHost('ardal.example', at(60), at(10));
    record.restHost('ardal.example', at(30), at(10));
    assert.deepEqual(record.dueHosts(at(59), 9), ['basin.example:8443', 'kolm.example']);
    assert.equal(record.dueHosts(at(60), 9)[0], 'ardal.example', 'the longer rest holds');
    assert.equal(record.nextDue(at(10)), at(3));
  });

  it('is looked at once more when a source says so while it is being fetched', (test) => {
    const watched = new Watched(test);
    watched.announce(1, 0, itemOf('a', { updated: at(-60) }));
    const due = watched.record.dueAt('ardal.example', at(1));
    assert.ok(due?.what === 'source' || due?.what === 'item');
    watched.announce(1, 2, itemOf('a', { updated: at(-30) }));
    watched.page(1, 3, { updated: at(-60), nextAt: at(9_999) });
    assert.deepEqual(watched.due(4), ['a']);
  });
});

describe('an attempt', () => {
  it('is kept together with the article that came of it, or neither is', (test) => {
    const watched = new Watched(test);
    watched.announce(1, 0, itemOf('a'));
    const article = syntheticArticle(1, 5);
    const capture = captureOf(article);
    const before = contentOf(watched.path);
    const broken = { ...article, attributions: [{ ...article.attributions[0]!, content: [[0, 999_999]] as const }] };
    assert.throws(() => watched.page(1, 1, { capture, analyzed: broken }), /not one of its text/);
    assert.throws(() => watched.page(1, 1, { capture }), /analysed first/);
    assert.deepEqual(contentOf(watched.path), before);
    assert.equal(watched.page(1, 1, { capture, analyzed: article, state: 'whole' }), 'added');
    assert.equal(watched.page(1, 2, { capture, state: 'whole' }), 'unchanged');
    const [last] = watched.record.attempts().items;
    const { key } = watched.record.articles().items[0]!;
    assert.deepEqual([last!.article, last!.part, last!.outlet], [key, 'page', 'Outlet one']);
    assert.deepEqual(
      watched.record.announcements(key).map(({ source }) => source),
      ['https://ardal.example/one.xml'],
    );
    assert.deepEqual(faultsOf(watched.path), []);
  });

  it('is thinned: the first stays, all that failed, and the last twenty others; the counts are of all', (test) => {
    const watched = new Watched(test);
    watched.announce(1, 0, itemOf('a'));
    for (let minute = 1; minute <= 100; minute++) {
      const failed = { outcome: 'unreachable', status: 503, reason: 'The server failed.' } as const;
      watched.page(1, minute, {
        attempt: attemptAt(minute, 'https://ardal.example/a', minute % 10 === 5 ? failed : { outcome: 'unchanged' }),
      });
    }
    const pages = watched.record.attempts({ limit: 500 }).items.filter(({ part }) => part === 'page');
    assert.equal(pages.length, 1 + 10 + 20);
    assert.equal(pages.at(-1)!.at, at(1));
    assert.equal(pages[0]!.at, at(100));
    assert.equal(watched.record.attempts({ failed: true, limit: 500 }).total, 10);
    assert.equal(watched.record.attempts({ failed: true, outlet: 'Outlet two' }).total, 0);
    const [health] = watched.record.health();
    const page = health!.parts.find(({ part }) => part === 'page')!;
    assert.deepEqual(page.outcomes, [
      { outcome: 'unchanged', attempts: 90 },
      { outcome: 'unreachable', attempts: 10 },
    ]);
    assert.equal(health!.attempts, 101);
  });

  it('tells since when an outlet fails, and that it is well again', (test) => {
    const watched = new Watched(test);
    watched.announce(1, 0, itemOf('a'), itemOf('b'));
    const failing = () => watched.record.health()[0]!.parts.find(({ part }) => part === 'page')!.failing;
    const fail = (item: number, minute: number) =>
      watched.page(item, minute, {
        attempt: attemptAt(minute, `https://ardal.example/${item}`, {
          outcome: 'paywalled',
          reason: `Reason ${minute}.`,
        }),
        state: 'failed',
      });
    watched.page(1, 1, { state: 'whole' });
    assert.equal(failing(), null);
    fail(1, 2);
    fail(2, 3);
    assert.deepEqual(failing(), {
      since: at(2),
      attempts: 2,
      outcome: 'paywalled',
      reason: 'Reason 3.',
      url: 'https://ardal.example/2',
    });
    watched.page(1, 4, { state: 'whole' });
    assert.equal(failing(), null);
  });
});
