import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { manner } from '../../src/cli/views.ts';
import { openRecord } from '../../src/pipeline/index.ts';
import type { RecordedAttribution } from '../../src/store/index.ts';
import { folderFor } from '../store/files.ts';
import { articleOf, attributionOf, captureOf } from '../store/synthetic.ts';

const TEXT = 'It closed, he said. An official who asked not to be named agreed. Ivo Quist left, she thought.';

describe('how an attribution is shown', () => {
  it('says why there is no speaker, why a source is not named, and that a speaker is uncertain', (test) => {
    const record = openRecord(`${folderFor(test)}/r.db`);
    test.after(() => record.close());
    const reason = TEXT.indexOf('who asked');
    const official = { name: 'An official', kind: 'unnamed', role: null } as const;
    const quist = { name: 'Ivo Quist', kind: 'person', role: null } as const;
    const article = articleOf('views', TEXT, {
      attributions: [
        attributionOf(TEXT, { content: 'It closed' }, null, { unresolved: 'nobody before the pronoun fits' }),
        attributionOf(TEXT, { content: 'agreed' }, official, {
          anonymity: [reason, reason + 'who asked not to be named'.length],
          speakerConfidence: 0.9,
        }),
        attributionOf(TEXT, { content: 'left' }, quist, { speakerConfidence: 0.46 }),
      ],
    });
    record.add(captureOf(article), article);
    const shown = (): string[] =>
      record.article('views')!.attributions.map((each: RecordedAttribution) => manner(each));
    assert.deepEqual(shown(), [
      'indirect, says, speaker not resolved: nobody before the pronoun fits',
      'indirect, says, not named: “who asked not to be named”',
      'indirect, says, speaker uncertain (46%)',
    ]);
    const key = record.article('views')!.attributions[0]!.key;
    const origin = { by: 'M. Quist', at: '2031-06-01T00:00:00.000Z' };
    record.correct({ action: 'speaker', attribution: key, to: record.speakers({ name: 'Ivo' }).items[0]!.key }, origin);
    assert.match(shown()[0]!, /^indirect, says, corrected by M\. Quist/);
  });
});
