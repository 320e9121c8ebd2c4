import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createAnalyzer, type OpenAnalyzer } from '../../../src/pipeline/index.ts';
import {
  count,
  type Expected,
  findIn,
  type History,
  isCollision,
  isShift,
  precision,
  readHistories,
  recall,
  type Score,
} from './histories.ts';

const FILES = ['shifts', 'collisions', 'held-out', 'held-out-again', 'last', 'other-topics'] as const;
const LEAST = { precision: 0.9, recall: 0.7 };

const nothing = (): Score => ({ right: 0, found: 0, expected: 0 });

/** What was missed, and what should not have been found, in words. */
const inWords = ({ id }: History, what: Expected | { readonly kind: string; readonly reason: string }): string =>
  'reason' in what ? `${id}: not so: ${what.kind}, ${what.reason}` : `${id}: missed: ${what.join(' | ')}`;

describe('shifts and collisions of little histories', () => {
  let analyzer: OpenAnalyzer;
  const all: History[] = [];
  before(async () => {
    analyzer = await createAnalyzer();
  });
  after(() => analyzer.close());

  for (const name of FILES) {
    const histories = readHistories(name);
    all.push(...histories);
    it(`are found in ${name}, and nothing else`, async (context) => {
      const [shifts, collisions] = [nothing(), nothing()];
      const wrong: string[] = [];
      for (const history of histories) {
        const found = await findIn(history, analyzer);
        const note = (what: Expected | { readonly kind: string; readonly reason: string }) =>
          wrong.push(inWords(history, what));
        count(shifts, history.shifts ?? [], found.shifts, isShift, note);
        count(collisions, history.collisions ?? [], found.collisions, isCollision, note);
      }
      for (const line of wrong) context.diagnostic(line);
      for (const [what, score] of [
        ['shifts', shifts],
        ['collisions', collisions],
      ] as const) {
        context.diagnostic(
          `${what}: ${score.right} right of ${score.found} found, ${score.expected} are there: ` +
            `precision ${precision(score).toFixed(3)}, recall ${recall(score).toFixed(3)}`,
        );
        assert.ok(precision(score) >= LEAST.precision, `precision of ${what}: ${wrong.join('\n')}`);
        assert.ok(recall(score) >= LEAST.recall, `recall of ${what}: ${wrong.join('\n')}`);
      }
    });
  }

  it('are eighty histories at least, and there is nothing to find in half of them', () => {
    const without = all.filter(({ shifts, collisions }) => !shifts?.length && !collisions?.length);
    assert.ok(all.length >= 80);
    assert.ok(
      without.length >= 0.45 * all.length && without.length <= 0.55 * all.length,
      `${without.length} of ${all.length}`,
    );
  });
});
