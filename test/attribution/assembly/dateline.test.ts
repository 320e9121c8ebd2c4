import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withoutDatelines } from '../../../src/attribution/assembly/dateline.ts';
import type { RoleSpan } from '../../../src/attribution/network/labels.ts';
import { readDocument } from '../../../src/text/index.ts';

/** What is left of a content that covers the whole last paragraph. */
function rest(text: string): string {
  const document = readDocument(text);
  const [first, end] = document.paragraphs.at(-1)!;
  const span: RoleSpan = { role: 'content', first, end };
  const [left] = withoutDatelines(document, [span]);
  return left ? text.slice(document.tokens[left.first]!.start, document.tokens[left.end - 1]!.end) : '';
}

const DATELINES = [
  'VESTVIK, Oct 21 (Halyard) - ',
  'VESTVIK (Halyard) — ',
  'VESTVIK, Skarney — ',
  'Vestvik, Skarney (HPA) – ',
  'ST. OLA, October 3 (DSW) -- ',
  'PORT-AU-SEL – ',
  'ORMSBY, 4 March 2031 - ',
];
const NONE = [
  'Sen. Mara Wen (D-Va.) — Who chairs the panel — said no.',
  'Andriy Koval (head of the office) – Minister of rivers – said no.',
  'NATO — the alliance that guards the strait — will not act.',
  'EU - US trade talks are dead.',
  'Brandt said on Monday — Holm was not there — that he would wait.',
  'Talks - the first in years - will open in Vestvik.',
  'NATO and the union agreed on Oct. 3 to wait.',
  'The talks (in Vestvik) went on.',
  'We are waiting — all of us.',
];

describe('withoutDatelines', () => {
  for (const dateline of DATELINES) {
    it(`takes ${JSON.stringify(dateline)} off what follows`, () => {
      assert.equal(rest(`${dateline}Engineers will meet.`), 'Engineers will meet.');
      assert.equal(rest(`A headline\n\n${dateline}Engineers will meet.`), 'Engineers will meet.');
    });
  }
  for (const text of NONE) it(`leaves ${JSON.stringify(text)} whole`, () => assert.equal(rest(text), text));

  it('drops a span that is a dateline and nothing else, and leaves others of the paragraph alone', () => {
    const document = readDocument('VESTVIK (Halyard) - Holm said no.');
    const cut = document.tokens.findIndex((token) => token.form === 'Holm');
    const spans: RoleSpan[] = [
      { role: 'source', first: 0, end: 2 },
      { role: 'source', first: cut, end: cut + 1 },
    ];
    assert.deepEqual(withoutDatelines(document, spans), [spans[1]]);
  });
});
