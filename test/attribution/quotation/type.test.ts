import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quotations, quotedRanges } from '../../../src/attribution/quotation/quotation-marks.ts';
import { quotedAgainst, typeOf } from '../../../src/attribution/quotation/type.ts';
import type { AttributionType } from '../../../src/model.ts';
import { marked } from '../marked.ts';

function type(text: string): AttributionType {
  const { document, content, cue } = marked(text);
  return typeOf(content, quotedAgainst(quotations(document), quotedRanges(document), cue), document.text);
}

const CASES: [text: string, expected: AttributionType][] = [
  ['[“We will sign,”] {Hale} <said>.', 'direct'],
  ['“[We will sign,]” {Hale} <said>.', 'direct'],
  ['[“We will sign,”] {Hale} <said>. [“Soon.”]', 'direct'],
  ['{Hale} <said>: "[We will sign. We will not wait.]"', 'direct'],
  ['{Hale} <said> [they would sign].', 'indirect'],
  ['{Hale} <said> [they would “sign at once” if asked].', 'mixed'],
  ['{Hale} <said> [it was a “bad moment” for talks].', 'mixed'],
  ['{Hale} <called> [the envoy a “puppet”].', 'mixed'],
  ['[“We will sign,”] {Hale} <said>, [adding that rain was coming].', 'mixed'],
  ['{Hale} <said> [“we sign” and “we leave”].', 'direct'],
  ['{Hale} <said> [“we sign” … “we leave”].', 'direct'],
  ['{Hale} <said> [“we sign” (Orsk) “at once”].', 'direct'],
  ['{Hale} <said> [that “we will never sign”].', 'direct'],
  ['{Hale} <said> [that the bridge “will never be sold”].', 'mixed'],
  ['{Hale} <said> [“we sign” but Orsk would later “have to pay for it”].', 'mixed'],
  ['{Hale} <said> [‘we will sign’].', 'direct'],
  ["{Hale} <said> [the ministers' plan, from the '90s, wasn't theirs].", 'indirect'],
  ['{Hale} <said> [she had seen the film “Two Rivers”].', 'indirect'],
  ['{Hale} <said> [she would repeat it on “Late Evening Call”].', 'indirect'],
  ['{Hale} <said> [William “Bill” Marsh had left].', 'indirect'],
  ['{Hale} <said> [the film “made me weep”].', 'mixed'],
  ['{Hale} <praised> [“Two Rivers”].', 'direct'],
  ['[“It was over,”] {he} <said>.', 'direct'],
  ['“{He} <told> me [it was over],” she said.', 'indirect'],
  ['“{He} <told> me, [‘it is over],’” she said.', 'direct'],
  ['“{He} <told> me [it was ‘quite over’ then],” she said.', 'mixed'],
  ['“We will not sign,” {Hale} <said>. [Rain was coming].', 'indirect'],
  ['[“It is over], {Hale} <said>.', 'direct'],
  ['“It is over, {Hale} <said> and [left by train].', 'indirect'],
  ['“[It was over], {he} <said>, and I believed him.\n\n“I left,” she said.', 'indirect'],
  ['{Hale} <said> [.]', 'indirect'],
];

test('direct, indirect and mixed by how marks cover the content', async (t) => {
  for (const [text, expected] of CASES) await t.test(text, () => assert.equal(type(text), expected));
});

test('the pieces may come in any order', () => {
  const { document, content } = marked('[“We will sign,”] {Hale} <said>, [adding that rain was coming].');
  assert.equal(typeOf(content.toReversed(), quotedRanges(document), document.text), 'mixed');
});

test('no content is indirect', () => assert.equal(typeOf([], [], ''), 'indirect'));
