import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { saidOn } from '../../../src/attribution/circumstances/said-on.ts';
import type { Span } from '../../../src/model.ts';
import { readDocument } from '../../../src/text/index.ts';
import { marked } from '../marked.ts';

/** A Wednesday. */
const PUBLISHED = '2024-05-15';

function day(text: string, published: string | null = PUBLISHED): string | null {
  const { document, source, cue, content } = marked(text);
  return saidOn(document, { source, cue, content }, published);
}

/** {source}, <cue>, [content]. */
const CASES: [text: string, expected: string | null][] = [
  // After the cue
  ['{Hale} <said> on Sunday [it was over].', '2024-05-12'],
  ['{Hale} <said> Sunday [that it was over].', '2024-05-12'],
  ['[“It is over,”] {Hale} <said> on Sunday.', '2024-05-12'],
  ['[“It is over,”] {Hale} <said> on Wednesday.', '2024-05-15'],
  ['[“It is over,”] {Hale} <said> on Thursday.', '2024-05-09'],
  ['[“It is over,”] <said> {Hale} on Tuesday night.', '2024-05-14'],
  ['[“It is over,”] {Hale} <said> late Tuesday.', '2024-05-14'],
  ['{Hale} <told> reporters in Orsk on Monday [it was over].', '2024-05-13'],
  ['{Hale} <told> Orsk News on Sunday [it was over].', '2024-05-12'],
  ['{Hale} <said> in an interview on Friday [that it was over].', '2024-05-10'],
  ['{Hale} <said> in a statement released Monday [that it was over].', '2024-05-13'],
  ['{Hale} <said> in a Friday interview with Orsk News [that it was over].', '2024-05-10'],
  ['{Hale} <said> during Tuesday’s debate [that it was over].', '2024-05-14'],
  ['{Hale} <criticised> [the plan] on Monday.', '2024-05-13'],
  ['{Hale} <said> for the first time Monday [that it was over].', '2024-05-13'],
  ['{Hale} <said Tuesday> [that it was over].', '2024-05-14'],
  // With a date
  ['{Hale} <said> on Sunday, 12 May, [that it was over].', '2024-05-12'],
  ['{Hale} <said> on 18 April [that it was over].', '2024-04-18'],
  ['{Hale} <said> on the 3rd of May [that it was over].', '2024-05-03'],
  ['{Hale} <said> on April 18 [that it was over].', '2024-04-18'],
  ['{Hale} <said> on Apr. 18, 2023, [that it was over].', '2023-04-18'],
  ['{Hale} <said> on 20 December [that it was over].', '2023-12-20'],
  ['[“It is over,”] {Hale} <said> in a message on Sept. 11, 2016.', '2016-09-11'],
  // Relative
  ['{Hale} <said> yesterday [that it was over].', '2024-05-14'],
  ['{Hale} <said> today [that it was over].', '2024-05-15'],
  ['{Hale} <said> last night [that it was over].', '2024-05-14'],
  ['{Hale} <said> this morning [that it was over].', '2024-05-15'],
  ['{Hale} <said> two days ago [that it was over].', '2024-05-13'],
  ['{Hale} <said> last Friday [that it was over].', '2024-05-10'],
  ['{Hale} <said> last Sunday [that it was over].', '2024-05-12'],
  // Before the cue
  ['On Sunday, {Hale} <said> [it was over].', '2024-05-12'],
  ['On 18 April, {Hale} <said> [it was over].', '2024-04-18'],
  ['But on Tuesday {Hale} <said> [it was over].', '2024-05-14'],
  ['Tuesday, {Hale} <said> [it was over].', '2024-05-14'],
  ['{Hale} on Tuesday <said> [it was over].', '2024-05-14'],
  ['In a speech in Orsk on Monday, {Hale} <said> [it was over].', '2024-05-13'],
  ['At Monday’s hearing, {Hale} <said> [it was over].', '2024-05-13'],
  ['Speaking to reporters on Monday, {Hale} <said> [it was over].', '2024-05-13'],
  ['{Hale} attacked Reed on Monday, <saying> [it was over].', '2024-05-13'],
  ['{Hale} told voters on Monday that rain was coming and <added> [it was over].', '2024-05-13'],
  // Not when it was said
  ['{Hale} <said> of the attack on Tuesday [that it was over].', null],
  ['{Hale} <said> after the attack on Tuesday [that it was over].', null],
  ['{Hale} <commented> on the debate on Monday [that it was over].', null],
  ['{Hale} <said> ahead of Tuesday’s vote [that it was over].', null],
  ['{Hale} <said>, in response to the attack on Tuesday, [that it was over].', null],
  ['{Hale} <said> in an interview that aired on Sunday [that it was over].', null],
  ['After Tuesday’s vote, {Hale} <said> [it was over].', null],
  ['In the wake of the attack on Tuesday, {Hale} <said> [it was over].', null],
  ['{Hale}, who resigned on Monday, <said> [it was over].', null],
  ['{The driver killed on Monday} had <said> [it was over].', null],
  ['{Hale} <said> [the talks would end on Monday].', null],
  ['{Hale} <defended> [the plan], but late Monday he withdrew it.', null],
  ['Since Monday, {Hale} has <said> [it was over].', null],
  ['By Monday, {Hale} had <said> [it was over].', null],
  ['{Hale} <said> when they met on Monday [that it was over].', null],
  ['ORSK, May 14 (ORT) — {Hale} <said> [it was over].', null],
  ['On Monday Reed left, and {Hale} <said> [it was over].', null],
  // Not certain
  ['{Hale} <said> last Tuesday [that it was over].', null],
  ['{Hale} <said> this Sunday [that it was over].', null],
  ['{Hale} <said> last week [that it was over].', null],
  ['{Hale} <said> recently [that it was over].', null],
  ['{Hale} <said> in April [that it was over].', null],
  ['{Hale} <said> on Monday and Tuesday [that it was over].', null],
  ['{Hale} <said> on Sunday, 11 May, [that it was over].', null],
  ['{Hale} <said> on 31 April [that it was over].', null],
  ['{Hale} <said> on May 20 [that it was over].', null],
  ['{Hale} <said> on May 20, 2024, [that it was over].', null],
  ['{Hale} will <say> on Monday [that it is over].', null],
  ['{Hale} <will announce> on Monday [that it is over].', null],
  ['Today, {people} <say> [it is over].', null],
  ['“{Hale} <told> me on Monday [it was over],” she said.', null],
  // Part of another name
  ['{Hale} <told> the Sunday Courier [it was over].', null],
  ['{Hale} <said> on Super Tuesday [that it was over].', null],
  ['{Hale} <said> on “Sunday Ferry” [that it was over].', null],
  ['{Hale} <may> [leave].', null],
];

