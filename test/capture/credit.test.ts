import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { creditInData, creditInFeed, creditLine } from '../../src/capture/credit.ts';

const name = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 250 }),
  fc.constantFrom('AP', 'ap', 'NA', ' ; ', '\u001b[0m'),
);

describe('the line of whom a publisher credits', () => {
  it('is short, well formed, without control characters and the same again, whatever is given', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 30 }), fc.option(name), (names, outlet) => {
        const line = creditLine(names, outlet);
        if (line === null) return;
        assert.ok(line.length > 0 && line.length <= 10 * 202 && line.isWellFormed());
        assert.doesNotMatch(line, /\p{Cc}/u);
        assert.equal(line, line.trim());
      }),
    );
  });

  it('names each once, and neither nobody nor the outlet itself', () => {
    const given = ['AP', 'a.p.', 'N/A', null, 'The Stavna Times', 'Norta Radio', 'www.norta-radio'];
    assert.equal(creditLine(given, 'Stavna Times'), 'AP; Norta Radio');
  });

  it('is read from data of any shape', () => {
    fc.assert(
      fc.property(fc.object({ key: fc.constantFrom('credit', 'source', 'infosources', 'name', 'wire') }), (fields) => {
        const line = creditInData(fields as Record<string, unknown>, 'Stavna Times');
        assert.ok(line === null || typeof line === 'string');
      }),
    );
  });
});

describe('whom a feed credits', () => {
  const page = 'https://www.stavnatimes.example/1';
  for (const [publisher, credit] of [
    [null, null],
    [{ name: 'Norta Radio', url: 'https://nortaradio.example/rss' }, 'Norta Radio'],
    [{ name: null, url: 'https://www.nortaradio.example/rss' }, 'nortaradio.example'],
    [{ name: 'Stavna Times Politics', url: 'https://stavnatimes.example/rss' }, null],
    [{ name: 'Stavna Times Politics', url: 'https://feeds.stavnatimes.example/rss' }, null],
    [{ name: 'Norta Radio', url: null }, null],
  ] as const) {
    it(`is ${credit ?? 'nobody'} by ${JSON.stringify(publisher)}`, () => {
      assert.equal(creditInFeed(publisher, page), credit);
    });
  }
});
