import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  isQuoted,
  quotationState,
  quotations,
  quotedRanges,
} from '../../../src/attribution/quotation/quotation-marks.ts';
import { readDocument } from '../../../src/text/index.ts';

const quoted = (text: string): string[] =>
  quotedRanges(readDocument(text)).map(([start, end]) => text.slice(start, end));

const CASES: [name: string, text: string, inside: string[]][] = [
  ['curly marks', '“We will sign,” she said. “Soon.”', ['We will sign,', 'Soon.']],
  ['straight marks', '"We will sign," she said. "Soon."', ['We will sign,', 'Soon.']],
  ['doubled single marks', "''We will sign,'' she said. ''Soon.''", ['We will sign,', 'Soon.']],
  ['doubled accents', "``We will sign,'' she said.", ['We will sign,']],
  ['single straight marks', "'We will sign,' she said, and 'soon'.", ['We will sign,', 'soon']],
  ['single curly marks', '‘We will sign,’ she said.', ['We will sign,']],
  ['guillemets', '«Nous signerons», dit-elle. « Bientôt. »', ['Nous signerons', ' Bientôt. ']],
  ['guillemets the other way round', '»Wir unterschreiben«, sagte sie.', ['Wir unterschreiben']],
  ['German marks', '„Wir unterschreiben“, sagte sie. „Bald.“', ['Wir unterschreiben', 'Bald.']],
  ['Swedish marks', '”Vi skriver under”, sade hon.', ['Vi skriver under']],
  ['a curly mark closed by a straight one', '“It has to be signed," Hale added.', ['It has to be signed,']],
  ['a straight mark closed by a curly one', '"I prefer Orsk,” he said, noting the rain.', ['I prefer Orsk,']],
  ['no marks', 'She said they would sign.', []],
  ['apostrophes', "The ministers' plan isn't Hale's; it's the voters' own, from the '90s, for 'em.", []],
  ['curly apostrophes', 'The ministers’ plan isn’t Hale’s; it’s from the ’90s, rock ’n’ roll.', []],
  ['a left mark for an apostrophe', 'Hale‘s remarks went down badly.', []],
  ['a possessive inside single marks', '‘The voters’ choice is clear,’ he said.', ['The voters’ choice is clear,']],
  [
    'a contraction inside single marks',
    "'We don't go, and they can't stay,' he said.",
    ["We don't go, and they can't stay,"],
  ],
  ['feet and inches', 'He is 6\' 2" tall, the pipe 12" wide, and she is 5\'11".', []],
  ['inches beside a quotation', 'The 12" pipe is "quite enough".', ['quite enough']],
  ['a possessive after the closing mark', 'the host of "Morning Call"\'s second hour', ['Morning Call']],
  ['a dash before the mark', 'One thing—"peace"—was left out.', ['peace']],
  ['a bracket around the mark', 'He left ("for good") at noon.', ['for good']],
  ['no space before the mark', 'She said:"We go" and left.', ['We go']],
  ['a mark within a word’s reach', 'Mikael"Mike"Orsk', ['Mike']],
  ['spaces inside straight marks', 'He called it " a trick " twice.', [' a trick ']],
  ['an opening mark that is lost', 'We have no choice," he said.', ['We have no choice,']],
  ['a stray mark at the end', '“I do not know,” Hale said."', ['I do not know,']],
  ['a closing mark that is lost', '"A lot, he said. "Too much," she said.', ['A lot, he said. ', 'Too much,']],
  ['a mark never closed', '“We will sign, she said.', ['We will sign, she said.']],
  ['marks of one family within each other', '"I told him "no" twice," he said.', ['I told him "no" twice,']],
  ['the steps of a path', 'Home » News » Politics', []],
  ['three single marks', "''Say to him, 'We have decided to stay.'''", ["Say to him, 'We have decided to stay.'"]],
  ['an empty pair', 'He typed "" and left.', []],
  ['a single mark in a headline', "With 'open hand,' Orsk renews talks", ['open hand,']],
];

test('finds what stands inside quotation marks', async (t) => {
  for (const [name, text, inside] of CASES) await t.test(name, () => assert.deepEqual(quoted(text), inside));
});

