import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parseFileSync } from '@swc/core';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CRUISER = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** Runs dependency-cruiser over a tree and gives the names of the rules that it breaks, with where. */
async function brokenRules(root: string): Promise<string[]> {
  const folders = ['src', 'bench', 'training', 'test'].filter((folder) => existsSync(join(root, folder)));
  const args = [CRUISER, '--config', '.dependency-cruiser.json', '--output-type', 'json', ...folders];
  // With the json reporter the exit status is 0 whatever is found.
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: 64 << 20 });
  const { summary } = JSON.parse(stdout) as {
    summary: { totalCruised: number; violations: { rule: { name: string }; from: string; to: string }[] };
  };
  assert.ok(summary.totalCruised > 5, 'the tree was read');
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

/** A copy of the sources in which one file says something else. */
function changedTree(t: TestContext, file: string, add: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const part of ['src', 'package.json', '.dependency-cruiser.json']) {
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const path = join(folder, file);
  writeFileSync(path, `${add}\n${existsSync(path) ? readFileSync(path, 'utf8') : ''}`);
  return folder;
}

describe('the rules of the house', () => {
  it('hold', async () => {
    assert.deepEqual(await brokenRules(ROOT), []);
  });

  const breaches: readonly (readonly [rule: string, file: string, add: string])[] = [
    ['no-cycles', 'src/pipeline/batches.ts', "import './analyze-stream.ts';"],
    ['must-resolve', 'src/pipeline/batches.ts', "import './nowhere.ts';"],
    ['through-the-index', 'src/pipeline/batches.ts', "import '../store/record.ts';"],
    ['model-imports-nothing', 'src/model.ts', "import type { Token } from './text/index.ts';"],
    ['the-model-through-its-file', 'src/store/index.ts', "export type * from '../model/linking.ts';"],
    ['text-imports-model-only', 'src/text/tokenize.ts', "import '../store/index.ts';"],
    ['stages-import-model-and-text-only', 'src/speakers/index.ts', "import '../store/index.ts';"],
    ['stages-import-model-and-text-only', 'src/attribution/index.ts', "import '../speakers/index.ts';"],
    ['only-capture-reads-the-outside-world', 'src/pipeline/batches.ts', "import 'undici';"],
    ['stages-touch-no-files', 'src/attribution/index.ts', "import 'node:fs';"],
    ['store-imports-model-only', 'src/store/index.ts', "import '../text/index.ts';"],
    ['pipeline-imports-stages-and-store', 'src/pipeline/batches.ts', "import '../server/index.ts';"],
    ['server-imports-pipeline-store-model', 'src/server/index.ts', "import '../capture/index.ts';"],
    ['cli-imports-pipeline-store-server-model', 'src/cli/output.ts', "import '../capture/index.ts';"],
    ['packages-are-declared', 'src/pipeline/batches.ts', "import 'fast-check';"],
  ];
  for (const [rule, file, add] of breaches) {
    it(`${rule}: ${file} with ${add}`, async (t) => {
      const broken = await brokenRules(changedTree(t, file, add));
      assert.ok(
        broken.some((breach) => breach.startsWith(`${rule}: `) && breach.includes(file)),
        `expected ${rule}, found ${broken.join('; ') || 'nothing'}`,
      );
    });
  }
});

/**
 * dependency-cruiser reads TypeScript through @swc/core, without TSX, so the pages are read here: they reach the rest
 * over HTTP and share its shapes only, which are types and leave no code behind.
 */
describe('the pages', () => {
  const SCHEMAS = [
    ...['schemas', 'article-schemas', 'audit-schemas', 'captures-schemas', 'check-schemas'],
    ...['corrections-schemas', 'ledger-schemas', 'review-schemas', 'revision-schemas', 'search-schemas'],
    ...['sources-schemas', 'statement-schemas', 'story-schemas', 'today-schemas', 'watch-schemas'],
  ].map((name) => `src/server/${name}.ts`);
  const TYPES = ['src/model.ts', 'src/store/types.ts', ...SCHEMAS];
  /** What a search takes for a match, so that the page marks just what the record found: functions of strings. */
  const PURE = ['src/store/fold.ts', 'src/store/search-words.ts'];

  it('import nothing from the other rooms but types, and what a search takes for a match', () => {
    const files = globSync('web/**/*.{ts,tsx}', { cwd: ROOT, exclude: ['**/node_modules/**'] });
    assert.ok(files.length > 3);
    const outside: string[] = [];
    for (const file of files) {
      const { body } = parseFileSync(join(ROOT, file), { syntax: 'typescript', tsx: file.endsWith('x') });
      for (const item of body) {
        if (!('source' in item) || !item.source?.value.startsWith('.')) continue;
        const target = relative(ROOT, resolve(ROOT, dirname(file), item.source.value));
        const typeOnly = 'typeOnly' in item && item.typeOnly;
        const shared = PURE.includes(target) || (TYPES.includes(target) && typeOnly);
        if (!target.startsWith('web/') && !shared) outside.push(`${file} → ${target}`);
      }
    }
    assert.deepEqual(outside, []);
  });
});
