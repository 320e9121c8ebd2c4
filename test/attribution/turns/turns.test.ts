import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { turnsOf } from '../../../src/attribution/turns/turns.ts';
import { readDocument } from '../../../src/text/index.ts';

/** Each turn as "label | mark | words", paragraphs joined by " + ". */
function turns(text: string): string[] {
  return turnsOf(readDocument(text)).map(({ label, mark, content }) =>
    [[label], [mark], content].map((spans) => spans.map((span) => text.slice(...span)).join(' + ')).join(' | '),
  );
}

const lines = (...paragraphs: string[]) => paragraphs.join('\n\n');

describe('turns', () => {
  it('are read from labels in capitals', () => {
    const text = lines('MARRO: Will the dam hold?', 'DR. HOLM: It will. We have tested it.', 'MARRO: Thank you.');
    assert.deepEqual(turns(text), [
      'MARRO | : | Will the dam hold?',
      'DR. HOLM | : | It will. We have tested it',
      'MARRO | : | Thank you',
    ]);
  });

  it('are read from names, roles and outlets with small letters', () => {
    assert.deepEqual(turns(lines('Lena Marro: We lost it.', 'Tom Hale: No, it was sold.')), [
      'Lena Marro | : | We lost it',
      'Tom Hale | : | No, it was sold',
    ]);
    assert.deepEqual(turns(lines('Sen. Marro: I never signed.', 'Holm: You did.', 'Sen. Marro: Show me.')).length, 3);
    assert.deepEqual(turns(lines('Gazette: Why now?', 'Tamura: Because I am tired.')).length, 2);
  });

  it('are read from Q and A, with colons and full stops', () => {
    assert.deepEqual(turns(lines('Q: How long?', 'A: Since May.')), ['Q | : | How long?', 'A | : | Since May']);
    assert.deepEqual(turns(lines('Q. How long?', 'A. Since May.')), ['Q | . | How long?', 'A | . | Since May']);
    assert.deepEqual(turns(lines('Question: How long?', 'Answer: Since May.')).length, 2);
  });

  it('may have times, marks of subtitles and quotation marks before the label', () => {
    assert.deepEqual(turns(lines('[12:04] MARRO: We lost it.', '[12:05:10] TOWER: Say again?')), [
      'MARRO | : | We lost it',
      'TOWER | : | Say again?',
    ]);
    assert.deepEqual(turns(lines('>> MARRO: We lost it.', '>> Say again?', '>> TOWER: Can you hear us?')), [
      'MARRO | : | We lost it',
      'TOWER | : | Can you hear us?',
    ]);
    const quoted = lines(
      'He read it out.',
      '“MARRO: We lost it.',
      '“HOLM: I know.',
      '“MARRO: You do not.”',
      'He left.',
    );
    assert.deepEqual(turns(quoted), ['MARRO | : | We lost it', 'HOLM | : | I know', 'MARRO | : | You do not']);
  });

  it('take descriptions and brackets into the label', () => {
    const text = lines('LENA MARRO, HOST: Are you there?', 'TOM HALE (by telephone): I am, Lena.', 'JUROR 5: Yes.');
    assert.deepEqual(
      turns(text).map((turn) => turn.split(' | ')[0]),
      ['LENA MARRO, HOST', 'TOM HALE (by telephone)', 'JUROR 5'],
    );
  });

  it('go on over paragraphs without a label', () => {
    const text = lines(
      'HOST: What did you see?',
      'PILOT: Smoke.',
      'There were two columns.',
      'I turned north.',
      'HOST: And then?',
      'PILOT: Nothing.',
      'I flew by the coast.',
    );
    assert.deepEqual(turns(text), [
      'HOST | : | What did you see?',
      'PILOT | : | Smoke. + There were two columns. + I turned north',
      'HOST | : | And then?',
      'PILOT | : | Nothing. + I flew by the coast',
    ]);
  });

  it('end where the article goes on', () => {
    const text = lines(
      'HOST: What did you see?',
      'PILOT: I saw smoke.',
      'The inquiry goes on. A report is due in May.',
    );
    assert.equal(turns(text).at(-1), 'PILOT | : | I saw smoke');
    const between = lines(
      'HOST: Who was it?',
      'PILOT: I did.',
      'Later the pilot was asked again.',
      'HOST: Are you sure?',
    );
    assert.equal(turns(between)[1], 'PILOT | : | I did');
  });

  it('leave out notes that are paragraphs of their own, and keep those within the words', () => {
    const text = lines('MARRO: You lost. (LAUGHTER) Twice.', '(APPLAUSE)', 'HOLM: I did not.', '[Music]', 'I won.');
    assert.deepEqual(turns(text), ['MARRO | : | You lost. (LAUGHTER) Twice', 'HOLM | : | I did not. + I won']);
  });

  it('do not hold a question that has no label', () => {
    const text = lines('Why the sea?', 'A: It is my home.', 'Were you ever afraid?', 'A: Often, and I hid it.');
    assert.deepEqual(turns(text), ['A | : | It is my home', 'A | : | Often, and I hid it']);
  });

  it('do not begin with a headline', () => {
    const text = lines(
      'Marro: The Dam Will Hold',
      'She spoke on the radio.',
      'HOST: Will it?',
      'MARRO: I say it will.',
    );
    assert.deepEqual(turns(text), ['HOST | : | Will it?', 'MARRO | : | I say it will']);
  });
});

