import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { spansOf } from '../../training/corpus.ts';

type RoleSpan = ReturnType<typeof spansOf>[number];
const LABELS = ['O', 'B-source', 'I-source', 'B-cue', 'I-cue', 'B-content', 'I-content'];

describe('spansOf', () => {
  const write = (spans: readonly RoleSpan[], length: number) => {
    const labels = new Uint8Array(length);
    for (const { role, first, end } of spans) {
      for (let i = first; i < end; i++) labels[i] = LABELS.indexOf(`${i === first ? 'B' : 'I'}-${role}`);
    }
    return labels;
  };

  it('reads back the spans that were written', () => {
    const spans = fc
      .array(fc.tuple(fc.constantFrom('source', 'cue', 'content'), fc.nat(3), fc.integer({ min: 1, max: 5 })))
      .map((items) => {
        let at = 0;
        return items.map(([role, gap, length]): RoleSpan => {
          const first = at + gap;
          at = first + length;
          return { role: role as RoleSpan['role'], first, end: at };
        });
      });
    fc.assert(fc.property(spans, (list) => assert.deepEqual(spansOf(write(list, list.at(-1)?.end ?? 0)), list)));
  });
});
