import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { type AssemblyWeights, assemble, setScene } from '../../../src/attribution/assembly/assembly.ts';
import { rankerOf } from '../../../src/attribution/assembly/ranker.ts';
import { ROLES, type RoleSpan } from '../../../src/attribution/network/labels.ts';
import { quotationState } from '../../../src/attribution/quotation/quotation-marks.ts';
import { marked } from '../marked.ts';

const file = path.resolve(import.meta.dirname, '../../../models/assembly.json');
const { source, content } = JSON.parse(fs.readFileSync(file, 'utf8'));
const weights: AssemblyWeights = { source: rankerOf(source), content: rankerOf(content) };

/** Assembles a text in which {sources}, <cues> and [contents] are marked: "source | cue | content + content". */
function assembled(text: string): string[] {
  const { document, ...spans } = marked(text);
  const { tokens } = document;
  const labelled = ROLES.flatMap((role) =>
    spans[role].map(([start, end]): RoleSpan => {
      const first = tokens.findIndex((token) => token.start >= start);
      return { role, first, end: tokens.findLastIndex((token) => token.end <= end) + 1 };
    }),
  ).sort((a, b) => a.first - b.first);
  const words = ({ first, end }: RoleSpan) => document.text.slice(tokens[first]!.start, tokens[end - 1]!.end);
  return assemble(setScene(document, labelled, quotationState(document)), weights).map(
    (one) => `${one.source ? words(one.source) : '-'} | ${words(one.cue)} | ${one.contents.map(words).join(' + ')}`,
  );
}

describe('assemble', () => {
  it('ties each content to its own cue where two people speak in turn', () => {
    assert.deepEqual(assembled('[“It is over,”] {Holm} <said>. {Okoro} <replied> [that he would wait].'), [
      'Holm | said | “It is over,”',
      'Okoro | replied | that he would wait',
    ]);
  });

  it('gives both pieces of a broken quotation to the cue between them', () => {
    assert.deepEqual(assembled('[“The river is ours,”] {Brandt} <said>, [“and it will stay ours.”]'), [
      'Brandt | said | “The river is ours,” + “and it will stay ours.”',
    ]);
  });

  it('shares a source among cues', () => {
    assert.deepEqual(assembled('{Adeyo} <said> [the port was safe] and <warned> [that prices would rise].'), [
      'Adeyo | said | the port was safe',
      'Adeyo | warned | that prices would rise',
    ]);
  });

  it('leaves a cue without a source when none is near', () => {
    assert.deepEqual(assembled('It was <reported> [that the pass had closed].'), [
      '- | reported | that the pass had closed',
    ]);
  });

  it('takes a quotation in the paragraph after a colon', () => {
    assert.deepEqual(assembled('{Holm} <said> in a letter:\n\n[“Nobody asked us.”]'), [
      'Holm | said | “Nobody asked us.”',
    ]);
  });

  it('drops a cue that nothing is tied to', () => {
    assert.deepEqual(assembled('{Holm} <said>.'), []);
  });
});
