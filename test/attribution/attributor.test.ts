import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { type Attributor, createAttributor, type Unresolved } from '../../src/attribution/index.ts';
import type { Span } from '../../src/model.ts';
import { readDocument } from '../../src/text/index.ts';
import { hostileText } from '../text/hostile.ts';

const models = path.resolve(import.meta.dirname, '../../models');
const json = (name: string) => JSON.parse(fs.readFileSync(path.join(models, name), 'utf8'));

let attributor: Attributor;
before(async () => {
  const network = fs.readFileSync(path.join(models, 'tagger.onnx'));
  attributor = await createAttributor({
    network,
    tagger: json('tagger.json'),
    assembly: json('assembly.json'),
    confidence: json('confidence.json'),
  });
});

const read = (text: string, published: string | null = null) => ({ document: readDocument(text), published });
const find = async (text: string, published: string | null = null) =>
  (await attributor.attribute([read(text, published)]))[0]!;
const words = (text: string, spans: readonly Span[]) => spans.map(([start, end]) => text.slice(start, end));

/** Source, cue and content of each attribution as words: "source | cue | content + content". */
async function described(text: string): Promise<string[]> {
  return (await find(text)).map(({ source, cue, content }) =>
    [source, cue, content].map((spans) => words(text, spans).join(' + ')).join(' | '),
  );
}

/** What each text must give, whatever else it gives. */
const CONSTRUCTIONS: [what: string, text: string, expected: string[]][] = [
  [
    'a direct quotation with its speaker after it',
    '“We will not sign,” said Irena Malk, the Velmar foreign minister.',
    ['Irena Malk, the Velmar foreign minister | said | “We will not sign,”'],
  ],
  [
    'indirect speech',
    'Mr. Sarr said that the bridge would stay closed until spring.',
    ['Mr. Sarr | said | that the bridge would stay closed until spring'],
  ],
  [
    'a content in two pieces around its cue',
    '“The river is ours,” Mayor Olin Brandt said, “and it will stay ours.”',
    ['Mayor Olin Brandt | said | “The river is ours,” + “and it will stay ours.”'],
  ],
  [
    'one source shared by two cues',
    'Ms. Adeyo said the port was safe and warned that prices would rise.',
    ['Ms. Adeyo | said | the port was safe', 'Ms. Adeyo | warned | that prices would rise'],
  ],
  [
    '"according to"',
    'The dam holds enough water for two winters, according to the Water Ministry.',
    ['the Water Ministry | according to | The dam holds enough water for two winters'],
  ],
  [
    'two speakers in one paragraph',
    '“It is finished,” Ms. Holm said. Mr. Okoro said he would wait.',
    ['Ms. Holm | said | “It is finished,”', 'Mr. Okoro | said | he would wait'],
  ],
  ['a cue with a colon', 'Ms. Holm said: “Nobody asked us.”', ['Ms. Holm | said: | “Nobody asked us.”']],
];

describe('attribute', () => {
  for (const [what, text, expected] of CONSTRUCTIONS) {
    it(`finds ${what}`, async () => {
      const found = await described(text);
      for (const one of expected) assert.ok(found.includes(one), `${one}\nis not among\n${found.join('\n')}`);
    });
  }

  it('says type, mode, medium and day of what it finds', async () => {
    const text = '“Nobody asked us,” Ms. Holm told the Daily Meridian on Sunday, 12 October.';
    const found = (await find(text, '2031-10-14')).map(({ type, mode, medium, saidOn }) => ({
      type,
      mode,
      medium,
      saidOn,
    }));
    assert.deepEqual(found, [{ type: 'direct', mode: 'says', medium: 'Daily Meridian', saidOn: '2031-10-12' }]);
  });

  it('finds nothing in a text that attributes nothing', async () => {
    assert.deepEqual(await find('The bridge is 900 metres long. It was built in 1987.'), []);
    assert.deepEqual(await find(''), []);
  });

  it('gives the same for an article alone, among others, and in any order', async () => {
    const texts = CONSTRUCTIONS.map(([, text]) => text).concat(CONSTRUCTIONS.map(([, text]) => text).join('\n\n'));
    const alone: Unresolved[][] = [];
    for (const text of texts) alone.push(await find(text));
    assert.deepEqual(await attributor.attribute(texts.map((text) => read(text))), alone);
    const reversed = await attributor.attribute(texts.toReversed().map((text) => read(text)));
    assert.deepEqual(reversed.toReversed(), alone);
  });

  it('gives spans that lie within any text, in order, none empty, and a content to every cue', async () => {
    const said = fc.constantFrom('', ' said Ms. Holm.', '\n“Yes,” he said, “no”', '\nHolm: no talks');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(hostileText, said), { maxLength: 3 }), async (parts) => {
        const text = parts.flat().join('');
        for (const { source, cue, content, confidence } of await find(text)) {
          assert.equal(cue.length, 1);
          assert.ok(source.length <= 1 && content.length >= 1);
          assert.ok(confidence >= 0 && confidence <= 1);
          let at = 0;
          for (const [start, end] of content) {
            assert.ok(start >= at && end > start && end <= text.length);
            at = end;
          }
          for (const [start, end] of [...source, ...cue]) assert.ok(start >= 0 && end > start && end <= text.length);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('reads a paragraph of any length', async () => {
    const found = await find('Ms. Holm said the port was safe. '.repeat(600));
    assert.ok(found.length > 500, `${found.length}`);
  });
});
