import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Issue } from '../../src/positions/index.ts';
import { readDocument } from '../../src/text/index.ts';

const TEXT =
  'Falk spoke on Monday about Osk. He said negotiations with its envoys were possible. The harvest was good.';
const document = readDocument(TEXT);
const content = (words: string): [number, number][] => [[TEXT.indexOf(words), TEXT.indexOf(words) + words.length]];

describe('an issue', () => {
  const negotiations = content('negotiations with its envoys were possible');

  it('takes words of the same sense, and their forms', () => {
    assert.ok(new Issue(['peace talks']).matches(document, negotiations));
    assert.ok(new Issue(['negotiating with an envoy']).matches(document, negotiations));
  });

  it('needs all words of a wording, one of them in the content', () => {
    assert.equal(new Issue(['talks on the harvest']).matches(document, negotiations), false);
    assert.equal(new Issue(['talks']).matches(document, content('The harvest was good')), false);
  });

  it('takes any of several wordings', () => {
    const issue = new Issue(['the ferry', 'harvests']);
    assert.ok(issue.matches(document, content('The harvest was good')));
    assert.equal(issue.matches(document, negotiations), false);
  });

  it('refuses a wording that has no word to look for', () => {
    assert.throws(() => new Issue(['of the']), /“of the” has no word to look for/);
  });
});
