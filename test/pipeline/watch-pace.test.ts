import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Attempt } from '../../src/model.ts';
import { afterAnswer, afterFailure, nextLook, nextTry, USUAL_PACE } from '../../src/pipeline/watch/pace.ts';
import type { DueItem, DueSource, SourcePace } from '../../src/store/index.ts';

const SECOND = 1_000;
const DAY = 86_400_000;
const NOW = Date.parse('2031-05-04T10:00:00Z');

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const clockAt = (now: number, random: number) => ({ now: () => now, random: () => random });
const paceSaid: fc.Arbitrary<SourcePace> = fc.record({
  staysFor: fc.option(fc.integer({ min: 1, max: 10_000_000 })),
  quietHours: fc.uniqueArray(fc.integer({ min: 0, max: 23 })),
  quietDays: fc.uniqueArray(fc.integer({ min: 0, max: 6 })),
});
const interval = fc.option(fc.integer({ min: 1, max: 90_000 }));

const attempt = (more: Partial<Attempt> = {}): Attempt => ({
  url: 'https://ardal.example/a',
  finalUrl: 'https://ardal.example/a',
  redirects: [],
  at: new Date(NOW).toISOString(),
  durationMs: 1,
  status: 503,
  outcome: 'unreachable',
  reason: 'The server failed.',
  bytes: 0,
  etag: null,
  lastModified: null,
  retryAfter: null,
  sha256: null,
  ...more,
});
const dueItem = (more: Partial<DueItem> = {}): DueItem => ({
  what: 'item',
  id: 1,
  url: 'https://ardal.example/a',
  outlet: 'Ardal Herald',
  state: 'waiting',
  firstSeen: new Date(NOW).toISOString(),
  published: null,
  updated: null,
  known: { etag: null, lastModified: null, sha256: null },
  tries: 0,
  hasArticle: false,
  publisher: null,
  ...more,
});

describe('how often a source is asked', () => {
  it('stays within its bounds, is never sooner than the source says, and never in its quiet hours', () => {
    fc.assert(
      fc.property(interval, fc.boolean(), paceSaid, chance, (before, changed, said, random) => {
        const { nextAt, interval: next } = afterAnswer(
          { interval: before },
          changed,
          said,
          USUAL_PACE,
          clockAt(NOW, random),
        );
        const least = Math.max(USUAL_PACE.leastMs, Math.min(DAY, (said.staysFor ?? 0) * SECOND));
        assert.ok(next * SECOND >= least && next * SECOND <= Math.max(least, USUAL_PACE.mostMs));
        assert.ok(nextAt >= NOW + least && nextAt <= NOW + 1.2 * DAY + 7 * DAY);
        const at = new Date(nextAt);
        const isAlways = said.quietDays.length === 7 || said.quietHours.length === 24;
        if (isAlways) assert.ok(nextAt <= NOW + 1.2 * Math.max(least, USUAL_PACE.mostMs) + 1);
        else assert.ok(!said.quietHours.includes(at.getUTCHours()) && !said.quietDays.includes(at.getUTCDay()));
      }),
    );
  });

  it('follows how often it changes', () => {
    let hot: number | null = null;
    let cold: number | null = null;
    for (let n = 0; n < 40; n++) {
      hot = afterAnswer({ interval: hot }, true, null, USUAL_PACE, clockAt(NOW, 0.5)).interval;
      cold = afterAnswer({ interval: cold }, false, null, USUAL_PACE, clockAt(NOW, 0.5)).interval;
    }
    assert.deepEqual([hot! * SECOND, cold! * SECOND], [USUAL_PACE.leastMs, USUAL_PACE.mostMs]);
  });

  it('is longer after each failure, up to a day, and no shorter than the server says', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.option(fc.nat(86_400)), chance, (failures, retryAfter, random) => {
        const due = { source: { failures }, interval: null } as DueSource;
        const { nextAt } = afterFailure(due, attempt({ retryAfter }), USUAL_PACE, clockAt(NOW, random));
        const bound = Math.min(DAY, USUAL_PACE.leastMs * 2 ** Math.min(30, failures));
        assert.ok(nextAt - NOW >= Math.floor(Math.max(bound / 2, (retryAfter ?? 0) * SECOND)));
        assert.ok(nextAt - NOW <= Math.max(bound, (retryAfter ?? 0) * SECOND) + 1);
      }),
    );
  });
});

describe('when a page is looked at again', () => {
  it('is five times, ever more rarely, in the days after its publication', () => {
    const looks: number[] = [];
    for (let now = NOW; ; ) {
      const next = nextLook(dueItem(), clockAt(now, 0));
      if (next === null) break;
      looks.push((next - NOW) / 60_000);
      now = next;
    }
    assert.deepEqual(looks, [10, 60, 360, 1_440, 4_320]);
  });

  it('is later than now, and ends, whatever date a source gives', () => {
    fc.assert(
      fc.property(
        fc.option(
          fc.oneof(
            fc.string(),
            fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
          ),
        ),
        fc.nat(10 * DAY),
        chance,
        (published, after, random) => {
          const next = nextLook(dueItem({ published }), clockAt(NOW + after, random));
          if (next !== null) assert.ok(next > NOW + after && next <= NOW + 3.4 * DAY);
          if (after >= 3 * DAY) assert.equal(next, null);
        },
      ),
    );
  });
});

describe('when a page that failed is tried again', () => {
  const tryAgain = (due: DueItem, outcome: Attempt['outcome'], passes: boolean) =>
    nextTry(due, attempt({ outcome }), passes, USUAL_PACE, clockAt(NOW, 0));

  it('is never for what lasts, and for a week at least for what may pass', () => {
    for (const outcome of ['paywalled', 'needs JavaScript', 'robots', 'too large', 'wrong type'] as const)
      assert.equal(tryAgain(dueItem(), outcome, false), null, outcome);
    assert.ok(tryAgain(dueItem({ tries: 7 }), 'unreachable', true));
    assert.ok(tryAgain(dueItem({ tries: 30 }), 'unreachable', true));
    const old = dueItem({ tries: 8, firstSeen: new Date(NOW - 8 * DAY).toISOString() });
    assert.equal(tryAgain(old, 'unreachable', true), null);
  });

  it('is twice for a page that is not there yet', () => {
    const next = [0, 1, 2].map((tries) => tryAgain(dueItem({ tries }), 'not found', false));
    assert.deepEqual(next, [NOW + DAY / 24, NOW + DAY, null]);
  });
});
