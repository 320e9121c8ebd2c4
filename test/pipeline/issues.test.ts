import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { issuesFolder, readIssue, readIssues, removeIssue, writeIssue } from '../../src/pipeline/index.ts';
import { temporaryFolder } from '../cli/onrecord.ts';

const LAKE = { name: 'lake-orra', title: 'The lake', about: ['Lake Orra', 'grain corridor'], speakers: ['Ilan Marro'] };

describe('files of issues', () => {
  it('are written, read and removed by name', (t) => {
    const folder = issuesFolder(join(temporaryFolder(t), 'r.db'));
    assert.deepEqual(readIssues(folder), { issues: [], problems: [] });
    const written = writeIssue(folder, LAKE);
    assert.deepEqual(written, { onrecord: 'issue', version: 1, ...LAKE });
    assert.deepEqual(JSON.parse(readFileSync(join(folder, 'lake-orra.json'), 'utf8')), written);
    assert.deepEqual(readIssue(folder, 'lake-orra'), written);
    assert.deepEqual(readIssues(folder).issues, [written]);
    assert.throws(() => writeIssue(folder, LAKE), /there is an issue lake-orra already/);
    assert.equal(removeIssue(folder, 'lake-orra'), true);
    assert.equal(removeIssue(folder, 'lake-orra'), false);
    assert.equal(readIssue(folder, 'lake-orra'), null);
  });

  it('that are none are named with their reason, and the rest goes on', (t) => {
    const folder = temporaryFolder(t);
    const good = writeIssue(folder, LAKE);
    const file = (name: string, text: string) => writeFileSync(join(folder, name), text);
    file('broken.json', '{');
    file('newer.json', JSON.stringify({ ...good, name: 'newer', version: 2 }));
    file('other.json', JSON.stringify(good));
    file('more.json', JSON.stringify({ ...good, name: 'more', run: 'rm' }));
    file('wordless.json', JSON.stringify({ ...good, name: 'wordless', about: ['of the'] }));
    file('Bad Name.json', JSON.stringify(good));
    file('large.json', ' '.repeat(70_000));
    file('notes.txt', 'no issue');
    mkdirSync(join(folder, 'folder.json'));
    symlinkSync('/etc/passwd', join(folder, 'link.json'));
    const { issues, problems } = readIssues(folder);
    assert.deepEqual(issues, [good]);
    const reasons = Object.fromEntries(
      problems.map(({ file: path, reason }) => [path.slice(folder.length + 1), reason]),
    );
    assert.deepEqual(Object.keys(reasons).length, 9);
    assert.match(reasons['broken.json']!, /no JSON/);
    assert.match(reasons['newer.json']!, /version that this Onrecord does not know/);
    assert.match(reasons['other.json']!, /it is the issue lake-orra/);
    assert.match(reasons['more.json']!, /run/);
    assert.match(reasons['wordless.json']!, /no word to look for/);
    assert.match(reasons['Bad Name.json']!, /its name is none of an issue/);
    assert.match(reasons['large.json']!, /larger/);
    assert.equal(reasons['link.json'], 'it is no file');
    assert.throws(() => readIssue(folder, 'broken'), /broken\.json: it is no JSON/);
  });

  it('lead to no other folder, whatever the name', (t) => {
    const outer = temporaryFolder(t);
    const folder = join(outer, 'issues');
    mkdirSync(folder);
    writeFileSync(
      join(outer, 'secret.json'),
      JSON.stringify({ onrecord: 'issue', version: 1, ...LAKE, name: 'secret' }),
    );
    const odd = fc.constantFrom(
      '../secret',
      '..',
      '.',
      '/etc/passwd',
      'a/b',
      'a\\b',
      'con',
      'A',
      '-a',
      'a-',
      '',
      'a\0b',
    );
    fc.assert(
      fc.property(fc.oneof(odd, fc.string()), (name) => {
        if (/^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$/.test(name) && name !== 'con') return;
        assert.equal(readIssue(folder, name), null);
        assert.equal(removeIssue(folder, name), false);
        assert.throws(() => writeIssue(folder, { ...LAKE, name }), /no issue/);
      }),
    );
    assert.ok(existsSync(join(outer, 'secret.json')));
    for (const about of [[], ['x'.repeat(201)], Array(21).fill('lake'), ['two\nlines']])
      assert.throws(() => writeIssue(folder, { ...LAKE, about }), /no issue of Onrecord \(about/);
  });
});
