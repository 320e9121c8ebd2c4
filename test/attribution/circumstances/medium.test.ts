import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mediumOf } from '../../../src/attribution/circumstances/medium.ts';
import type { Span } from '../../../src/model.ts';
import { readDocument } from '../../../src/text/index.ts';
import { marked } from '../marked.ts';

function medium(text: string): string | null {
  const { document, source, cue, content } = marked(text);
  return mediumOf(document, { source, cue, content });
}

/** {source}, <cue>, [content]; outlets, people and places are invented, but for platforms and a few well-known names. */
const CASES: [text: string, expected: string | null][] = [
  // Told to an outlet
  ['{Hale} <told> the Meridian Post [it was over].', 'Meridian Post'],
  ['{Hale} <told> The Meridian Post [it was over].', 'The Meridian Post'],
  ['[“It is over,”] {Hale} <told> Orsk News on Monday.', 'Orsk News'],
  ['[“It is over,”] {Hale} <told> Reuters.', 'Reuters'],
  ['{Hale} <told> the state broadcaster ORT [it was over].', 'ORT'],
  ['{Hale} <told> the Orskian daily Vecher [it was over].', 'Vecher'],
  ['{Hale} <told> Vecher, an Orskian newspaper, [it was over].', 'Vecher'],
  ['{Hale} <told> the Vecher news agency [it was over].', 'Vecher'],
  ['{Hale} <told> Tide magazine [it was over].', 'Tide magazine'],
  ['{Hale} <told> Orsk News correspondent Dana Reed [it was over].', 'Orsk News'],
  ['{Hale} <told> the Post and Courier [it was over].', 'Post and Courier'],
  ['{Hale} <told> CNN’s Dana Reed [it was over].', 'CNN'],
  ['{Hale} <told> Dana Reed of the Meridian Post [it was over].', 'Meridian Post'],
  ['{Hale} <told> KORS radio [it was over].', 'KORS'],
  // Interviews, statements, articles
  ['{Hale} <said> in an interview with the Meridian Post [that it was over].', 'Meridian Post'],
  ['In an interview with the Orskian newspaper Gazeta di Orsk, {Hale} <hinted at> [a deal].', 'Gazeta di Orsk'],
  ['{Hale}, in a long interview with Orsk News, <also indicated> [a deal].', 'Orsk News'],
  [
    '{Dana Hale, head of the council, in an exclusive interview with Orsk News,} <also indicated> [a deal].',
    'Orsk News',
  ],
  ['{Dana Hale, who in an interview with Orsk News had said no,} <told> Reuters [it was over].', 'Reuters'],
  ['{Hale} <said> in a Meridian Post interview [that it was over].', 'Meridian Post'],
  ['In an interview with Meridian TV’s Dana Reed published on Monday, {Hale} <said> [it was over].', 'Meridian TV'],
  ['[“It is over,”] {she} <said in an interview> with Orsk Radio.', 'Orsk Radio'],
  ['{Hale}, in an interview with Orsk News, said it was over, <adding> [that rain was coming].', 'Orsk News'],
  ['{Hale} told Orsk News that it was over and <predicted> [rain].', 'Orsk News'],
  ['{Hale} <said> in an email to the Meridian Post [that it was over].', 'Meridian Post'],
  ['{Hale} <argued> in an op-ed in the Meridian Post [that it was over].', 'Meridian Post'],
  ['{Hale} <wrote> in the Meridian Post [that it was over].', 'Meridian Post'],
  ['In an essay for the Orsk Review, {Hale} <called> [it over].', 'Orsk Review'],
  ['Asked by the Meridian Post about the bridge, {Hale} <said> [it was over].', 'Meridian Post'],
  ['Speaking to Orsk News on Monday, {Hale} <said> [it was over].', 'Orsk News'],
  ['{Officials} who spoke to the Meridian Post <said> [it was over].', 'Meridian Post'],
  ['In an interview with Orsk News, {Hale} called it over, while <adding> [that rain was coming].', 'Orsk News'],
  ['{Hale} <said> in a video posted to Instagram on Friday [that it was over].', 'Instagram'],
  ['In an interview with Der Morgen, {Hale} <said> [it was over].', 'Der Morgen'],
  // On air
  ['{Hale} <said> on CNN [that it was over].', 'CNN'],
  ['{Hale} <said on Orsk Television> [that it was over].', 'Orsk Television'],
  ['{Hale} <said> on ORT’s “Late Call” [that it was over].', 'Late Call'],
  ['{Hale} <said> on NBC’s “Meet the Press” [that it was over].', 'NBC’s Meet the Press'],
  ['[“It is over,”] {Hale} <said> on CBS’s "Face the Nation."', 'CBS’s Face the Nation'],
  ['{Hale} <said> on “The Morning Ferry” [that it was over].', 'The Morning Ferry'],
  ['{Hale} <said> on Dana Reed’s radio show [that it was over].', 'Dana Reed’s radio show'],
  ['{Hale} went on Orsk Radio to <defend> [the bridge].', 'Orsk Radio'],
  ['On Meridian TV, {Hale} <said> [it was over].', 'Meridian TV'],
  ['{Hale} <said> on Wednesday’s broadcast of CNN’s “New Day” [that it was over].', 'CNN’s New Day'],
  ['{Hale} <said> at a CNN town hall [that it was over].', 'CNN'],
  // Platforms
  ['{Hale} <wrote> on Telegram [that it was over].', 'Telegram'],
  ['{Hale} <tweeted> [that it was over].', 'Twitter'],
  ['{Hale} <said> in a tweet [that it was over].', 'Twitter'],
  ['{Hale} <said> in a series of tweets on Monday [that it was over].', 'Twitter'],
  ['{Hale} <said> in a post on X [that it was over].', 'X'],
  ['{Hale} <said> in a Facebook post [that it was over].', 'Facebook'],
  ['{Hale} <wrote> on her Facebook page [that it was over].', 'Facebook'],
  ['{Hale} took to Twitter to <call> [it over].', 'Twitter'],
  ['{The ministry} <announced> via Telegram [that it was over].', 'Telegram'],
  ['{Hale} <posted> [“It is over”] on Facebook and Twitter.', 'Facebook and Twitter'],
  // No medium, or none that is named
  ['{Hale} <told> reporters [it was over].', null],
  ['{Hale} <told> the Senate committee [it was over].', null],
  ['{Hale} <told> the Security Council [it was over].', null],
  ['{Hale} <told> Dana Reed [it was over].', null],
  ['{Hale} <told> President Orsk [it was over].', null],
  ['{Hale} <told> the FBI [it was over].', null],
  ['{Hale} <told> NATO [it was over].', null],
  ['{Hale} <told> Press Secretary Dana Reed [it was over].', null],
  ['{Hale} <told> a TV interviewer [it was over].', null],
  ['{Hale} <said> in an interview [that it was over].', null],
  ['{Hale} <said> in an interview with Dana Reed [that it was over].', null],
  ['{Hale} <said> at a news conference [that it was over].', null],
  ['{Hale} <said> on Monday [that it was over].', null],
  ['{Hale} <said> on Capitol Hill [that it was over].', null],
  ['{Hale} <commented on> [the Meridian Post].', null],
  ['{The Meridian Post} <reported> [that it was over].', null],
  ['[It was over], <according to> {the Meridian Post}.', null],
  ['{Hale, who works for Orsk News,} <said> [it was over].', null],
  ['{Hale}, who told Orsk News of a deal, <said> [it was over].', null],
  ['{Hale} <endorsed> [the plan], but told the Meridian Post that she had doubts.', null],
  ['{Hale} <said> [Reed lied in an interview with Orsk News].', null],
  ['In an interview with Orsk News, Reed rejected the idea that {Hale} <said> [it was over].', null],
  ['{Hale} <said>, after an interview with Orsk News, [that it was over].', null],
];