describe('no turns', () => {
  const none: Record<string, string[]> = {
    'a single headline': ['Marro: We will win', 'The vote is on Sunday. I will be there.'],
    'two headlines': ['Marro: We will win', 'The vote is on Sunday.', 'Marro: I am no coward', 'Read more inside.'],
    'facts of an event': ['When: Sunday, 7 pm', 'Where: Our hall in Quenta', 'Tickets: Ask us', 'Time: You tell me'],
    'a fact box': ['Name: Ida Fox', 'Age: 27', 'Job: Waitress', 'Why she came: I wanted to see it'],
    'advantages and drawbacks': ['Pros: You get a garden.', 'Cons: You pay for it.', 'Pros: It is quiet, we think.'],
    'a menu': ['Breakfast: eggs', 'Lunch: soup, if you like', 'Dinner: fish'],
    'a recipe': ['Butter: 100 g', 'Sugar: 50 g', 'Method: Mix until you have a dough.'],
    scores: ['Quenta: 3', 'Lunde: 1', 'Quenta: 2', 'Lunde: 2'],
    'scores in capitals': ['QUENTA: 3', 'LUNDE: 1', 'QUENTA: 2', 'LUNDE: 2'],
    'notes of editors': ['CORRECTION: We gave a wrong date.', 'NOTE: You can write to us.', 'UPDATE: We added a line.'],
    'advice on candidates': ['Marro: Win in a walk.', 'Holm: Just hang on.', 'Hale: See you later?', 'Fox: A miracle.'],
    'a list of letters': ['A. Do you like tea?', 'B. I do not.', 'C. We all do.'],
    'an initial': ['A. Holm said it was over.', 'A. Holm left. I stayed.'],
    'letters to a column': ['Dear Ida: I am sad. What can I do?', 'Dear Sad: You should rest.', 'Dear Ida: Thank you.'],
    'lead-ins within prose': ['He added: I will not go.', 'The mayor replied: You must. I insist.'],
    'questions of one speaker': ['MARRO: Why not?', 'The hall was full.', 'MARRO: I ask you again.'],
  };
  for (const [name, paragraphs] of Object.entries(none)) {
    it(`are read from ${name}`, () => assert.deepEqual(turns(lines(...paragraphs)), []));
  }
});

describe('spans of turns', () => {
  it('lie in the text in order, never overlap, and hold words', () => {
    const leads = fc.constantFrom('', '', '“', '>> ', '[12:04] ', '\u200b');
    const labels = fc.constantFrom('MARRO: ', 'HOLM:\u00a0', 'Q: ', 'A: ', 'Q. ', 'A. ', 'Ida Fox: ', 'NOTE: ', '');
    const noise = fc.string({ unit: 'binary', maxLength: 4 });
    const words = fc.array(fc.oneof(fc.constantFrom('I see.', 'Why?', '(LAUGHTER)', '𝒳', 'é', '”', ' '), noise));
    const paragraph = fc.tuple(leads, labels, words).map(([lead, label, rest]) => lead + label + rest.join(''));
    let read = 0;
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 2, maxLength: 6 }), (paragraphs) => {
        const text = paragraphs.join('\r\n');
        let at = 0;
        for (const { label, mark, content } of turnsOf(readDocument(text))) {
          for (const [start, end] of [label, mark, ...content]) {
            assert.ok(at <= start && start < end && end <= text.length);
            at = end;
          }
          assert.match(text.slice(...mark), /^[:.]$/);
          for (const span of content) assert.match(text.slice(...span), /[\p{L}\p{N}]/u);
          read++;
        }
      }),
    );
    assert.ok(read > 0, 'no turn was read from any text');
  });
});
