import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { before, describe, it, type TestContext } from 'node:test';
import type { Attribution } from '../../src/model.ts';
import {
  type Case,
  type Judged,
  judge,
  judgeAll,
  type Reading,
  readCases,
  scoreByGroup,
  spanOf,
} from '../../training/hard-cases.ts';

const OVERALL = 0.9;
const EACH_GROUP = 0.6;

const cases = readCases();

/** The attribution that a reading describes, with something for what it leaves open. */
function asFound({ type, mode, source, cue, content, speaker }: Reading): Attribution {
  return {
    source: source ? [source] : [],
    cue: cue ? [cue] : [],
    content,
    type: type ?? 'direct',
    mode: mode ?? 'says',
    speaker: speaker === null ? null : { name: speaker, kind: 'person', role: null },
    saidOn: null,
    medium: null,
    within: null,
    speakerConfidence: null,
    unresolved: null,
    anonymity: null,
    confidence: 1,
  };
}

describe('the cases', () => {
  it('are many, in groups of six or more, each with a name of its own', () => {
    assert.ok(cases.length >= 220, `${cases.length}`);
    for (const [group, members] of Map.groupBy(cases, (one) => one.group)) {
      assert.ok(members.length >= 6, `${group} has ${members.length} cases`);
      assert.equal(new Set(members.map(({ name }) => name)).size, members.length, `a name occurs twice in ${group}`);
    }
    assert.equal(new Set(cases.map(({ text }) => text)).size, cases.length, 'a text occurs twice');
  });

  it('are right for whoever finds what they expect, in any reading, and wrong for whoever finds nothing', () => {
    for (const one of cases) {
      const label = `${one.group} / ${one.name}`;
      const most = Math.max(1, ...one.expected.map((readings) => readings.length));
      for (let i = 0; i < most; i++) {
        const found = one.expected.map((readings) => asFound(readings[i] ?? readings[0]!));
        assert.deepEqual(judge(one, found), [], label);
      }
      assert.equal(judge(one, []).length, one.expected.length, label);
    }
  });

  it('leave nothing open that is part of what they expect', () => {
    for (const { group, name, expected, maybe } of cases) {
      const words = expected.flat().flatMap(({ content }) => content);
      for (const [start, end] of maybe.flat()) {
        assert.ok(!words.some(([from, to]) => start < to && from < end), `${group} / ${name}`);
      }
    }
  });

  it('are refused, by name, when they are not well formed', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hard-cases-'));
    const refused = (lines: string, why: RegExp) => {
      fs.writeFileSync(
        path.join(folder, 'one.txt'),
        `== a group\n\n-- a case\nMs. Holm said no. He said yes.\n${lines}\n`,
      );
      assert.throws(() => readCases(folder), why);
    };
    try {
      refused('', /a group \/ a case: nothing is said of what is right/);
      refused('=> indirect says | Ms. Holm | said#1 | maybe not', /a group \/ a case: .*“maybe not” does not occur/);
      refused('=> indirect says | Ms. Holm | said | no', /“said” occurs 2 times/);
      refused('=> reported says | Ms. Holm | said#1 | no', /“reported” is no type/);
      refused('=> indirect shouts | Ms. Holm | said#1 | no', /“shouts” is no mode/);
      refused('=> indirect says | Ms. Holm | no', /wanted: type mode/);
      refused('=> none\n=> indirect says | Ms. Holm | said#1 | no', /either “=> none” or what must be found/);
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  });
});

describe('spanOf', () => {
  const text = 'She said the sheep he had seen were hers, he said.';
  const words = (written: string) => text.slice(...spanOf(text, written));

  it('finds whole words, the place that is meant, and stretches', () => {
    assert.deepEqual(spanOf(text, 'he#2'), [42, 44]);
    assert.equal(words('the sheep ~ were hers'), 'the sheep he had seen were hers');
    assert.throws(() => spanOf(text, 'eep'), /does not occur/);
    assert.throws(() => spanOf(text, 'were ~ She'), /“She” does not occur after “were”/);
  });
});

describe('judge', () => {
  const text = '“Nobody asked us,” said Ana Malk, the mayor. The bridge is closed.';
  const span = (written: string) => spanOf(text, written);
  const reading: Reading = {
    type: 'direct',
    mode: 'says',
    source: span('Ana Malk, the mayor'),
    cue: span('said'),
    content: [span('“Nobody asked us,”')],
    speaker: 'Ana Malk',
  };
  const one: Case = { group: 'g', name: 'n', text, expected: [[reading]], maybe: [] };
  const right = asFound(reading);
  const wrong = (change: Partial<Attribution>) => judge(one, [{ ...right, ...change }]).join('\n');

  it('takes a source without its appositive, and a content without its marks', () => {
    assert.equal(wrong({ source: [span('Ana Malk')], content: [span('Nobody asked us')] }), '');
  });

  it('says in a word what is wrong', () => {
    assert.match(wrong({ type: 'mixed' }), /\(type\)$/);
    assert.match(wrong({ mode: 'writes' }), /\(mode\)$/);
    assert.match(wrong({ speaker: null }), /\(speaker\)$/);
    assert.match(wrong({ source: [span('The bridge')] }), /\(source\)$/);
    assert.match(wrong({ source: [] }), /\(source\)$/);
    assert.match(wrong({ cue: [span('closed')] }), /\(cue\)$/);
    assert.match(wrong({ content: [span('asked us')] }), /\(content\)$/);
    assert.match(
      wrong({ content: [span('The bridge is closed')] }),
      /found nothing\nexpected nothing; found direct says/,
    );
  });

  it('counts what is found besides, unless it may be', () => {
    const besides = { ...right, content: [span('The bridge is closed')] };
    assert.match(judge(one, [right, besides]).join('\n'), /^expected nothing; found .*The bridge is closed/);
    assert.deepEqual(judge({ ...one, maybe: [[span('The bridge is closed')]] }, [right, besides]), []);
  });
});

describe('hard cases', () => {
  let judged: Judged[];
  before(async () => {
    judged = await judgeAll(cases);
  });

  it('are right nine times in ten', (context: TestContext) => {
    for (const { group, name, faults } of judged) {
      for (const fault of faults) context.diagnostic(`${group} / ${name}: ${fault}`);
    }
    const right = judged.filter(({ faults }) => faults.length === 0).length;
    context.diagnostic(`${right} of ${judged.length} hard cases are right`);
    assert.ok(right >= OVERALL * judged.length, `${right} of ${judged.length} are right`);
  });

  it('are right three times in five in each group', (context: TestContext) => {
    const scores = scoreByGroup(judged);
    for (const { group, right, all } of scores) context.diagnostic(`${group}: ${right} of ${all} are right`);
    const weak = scores.filter(({ right, all }) => right < EACH_GROUP * all).map(({ group }) => group);
    assert.deepEqual(weak, []);
  });
});