test('where something was said', async (t) => {
  for (const [text, expected] of CASES) await t.test(text, () => assert.equal(medium(text), expected));
});

test('a name that the article calls a newspaper somewhere is one everywhere', () => {
  const before = 'The Orskian newspaper Vecher has a new editor. ';
  assert.equal(medium('{Hale} <told> Vecher [it was over].'), null);
  assert.equal(medium(`${before}{Hale} <told> Vecher [it was over].`), 'Vecher');
});

const LINE = 'Source: Hale, in an interview with the Meridian Post, a newspaper';

test('a source line gives the medium of the same speaker beside it', () => {
  assert.equal(
    medium(`{Dana Hale} has again <stressed> [that it was over].\n\n${LINE}\n\nIt rained.`),
    'Meridian Post',
  );
  assert.equal(medium(`It rained.\n\n${LINE}\n\n<Quote from> {Hale}: "[It is over.]"`), 'Meridian Post');
});

test('a source line says nothing of others, nor of what stands further off', () => {
  assert.equal(medium(`${LINE}\n\n{Reed} <said> [it was over].`), null);
  assert.equal(medium(`${LINE}\n\nIt rained.\n\n{Hale} <said> [it was over].`), null);
});

test('a sentence names its own medium before a source line does', () => {
  assert.equal(medium(`${LINE}\n\n{Hale} <wrote> on Telegram [that it was over].`), 'Telegram');
});

test('a source line may name a platform', () => {
  assert.equal(medium('Source: Dana Hale on Facebook\n\n<Quote from> {Hale}: "[It is over.]"'), 'Facebook');
});

const PARTS = [
  'Hale',
  ' said',
  ' told',
  ' in an interview with',
  ' the',
  ' The',
  ' Meridian Post',
  ' on',
  ' CNN',
  '’s',
  ' “New Day”',
  ' and',
  ',',
  '.',
  '\n',
  ' Source: Hale',
  ' tweeted',
  ' on Monday',
  ' Facebook',
  ' page',
  ' who',
  ' it was over',
];

test('property: any spans of any text give null, "Twitter", or words of the text', () => {
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
        const found = mediumOf(readDocument(text), {
          source: inside(source),
          cue: inside(cue),
          content: inside(content),
        });
        if (found === null || found === 'Twitter') return;
        const bare = (words: string) => words.replace(/[“”]/g, '').replace(/\s+/g, ' ');
        assert.ok(bare(text).includes(bare(found)), `${found} is not in ${text}`);
      },
    ),
  );
});

test('an attribution without a cue has no medium', () => {
  const { document, content } = marked('Hale: [it is over]');
  assert.equal(mediumOf(document, { source: [], cue: [], content }), null);
});

test('a long text without a sentence end is read in bounded time', () => {
  const { document, source, cue, content } = marked(
    `{Hale} <said> ${'told CNN told the Post on Orsk News '.repeat(3000)}[it].`,
  );
  assert.equal(typeof mediumOf(document, { source, cue, content }), 'object');
});
