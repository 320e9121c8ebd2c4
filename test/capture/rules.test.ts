import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { RulesError, readRules, recapture } from '../../src/capture/index.ts';
import { parseRules } from '../../src/capture/rules.ts';
import { collect, folderWith, onlyCapture, SENTENCES } from './inputs.ts';

const [FIRST, SECOND, THIRD] = SENTENCES as [string, string, string];
/** A page whose own markup misleads: the box is the article, the long list is not. */
const PAGE = `<html><head><title>x</title><link rel="canonical" href="https://www.odd.example/a"><meta property="og:title" content="Wrong"></head><body>
<div class="hl">Harbour talks go on</div><div class="who">Ana Kessler / Tom Reed</div><div class="when">03.05.2031</div>
<div class="sidebar promo" id="box"><p>${FIRST}</p><p class="note">What a note of ours that is no part of it, however long it is.</p><p>${SECOND}</p></div>
<article><p>${THIRD}</p><p>${THIRD.replace('called', 'named')}</p><p>${THIRD.replace('remarks', 'words')}</p></article></body></html>`;
const RULES = [
  { hosts: ['other.example'], title: 'title' },
  { hosts: ['*.odd.example'], title: '.hl', byline: '.who', published: '.when', text: '#box', remove: ['.note'] },
];

const parse = async (value: unknown) =>
  parseRules(typeof value === 'string' ? value : JSON.stringify(value, null, 1), 'r.json');
const mistakes = async (value: unknown): Promise<string> => {
  try {
    await parse(value);
  } catch (error) {
    assert.ok(error instanceof RulesError, String(error));
    return error.message;
  }
  throw new Error('no mistake was found');
};

describe('rules of the user’s own', () => {
  it('go before all that is found otherwise, on the hosts that they name', async (t) => {
    const folder = await folderWith(t, { 'a.html': PAGE });
    const { rules } = await parse(RULES);
    const { article } = onlyCapture(await collect([join(folder, 'a.html')], { rules }));
    assert.deepEqual(
      [article.title, article.byline, article.published, article.text],
      ['Harbour talks go on', 'Ana Kessler and Tom Reed', '2031-05-03', `${FIRST}\n\n${SECOND}`],
    );
    const elsewhere = await collect([join(folder, 'a.html')], { rules: rules.slice(0, 1) });
    assert.equal(onlyCapture(elsewhere).article.title, 'Wrong');
  });

  it('hold again when an article is read from its snapshot', async (t) => {
    const folder = await folderWith(t, { 'a.html': PAGE });
    const { rules } = await parse(RULES);
    const given = onlyCapture(await collect([join(folder, 'a.html')], { rules }));
    assert.deepEqual(await recapture(given.snapshot, 'a', rules), given);
    assert.notDeepEqual(await recapture(given.snapshot, 'a'), given);
  });

  it('leave to the usual ways what they do not find', async (t) => {
    const folder = await folderWith(t, { 'a.html': PAGE });
    const { rules } = await parse([{ hosts: ['www.odd.example'], title: '.absent', text: '.absent' }]);
    const { article } = onlyCapture(await collect([join(folder, 'a.html')], { rules }));
    assert.equal(article.title, 'Wrong');
    assert.ok(article.text.includes(THIRD));
  });

  it('fit a host, or all below one, and no other', async (t) => {
    const folder = await folderWith(t, { 'a.html': PAGE });
    for (const [host, fits] of [
      ['www.odd.example', true],
      ['*.odd.example', true],
      ['*.example', true],
      ['odd.example', false],
      ['*.www.odd.example', false],
      ['*.dd.example', false],
    ] as const) {
      const { rules } = await parse([{ hosts: [host], title: '.hl' }]);
      const { article } = onlyCapture(await collect([join(folder, 'a.html')], { rules }));
      assert.equal(article.title === 'Harbour talks go on', fits, host);
    }
  });

  it('lose a selector that cannot be used, by name and line, and nothing else', async () => {
    const { rules, problems } = await parse([{ hosts: ['a.example'], title: 'h1[', remove: ['.x', '::nope::'] }]);
    assert.deepEqual(rules, [{ hosts: ['a.example'], remove: ['.x'] }]);
    assert.equal(problems.length, 2);
    assert.match(problems[0]!, /^r\.json:6: rule 1, title: "h1\[" is no CSS selector/);
    assert.match(problems[1]!, /^r\.json:9: rule 1, remove, 2: "::nope::" is no CSS selector/);
  });

  it('may hold comments and commas at the end', async () => {
    const { rules } = await parse('[ // ours\n {"hosts": ["A.example",], "text": "main",},\n]');
    assert.deepEqual(rules, [{ hosts: ['a.example'], text: 'main', remove: [] }]);
  });

  it('are refused with every mistake on its line', async () => {
    assert.match(await mistakes('[\n{"hosts": ["a.example"],\n"titel": "h1"}]'), /^r\.json:2: rule 1: .*titel/);
    assert.match(
      await mistakes('[\n{"hosts":\n ["https://a.example/x"]}]'),
      /^r\.json:3: rule 1, hosts, 1: must be a host/,
    );
    assert.match(await mistakes('[{"hosts": []}, {}]'), /hosts.*\n.*rule 2, hosts/);
    assert.match(await mistakes('{"hosts": []}'), /^r\.json:1: the file: /);
    assert.match(await mistakes('[\n\n{"hosts" ["a"]}]'), /^r\.json:3: it is not JSON/);
    assert.match(await mistakes(''), /^r\.json:1: it is empty/);
    assert.match(await mistakes('['.repeat(200_000)), /^r\.json:1: /);
  });

  it('are refused when the file is not there or is too large', async (t) => {
    const folder = await folderWith(t, { 'large.json': `[${' '.repeat(1_100_000)}]` });
    await assert.rejects(
      readRules(join(folder, 'absent.json')),
      /absent\.json: the rules could not be read: there is no such file/,
    );
    await assert.rejects(readRules(join(folder, 'large.json')), /larger than 1000000 bytes/);
  });
});