test('gives the depth of quotations within quotations', () => {
  const text = "She told him, \"I said, 'You did well.' And 'thanks.'\"";
  const found = quotations(readDocument(text)).map(({ span, depth }) => [depth, text.slice(...span)]);
  assert.deepEqual(found, [
    [0, "I said, 'You did well.' And 'thanks.'"],
    [1, 'You did well.'],
    [1, 'thanks.'],
  ]);
});

test('a paragraph that opens again while the one before was left open continues the quotation', () => {
  const text = '“We will sign.\n\n“We will sign soon.”\n\nNobody “objected”.';
  const found = quotations(readDocument(text));
  assert.deepEqual(
    found.map(({ span, continues, close }) => [text.slice(...span), continues, close === null]),
    [
      ['We will sign.', false, true],
      ['We will sign soon.', true, false],
      ['objected', false, false],
    ],
  );
});

test('a quotation broken over lines goes on to its closing mark', () => {
  assert.deepEqual(quoted('"The river is wide\nand the bridge is gone," he said.\nIt rained.'), [
    'The river is wide',
    'and the bridge is gone,',
  ]);
});

test('an open mark does not reach into paragraphs without marks', () => {
  assert.deepEqual(quoted('"We will sign.\nThe minister left.\nIt rained.'), ['We will sign.']);
});

test('states: 0 outside, 1 the opening mark, 2 inside, 3 the closing mark', () => {
  const document = readDocument('She said “yes, ‘at once’” twice.');
  const states = [...quotationState(document)];
  assert.deepEqual(
    document.tokens.map(({ form }, i) => `${form}${states[i]}`),
    ['She0', 'said0', '“1', 'yes2', ',2', '‘2', 'at2', 'once2', '’2', '”3', 'twice0', '.0'],
  );
});

test('isQuoted tells inside from outside, the marks themselves outside', () => {
  const text = 'a “b” c “d”';
  const document = readDocument(text);
  const inside = [...text].map((_, i) => (isQuoted(document, i) ? text[i] : '.')).join('');
  assert.equal(inside, '...b.....d.');
});

const STYLES = [
  ['“', '”'],
  ['"', '"'],
  ["''", "''"],
  ['«', '»'],
  ['„', '“'],
] as const;
const word = fc.constantFrom('river', 'bridge', 'we', 'sign', 'Orsk', 'don’t', 'Hale’s', 'seven', '1990');
const phrase = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));

test('property: what was put inside marks is found, whatever the style', () => {
  const piece = fc.record({ quoted: phrase, plain: phrase, style: fc.constantFrom(...STYLES) });
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
      const text = pieces
        .map(({ quoted: q, plain, style }) => `${plain} ${style[0]}${q},${style[1]} ${plain}.`)
        .join(' ');
      assert.deepEqual(
        quoted(text),
        pieces.map(({ quoted: q }) => `${q},`),
      );
    }),
  );
});

test('property: any soup of marks gives ordered ranges inside the text, and a state for every token', () => {
  const soup = fc.array(
    fc.constantFrom('“', '”', '"', "'", '’', '‘', "''", '``', '«', '»', '„', ' ', 'a', '5', '.', ',', '\n', '-'),
    {
      maxLength: 80,
    },
  );
  fc.assert(
    fc.property(soup, (parts) => {
      const text = parts.join('');
      const document = readDocument(text);
      let last = 0;
      for (const [start, end] of quotedRanges(document)) {
        assert.ok(last <= start && start < end && end <= text.length);
        assert.ok(!text.slice(start, end).includes('\n'));
        last = end;
      }
      const states = quotationState(document);
      assert.equal(states.length, document.tokens.length);
      states.forEach((state, i) => {
        const { start } = document.tokens[i]!;
        const within = quotedRanges(document).some(([from, to]) => from <= start && start < to);
        assert.equal(state === 2, within);
      });
    }),
  );
});

test('gives the same answer for a long text as for its parts', () => {
  const part = "He said \"yes\" and 'no' to the voters' wish.\n";
  assert.equal(quoted(part.repeat(2000)).length, 2000 * quoted(part).length);
});
