import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Assembled } from '../../../src/attribution/assembly/assembly.ts';
import { isReport, mayReport } from '../../../src/attribution/nesting/reports.ts';
import type { Role, RoleSpan } from '../../../src/attribution/network/labels.ts';
import type { Span } from '../../../src/model.ts';
import type { Document } from '../../../src/text/index.ts';
import { marked } from '../marked.ts';

function inTokens({ tokens }: Document, role: Role, [start, end]: Span): RoleSpan {
  const first = tokens.findIndex((token) => token.end > start);
  const last = tokens.findLastIndex((token) => token.start < end);
  return { role, first, end: last + 1 };
}

/** Reads a text in which {source}, <cue> and [content] are marked. */
function read(text: string): { document: Document; found: Assembled } {
  const { document, source, cue, content } = marked(text);
  const [from, by] = [source[0], cue[0]!];
  const found: Assembled = {
    source: from ? inTokens(document, 'source', from) : null,
    cue: inTokens(document, 'cue', by),
    contents: content.map((span) => inTokens(document, 'content', span)),
    share: 1,
  };
  return { document, found };
}

const REPORTS = [
  '{the minister} <believed> [the deal was dead]',
  'that {Mayor Brandt} <had told> the council [that the bridge would stay closed]',
  '{He} <told> me [that the talks were over]',
  '{I} <told> him [that the army would leave the valley]',
  '{We} <have always said> [that the wall is cracked]',
  '{The general} <said>, [‘Nobody moves from here,’] and we stayed',
  '[‘Nobody moves from here,’] <said> {the general}',
  '[The wall is cracked], {the engineer} <said>',
  '{The president} <has promised> [to leave the valley]',
  'a guard {who} <said> [he had seen the boat sink]',
  '{Ms. Holm} <is saying> [that nobody asked her]',
];

const NO_REPORTS: [what: string, text: string][] = [
  ['no source', '<said> [the wall was cracked]'],
  ['a condition', 'if {he} <says> [that the bridge is safe]'],
  ['a comparison', 'sooner than {the minister} <said> [it would come]'],
  ['a question', 'Did {he} <say> [that the bridge was safe]'],
  ['a question for its source', '{Who} <told> you [that the bridge was safe]'],
  ['a possibility', '{the minister} <could say> [that the deal was dead]'],
  ['a possibility beside the cue', '{the minister} would <say> [that the deal was dead]'],
  ['a denial', '{the minister} <never said> [that the deal was dead]'],
  ['a denial by its source', '{No minister} <has said> [that the deal was dead]'],
  ['what is done by saying it', '{I} <tell> you [that this was no accident]'],
  ['an opinion of the speaker', '{I} <think> [that we can win this]'],
  ['a hope of the same speaker', '{she} <hopes> [that the bridge will hold]'],
  ['what people are wont to say', '{people} <say> [that the dam is safe]'],
  ['what "you" say', '{You} <said> [that the dam is safe]'],
  ['an object that does not speak', 'let me tell you that {me} <tell> [that the dam is safe]'],
  ['a passive', '{the council} <was told> [that the bridge was safe]'],
  ['a gerund', '{the minister} <saying> [that the deal is dead]'],
  ['another verb', '{the minister} <built> [the bridge that held the town]'],
  ['a cue of more than its verb', '{the minister} <said about> [the bridge that was closed]'],
  ['an object that is no clause', '{the ministry} <revealed> [the plan for the northern bridge]'],
  ['a possessive object', '{the ministry} <acknowledged> [his concerns about what was written]'],
  ['a relative clause', '{she} <wrote> [that helped the town to rebuild]'],
  ['an object that is no statement', '{the minister} <said> [things that were untrue]'],
  ['words that name no source', '{Nothing the minister} <said> [“will bring the bridge back”]'],
  ['a content around its cue without marks', '[when the river rose] {he} <said> [that it was over]'],
  ['too few words', '{the minister} <said> [that much]'],
  ['a content far away', '{The minister} <said> nothing. The day after that was calm. [“We will never sign”]'],
  ['a source far away', '{The minister} and the four guards who stood beside him <said> [that it was over]'],
];

describe('a report within somebody’s words', () => {
  for (const text of REPORTS) {
    it(`is one: ${text}`, () => {
      const { document, found } = read(text);
      assert.equal(isReport(document, found, false), true);
      assert.equal(mayReport(document), true, 'and is looked for');
    });
  }

  for (const [what, text] of NO_REPORTS) {
    it(`is none: ${what}`, () => {
      const { document, found } = read(text);
      assert.equal(isReport(document, found, false), false);
    });
  }

  it('is one after "and" only within quotation marks, where all words are those of one speaker', () => {
    const { document, found } = read('the port was safe and {the engineers} <said> [that the wall was cracked]');
    assert.equal(isReport(document, found, true), true);
    assert.equal(isReport(document, found, false), false);
  });

  it('is not looked for where no verb reports anything', () => {
    for (const text of [
      'The bridge is 900 metres long.',
      'I think that we can win this.',
      'You could say that.',
      'Nothing was said to the council.',
      '',
    ])
      assert.equal(mayReport(marked(text).document), false, text);
  });
});
