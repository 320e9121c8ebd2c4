import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parsePageJson } from '../../src/capture/page/json.ts';

const value = fc
  .jsonValue({ maxDepth: 4, noUnicodeString: false })
  .filter((each) => typeof each === 'object' && each !== null);
/** Undoes what JavaScript's own reading does to -0. */
const same = (given: unknown): unknown => JSON.parse(JSON.stringify(given));

describe('JSON in pages', () => {
  it('is what it says, also wrapped, escaped as HTML, or with commas at the end', () => {
    fc.assert(
      fc.property(value, (given) => {
        const json = JSON.stringify(given);
        for (const written of [
          json,
          `<!-- ${json} -->`,
          `/* <![CDATA[ */${json}/* ]]> */`,
          `//<![CDATA[\n${json}\n//]]>`,
          `${json};`,
          JSON.stringify(given, null, 2),
        ]) {
          assert.deepEqual(same(parsePageJson(written)), same(given), written);
        }
      }),
    );
  });

  it('is read where pages slip', () => {
    const cases: readonly (readonly [json: string, value: unknown])[] = [
      ['{"a": [1, 2,], "b": {"c": "d",},}', { a: [1, 2], b: { c: 'd' } }],
      ['{"a": "one\n\ttwo"}', { a: 'one two' }],
      ['{\n// a remark\n"a": 1, /* and one more */ "b": 2}', { a: 1, b: 2 }],
      ['{&quot;a&quot;: &quot;b &amp; c&quot;}', { a: 'b & c' }],
      ['{"a": "Talks fail", "b": "A "quoted" word"}', 'Talks fail'],
      ['{"a": "cut off", "b": ', 'cut off'],
    ];
    for (const [json, expected] of cases) {
      const found = parsePageJson(json) as { a: unknown };
      assert.deepEqual(typeof expected === 'string' ? found.a : found, expected, json);
    }
  });

  it('never throws, whatever it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parsePageJson(text)));
    const pieces = fc.array(
      fc.constantFrom('{', '}', '[', ']', '"', ',', ':', '//', '/*', '*/', '\n', '\\', 'null', '1'),
      { maxLength: 60 },
    );
    fc.assert(fc.property(pieces, (parts) => void parsePageJson(parts.join(''))));
    for (const bomb of ['['.repeat(250_000), '{"a":'.repeat(50_000), '"'.repeat(299_999), '/*'.repeat(140_000)])
      parsePageJson(bomb);
  });
});
