import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LONGEST = 400;

function sources(pattern: string): string[] {
  return globSync(pattern, {
    cwd: ROOT,
    exclude: ['**/node_modules/**', '**/dist/**', '**/build/**', 'test/fixtures/**'],
  });
}

describe('files', () => {
  it(`are at most ${LONGEST} lines long`, () => {
    const files = sources('**/*.{ts,tsx,py,css}');
    assert.ok(files.length > 20);
    const long = files
      .map((file) => ({ file, lines: readFileSync(join(ROOT, file), 'utf8').split('\n').length - 1 }))
      .filter(({ lines }) => lines > LONGEST);
    assert.deepEqual(long, []);
  });

  it('leave no work undone in a comment', () => {
    // Put together here, so that this file does not find itself.
    const marks = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X'].join('|')})\\b`);
    const marked = sources('{src,web,training,bench,test,bin}/**/*.{ts,tsx,js,py,css,sh}').filter((file) =>
      marks.test(readFileSync(join(ROOT, file), 'utf8')),
    );
    assert.deepEqual(marked, []);
  });
});
