import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { collect, onlyCapture } from './inputs.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/capture/', import.meta.url));

/** Pages and pasted texts of invented outlets; beside each, the article that a careful reader finds in it. */
for (const kind of ['pages', 'pasted']) {
  describe(kind, () => {
    const folder = join(FIXTURES, kind);
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    assert.ok(names.length >= 4);
    for (const name of names) {
      const id = name.slice(0, -'.json'.length);
      it(`${id} gives its article and nothing else`, async () => {
        const file = readdirSync(folder).find((each) => each.startsWith(`${id}.`) && each !== name)!;
        const expected = JSON.parse(readFileSync(join(folder, name), 'utf8'));
        const { id: given, text, ...about } = onlyCapture(await collect([join(folder, file)])).article;
        assert.deepEqual({ id: given, ...about, text: text.split('\n') }, { id, ...expected });
      });
    }
  });
}
