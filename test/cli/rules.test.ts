import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { PARAGRAPHS, page } from './articles.ts';
import { jsonLines, onrecord, temporaryFolder } from './onrecord.ts';

/** A page with an address, and rules for it. */
function given(t: TestContext, rules: unknown): string {
  const folder = temporaryFolder(t);
  const html = page('Piers stay shut', PARAGRAPHS).replace(
    '</head>',
    '<link rel="canonical" href="https://ormsby.example/piers"></head>',
  );
  writeFileSync(join(folder, 'piers.html'), html);
  writeFileSync(join(folder, 'rules.json'), typeof rules === 'string' ? rules : JSON.stringify(rules, null, 1));
  return folder;
}

describe('--rules', () => {
  it('reads pages by the selectors of a file, given as an option or in ONRECORD_RULES', async (t) => {
    const folder = given(t, [{ hosts: ['ormsby.example'], text: 'p:nth-of-type(2)' }]);
    const option = await onrecord(['extract', '--rules', 'rules.json', 'piers.html'], { cwd: folder });
    const variable = await onrecord(['extract', 'piers.html'], { cwd: folder, env: { ONRECORD_RULES: 'rules.json' } });
    for (const { status, stdout, stderr } of [option, variable]) {
      assert.deepEqual([status, stderr], [0, '']);
      assert.equal(jsonLines(stdout)[0]!.text, PARAGRAPHS[1]);
    }
  });

  it('names a selector that cannot be used, and goes on', async (t) => {
    const folder = given(t, [{ hosts: ['ormsby.example'], title: 'h1[' }]);
    const { status, stdout, stderr } = await onrecord(['extract', '--rules', 'rules.json', 'piers.html'], {
      cwd: folder,
    });
    assert.equal(status, 0);
    assert.match(stderr, /^onrecord: rules\.json:6: rule 1, title: "h1\[" is no CSS selector/);
    assert.equal(jsonLines(stdout)[0]!.title, 'Piers stay shut');
  });

  it('ends the command where the file holds mistakes, each named with its line', async (t) => {
    const folder = given(t, [{ hosts: ['ormsby.example'], titel: 'h1' }]);
    for (const command of ['extract', 'analyze', 'add']) {
      const { status, stdout, stderr } = await onrecord([command, '--rules', 'rules.json', 'piers.html'], {
        cwd: folder,
      });
      assert.deepEqual([status, stdout], [1, ''], command);
      assert.match(stderr, /rules\.json:2: rule 1: .*titel/);
    }
  });
});
