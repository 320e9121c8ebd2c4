import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const root = join(import.meta.dirname, '../..');
const data = join(root, '../shared/data/speakers/dev.jsonl');
const skip = existsSync(data) ? false : '../shared/data is not there: the speakers are not measured';

/** Floors in per cent, a few points below what `training/measure-speakers.ts dev` prints. */
const FLOORS = {
  named_speaker_accuracy_on_found: 87,
  full_name_on_found: 85,
  pronoun_accuracy_on_found: 84,
  speaker_accuracy_on_found: 85,
};

describe('speakers of the development articles', { skip }, () => {
  it('are right as often as they were', () => {
    const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'training/measure-speakers.ts'), 'dev'], {
      encoding: 'utf8',
    });
    const line = stdout.split('\n').find((each) => each.startsWith('{'));
    assert.ok(line, stderr);
    const figures = JSON.parse(line) as Record<keyof typeof FLOORS, number>;
    for (const [name, floor] of Object.entries(FLOORS)) {
      const figure = figures[name as keyof typeof FLOORS];
      assert.ok(figure >= floor, `${name} is ${figure}, below ${floor}`);
    }
  });
});
