import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Span } from '../../../src/model.ts';
import { regionsIn } from '../../../src/pipeline/check/regions.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const spanOf = (text: string, words: string, from = 0): Span => {
  const start = text.indexOf(words, from);
  return [start, start + words.length];
};
/** The region of words, as `line:column-line:column`. */
function told(file: string, mediaType: string, text: string, words: string, from = 0): string | null {
  const [region] = regionsIn(bytes(file), mediaType, text, [spanOf(text, words, from)]);
  return region ? `${region.startLine}:${region.startColumn}-${region.endLine}:${region.endColumn}` : null;
}

describe('the place of words in a file', () => {
  it('is told in lines and UTF-16 columns from 1', () => {
    const text = 'One.\nTwo 😀 “the piers will open”.';
    assert.equal(told(text, 'text/plain', text, 'the piers will open'), '2:9-2:28');
    assert.equal(told(text.replace('\n', '\r\n'), 'text/plain', text, 'the piers will open'), '2:9-2:28');
    assert.equal(told(`\ufeff${text}`, 'text/plain', text, 'One.'), '1:2-1:6');
  });

  it('does not count what capture leaves out', () => {
    const text = '“The piers will not open & sink” said Mara.';
    const words = 'The piers will not open & sink';
    const page =
      '<p class="a">x</p><!-- The piers --><p>&ldquo;The <em>piers</em>\n  will not&nbsp;open &amp; sink&#8221; said Mara.</p>';
    assert.equal(told(page, 'text/html', text, words), '1:47-2:32');
    assert.equal(told('“The piers\nwill *not* open & sink” said Mara.', 'text/markdown', text, words), '1:2-2:23');
  });

  it('tells the same words apart by their order, and is silent where it cannot', () => {
    const text = 'Aha. Go home. Go home.';
    const file = 'Aha.\nGo home.\nGo home.';
    assert.equal(told(file, 'text/plain', text, 'Go home', 12), '3:1-3:8');
    assert.equal(told(`${file}\nGo home.`, 'text/plain', text, 'Go home'), null);
    assert.equal(told('Aha.', 'text/plain', text, 'Go home'), null);
  });

  it('is silent about what is no text', () => {
    assert.equal(told('Go home', 'application/pdf', 'Go home', 'Go home'), null);
    assert.deepEqual(regionsIn(Uint8Array.of(0x93, 0x47, 0x6f), 'text/plain', '“Go', [[1, 3]]), [null]);
  });
});
