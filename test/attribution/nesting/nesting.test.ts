import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { type Attributor, createAttributor, type Unresolved } from '../../../src/attribution/index.ts';
import type { Span } from '../../../src/model.ts';
import { readDocument } from '../../../src/text/index.ts';
import { hostileText } from '../../text/hostile.ts';

const models = path.resolve(import.meta.dirname, '../../../models');
const json = (name: string) => JSON.parse(fs.readFileSync(path.join(models, name), 'utf8'));

let attributor: Attributor;
before(async () => {
  const network = fs.readFileSync(path.join(models, 'tagger.onnx'));
  const [tagger, assembly, confidence] = ['tagger.json', 'assembly.json', 'confidence.json'].map(json);
  attributor = await createAttributor({ network, tagger, assembly, confidence });
});

const PUBLISHED = '2031-10-14';
const read = (text: string) => ({ document: readDocument(text), published: PUBLISHED });
const find = async (text: string) => (await attributor.attribute([read(text)]))[0]!;
const words = (text: string, spans: readonly Span[]) => spans.map(([start, end]) => text.slice(start, end)).join(' + ');

/** The attributions within others, each after those around it: "outer cue > source | cue | content". */
function nested(text: string, found: readonly Unresolved[]): string[] {
  return found.flatMap(({ source, cue, content, within }) => {
    if (within === null) return [];
    const parts = [source, cue, content].map((spans) => words(text, spans)).join(' | ');
    return [`${words(text, found[within]!.cue)} > ${parts}`];
  });
}

/** What must be found within what, and nothing else. */
const CHAINS: [what: string, text: string, expected: string[]][] = [
  [
    'a thought in indirect speech',
    'A government spokesman said that the minister believed the deal was dead.',
    ['said > the minister | believed | the deal was dead'],
  ],
  [
    'a statement in indirect speech',
    'A spokesman for the port said Mayor Olin Brandt had told the council that the bridge would stay closed.',
    ['said > Mayor Olin Brandt | had told | that the bridge would stay closed'],
  ],
  [
    'a statement in direct speech',
    '“He told me that the talks were over,” Irena Malk said.',
    ['said > He | told | that the talks were over'],
  ],
  [
    'an earlier statement of the speaker',
    '“I told him that the army would leave the valley,” Davit Orlan said on Sunday.',
    ['said > I | told | that the army would leave the valley'],
  ],
  [
    'a quotation within a quotation',
    '“He told me, ‘We will never sign,’” said Irena Malk, the Velmar foreign minister.',
    ['said > He | told | ‘We will never sign,’'],
  ],
  [
    'a promise among other sentences of a quotation',
    'Irena Malk said: “The president has promised that no soldier will cross the river. I believe him.”',
    ['said: > The president | has promised | that no soldier will cross the river'],
  ],
  [
    'a chain of three',
    'Mayor Olin Brandt said that Ms. Holm had told him that the engineers warned that the dam was weak.',
    [
      'said > Ms. Holm | had told | that the engineers warned that the dam was weak',
      'had told > the engineers | warned | that the dam was weak',
    ],
  ],
];

/** Words that report nothing in their turn. */
const NONE: [what: string, text: string][] = [
  ['a plain statement', 'Ms. Adeyo said the port was safe and that nobody would be hurt.'],
  ['two statements side by side', 'Ms. Adeyo said the port was safe and warned that prices would rise.'],
  ['a condition', '“If he says that the bridge is safe, I will believe it,” Ms. Holm said.'],
  ['an opinion of the speaker', '“I think that we can win this,” Ms. Holm said.'],
  ['what is done by saying it', '“I tell you that this was no accident,” Ms. Holm said.'],
  ['a request', '“Tell him that the bridge is closed,” Ms. Holm said.'],
  ['a possibility', 'Ms. Holm said the minister could say that the deal was dead.'],
  ['a denial', '“The minister never said that the deal was dead,” Ms. Holm said.'],
  ['what people are wont to say', '“You say that the dam is safe,” Ms. Holm said.'],
];

describe('attributions within others', () => {
  for (const [what, text, expected] of CHAINS) {
    it(`are found: ${what}`, async () => assert.deepEqual(nested(text, await find(text)), expected));
  }

  for (const [what, text] of NONE) {
    it(`are none: ${what}`, async () => {
      const found = await find(text);
      assert.ok(found.length > 0);
      assert.deepEqual(nested(text, found), []);
    });
  }

  it('come in the order of the cues, and tell how they are given by the marks around their own words', async () => {
    const text = '“He told me, ‘We will never sign,’” said Irena Malk. She said a guard had told her that it was over.';
    const found = await find(text);
    const starts = found.map(({ cue }) => cue[0]![0]);
    assert.deepEqual(
      starts,
      starts.toSorted((a, b) => a - b),
    );
    assert.deepEqual(
      found.filter(({ within }) => within !== null).map(({ type }) => type),
      ['direct', 'indirect'],
    );
  });

  it('take their day from their own words, never from those of whoever reports them', async () => {
    const outer = await find(
      'The port authority said on Sunday that Mayor Olin Brandt had said that the bridge was safe.',
    );
    assert.deepEqual(
      outer.map(({ within, saidOn }) => [within, saidOn]),
      [
        [null, '2031-10-12'],
        [0, null],
      ],
    );
    const quoted = await find('“He told me on Monday that the talks were over,” Irena Malk said.');
    const inner = quoted.find(({ within }) => within !== null);
    assert.equal(inner?.saidOn, null, 'a weekday in a quotation is not one of the article');
  });

  it('are the same for an article alone, among others, and in any order', async () => {
    const texts = [...CHAINS, ...NONE].map(([, text]) => text);
    texts.push(texts.join('\n\n'));
    const alone: Unresolved[][] = [];
    for (const text of texts) alone.push(await find(text));
    assert.deepEqual(await attributor.attribute(texts.map(read)), alone);
    assert.deepEqual((await attributor.attribute(texts.toReversed().map(read))).toReversed(), alone);
    assert.ok(nested(texts.at(-1)!, alone.at(-1)!).length > 0);
  });

  it('lie within the content of another, and their chains end with the article', async () => {
    const chain = fc.constantFrom(...CHAINS.map(([, text]) => text));
    const text = fc.array(fc.oneof(hostileText, chain), { maxLength: 4 }).map((parts) => parts.join(' '));
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(text, fc.boolean(), async (plain, quoted) => {
        const found = await find(quoted ? `“${plain}” Ms. Holm said.` : plain);
        for (const [at, { source, cue, content, within }] of found.entries()) {
          if (within === null) continue;
          seen++;
          const outer = found[within]!;
          assert.notEqual(within, at);
          for (const [start, end] of [...source, ...cue, ...content]) {
            assert.ok(outer.content.some(([from, to]) => from <= start && end <= to));
          }
          let depth = 0;
          for (let next: number | null = at; next !== null; next = found[next]!.within) depth++;
          assert.ok(depth <= 3, `${depth} deep`);
        }
      }),
      { numRuns: 80 },
    );
    assert.ok(seen > 0);
  });
});
