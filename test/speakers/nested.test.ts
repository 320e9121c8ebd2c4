import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resolveSpeakers } from '../../src/speakers/index.ts';
import { readDocument } from '../../src/text/index.ts';
import { weights } from './helper.ts';

/** The speakers of attributions given as words of the text: [source, cue, content]. */
function namesOf(text: string, attributions: readonly (readonly [string, string, string])[]): (string | null)[] {
  const spans = attributions.map(([source, cue, content]) => {
    const at = text.indexOf(content);
    const from = text.indexOf(cue) < 0 ? 0 : text.lastIndexOf(source, text.indexOf(cue));
    return {
      source: [[from, from + source.length] as const],
      cue: [[text.indexOf(cue), text.indexOf(cue) + cue.length] as const],
      content: [[at, at + content.length] as const],
    };
  });
  const about = { title: null, byline: 'Lena Fox', outlet: null };
  return resolveSpeakers(readDocument(text), spans, about, weights).map(({ speaker }) => speaker?.name ?? null);
}

describe('a source within what somebody said', () => {
  it('is that speaker when it is "I" or "we" in quotation marks', () => {
    for (const self of ['I', 'We']) {
      const text = `“${self} told him that the army would go,” Davit Orlan said.`;
      const names = namesOf(text, [
        [self, 'told', 'that the army would go'],
        ['Davit Orlan', 'said', `“${self} told him that the army would go,”`],
      ]);
      assert.deepEqual(names, ['Davit Orlan', 'Davit Orlan'], text);
    }
  });

  it('is somebody else when it is "he" or "she" in quotation marks', () => {
    const text = 'Irena Malk met Olin Brandt on Monday. “He told me that the talks were over,” Malk said.';
    const names = namesOf(text, [
      ['He', 'told', 'that the talks were over'],
      ['Malk', 'said', '“He told me that the talks were over,”'],
    ]);
    assert.deepEqual(names, ['Olin Brandt', 'Irena Malk']);
    const alone = '“He told me that the talks were over,” Irena Malk said.';
    const [nobody] = namesOf(alone, [
      ['He', 'told', 'that the talks were over'],
      ['Irena Malk', 'said', '“He told me that the talks were over,”'],
    ]);
    assert.equal(nobody, null);
  });

  it('may be that speaker when it is a pronoun outside quotation marks', () => {
    const text = 'Agnieszka Nowak said she had told the committee that the fund was empty.';
    const names = namesOf(text, [
      ['Agnieszka Nowak', 'said', 'she had told the committee that the fund was empty'],
      ['she', 'had told', 'that the fund was empty'],
    ]);
    assert.deepEqual(names, ['Agnieszka Nowak', 'Agnieszka Nowak']);
  });

  it('is never that speaker when it is a noun phrase', () => {
    const text = 'A government spokesman said that the minister believed the deal was dead.';
    const names = namesOf(text, [
      ['A government spokesman', 'said', 'that the minister believed the deal was dead'],
      ['the minister', 'believed', 'the deal was dead'],
    ]);
    assert.deepEqual(names, ['A government spokesman', 'the minister']);
  });

  it('is never that speaker when it is "who"', () => {
    const text = 'Irena Malk said a guard who told her that the boat had sunk was missing.';
    const names = namesOf(text, [
      ['Irena Malk', 'said', 'a guard who told her that the boat had sunk was missing'],
      ['who', 'told', 'that the boat had sunk'],
    ]);
    assert.deepEqual(names, ['Irena Malk', 'a guard']);
  });

  it('is followed outwards through several speakers', () => {
    const text = '“She told me, ‘I warned them that the wall would fall,’” Davit Orlan said of Irena Malk.';
    const names = namesOf(text, [
      ['She', 'told', '‘I warned them that the wall would fall,’'],
      ['I', 'warned', 'that the wall would fall'],
      ['Davit Orlan', 'said', '“She told me, ‘I warned them that the wall would fall,’”'],
    ]);
    assert.deepEqual(names, ['Irena Malk', 'Irena Malk', 'Davit Orlan']);
  });
});