test('when something was said', async (t) => {
  for (const [text, expected] of CASES) await t.test(text, () => assert.equal(day(text), expected));
});

test('without the article’s date only a date with its year counts', () => {
  for (const published of [null, '', 'May 2024', '2024-02-31']) {
    assert.equal(day('{Hale} <said> on Sunday [that it was over].', published), null);
    assert.equal(day('{Hale} <said> on 18 April [that it was over].', published), null);
    assert.equal(day('{Hale} <said> on 18 April 2023 [that it was over].', published), '2023-04-18');
  }
});

test('the date of a published time is taken as it is written', () => {
  assert.equal(day('{Hale} <said> today [that it was over].', '2024-05-15T23:30:00-07:00'), '2024-05-15');
  assert.equal(day('{Hale} <said> yesterday [that it was over].', '2024-05-15T00:10:00+09:00'), '2024-05-14');
});

test('a date without its year is of the year before when the published one has not reached it', () => {
  assert.equal(day('{Hale} <said> on Dec. 28 [that it was over].', '2024-01-03'), '2023-12-28');
  assert.equal(day('{Hale} <said> on Feb. 29 [that it was over].', '2024-03-03'), '2024-02-29');
  assert.equal(day('{Hale} <said> on Feb. 29 [that it was over].', '2023-03-03'), null);
});

test('the nearest of two days that belong to the cue counts, and two at the same distance give none', () => {
  assert.equal(day('On Monday, {Hale} <said Tuesday> [it was over].'), '2024-05-14');
  assert.equal(day('{Hale} <said> on Monday, on Tuesday, [that it was over].'), null);
});

test('an attribution without a cue has no day', () => {
  const { document, content } = marked('Hale on Monday: [it is over]');
  assert.equal(saidOn(document, { source: [], cue: [], content }, PUBLISHED), null);
});

test('property: never after the published day, and always that weekday', () => {
  const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
  const published = fc.date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(published, fc.integer({ min: 0, max: 6 }), (date, weekday) => {
      const anchor = date.toISOString().slice(0, 10);
      const found = day(`{Hale} <said> on ${names[weekday]} [that it was over].`, anchor)!;
      assert.ok(found <= anchor);
      assert.equal(new Date(found).getUTCDay(), weekday);
      assert.ok(Date.parse(anchor) - Date.parse(found) < 7 * 86_400_000);
    }),
  );
});

const PARTS = [
  'Hale',
  ' said',
  ' told',
  ' on Monday',
  ' Tuesday',
  '’s',
  ' 12 May',
  ' May 12',
  ',',
  '.',
  ' 2016',
  ' yesterday',
  ' two days ago',
  ' last',
  ' and',
  ' who',
  ' in',
  ' a statement',
  '\n',
  ' “',
  '”',
  ' will',
];

test('property: any spans of any text give null or a day that exists and is not after the published one', () => {
  const spans = fc.array(fc.tuple(fc.nat(120), fc.nat(40)), { maxLength: 2 });
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...PARTS), { maxLength: 30 }),
      spans,
      spans,
      spans,
      (parts, source, cue, content) => {
        const text = parts.join('');
        const inside = (found: [number, number][]): Span[] =>
          found.map(([start, length]): Span => [Math.min(start, text.length), Math.min(start + length, text.length)]);
        const found = saidOn(
          readDocument(text),
          { source: inside(source), cue: inside(cue), content: inside(content) },
          PUBLISHED,
        );
        if (found === null) return;
        assert.equal(new Date(found).toISOString().slice(0, 10), found);
        assert.ok(found <= PUBLISHED);
      },
    ),
  );
});
