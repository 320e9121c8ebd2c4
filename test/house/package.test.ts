import assert from 'node:assert/strict';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Outcome, runProgram, startProgram } from '../cli/onrecord.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NOT_PACKED = /^(?:node_modules|dist|\.git)$|\.db(?:-wal|-shm)?$|\.tgz$/;

/** What npm tells the scripts of this checkout, .npmrc included, which a person with an empty folder does not have. */
const ofThisCheckout = Object.keys(process.env).filter((name) => /^npm_/i.test(name));
/** npm and npx as such a person has them, with Node 24. */
const env = {
  ...Object.fromEntries(ofThisCheckout.map((name) => [name, undefined])),
  PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
  // Where a CUDA compiler is installed, onnxruntime-node's install script would fetch 200 MB that nothing here uses.
  ONNXRUNTIME_NODE_INSTALL: 'skip',
  ONNXRUNTIME_NODE_INSTALL_CUDA: 'skip',
};

describe('the published package', () => {
  let folder: string;
  let packed: string[];

  /** Packs a copy of the checkout, whose own dist other tests are using, and installs that into an empty folder. */
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
    const checkout = join(folder, 'checkout');
    cpSync(ROOT, checkout, {
      recursive: true,
      filter: (source) => !NOT_PACKED.test(source.slice(source.lastIndexOf('/') + 1)),
    });
    symlinkSync(join(ROOT, 'node_modules'), join(checkout, 'node_modules'));
    const pack = await npm(checkout, 'pack', '--json', '--pack-destination', folder);
    assert.equal(pack.status, 0, pack.stderr);
    const [{ filename, files }] = JSON.parse(pack.stdout.slice(pack.stdout.indexOf('[')));
    packed = files.map((file: { path: string }) => file.path);
    const home = join(folder, 'home');
    cpSync(join(ROOT, 'LICENSE'), join(home, 'notes.txt'));
    const install = await npm(home, 'install', '--prefer-offline', '--no-audit', '--no-fund', join(folder, filename));
    assert.equal(install.status, 0, install.stderr);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function npm(cwd: string, ...args: string[]): Promise<Outcome> {
    return runProgram('npm', args, { cwd, env });
  }
  function npx(...args: string[]): Promise<Outcome> {
    return runProgram('npx', ['onrecord', ...args], { cwd: join(folder, 'home'), env });
  }

  it('holds what it needs and nothing else', () => {
    for (const needed of [
      'README.md',
      'LICENSE',
      'bin/onrecord.js',
      'dist/cli/main.js',
      'dist/pipeline/index.js',
      'dist/pipeline/index.d.ts',
      'dist/web/index.html',
      'models/tagger.onnx',
    ]) {
      assert.ok(packed.includes(needed), `${needed} is in the package`);
    }
    const allowed = /^(?:bin|dist|models|samples|docs)\/|^(?:README\.md|LICENSE|package\.json)$/;
    assert.deepEqual(
      packed.filter((path) => !allowed.test(path)),
      [],
    );
  });

  it('analyses a file', async () => {
    writeFileSync(join(folder, 'home', 'a.txt'), 'Harbour\n\nMayor Ilse Quandt said the harbour would stay open.\n');
    const run = await npx('analyze', 'a.txt');
    assert.equal(run.status, 0, run.stderr);
    assert.equal(run.stderr, '');
    const { id, attributions } = JSON.parse(run.stdout);
    assert.equal(id, 'a');
    assert.equal(attributions[0].speaker.name, 'Ilse Quandt');
  });

  it('adds its samples and serves the pages', async (t) => {
    const added = await npx('add', 'node_modules/onrecord/samples/articles');
    assert.equal(added.status, 0, added.stderr);
    const bin = join(folder, 'home/node_modules/.bin/onrecord');
    const server = startProgram(t, bin, ['serve', '--port', '0', '--json'], { cwd: join(folder, 'home'), env });
    const closed = once(server, 'close');
    for await (const line of createInterface(server.stdout)) {
      const { url } = JSON.parse(line);
      const page = await fetch(url);
      assert.equal(page.status, 200);
      assert.match(await page.text(), /<div id="root">|<script/);
      const { articles } = (await (await fetch(`${url}/api/counts`)).json()) as { articles: number };
      assert.ok(articles >= 12);
      server.kill('SIGTERM');
    }
    assert.deepEqual((await closed)[0], 0);
  });

  it('can be used as a library, with types', async () => {
    const home = join(folder, 'home');
    const use = [
      "import { type Analyzer, createAnalyzer } from 'onrecord';",
      "import { openRecord } from 'onrecord/store';",
      'const analyzer: Analyzer = await createAnalyzer();',
      "const base = { id: 'x', title: null, byline: null, published: null, outlet: null, language: null, url: null };",
      "const [one] = await analyzer.analyze([{ ...base, text: 'Ilse Quandt said the harbour would stay open.' }]);",
      "console.log(one?.attributions[0]?.speaker?.name, typeof openRecord, 'end');",
    ];
    writeFileSync(join(home, 'use.mts'), use.join('\n'));
    const types = await runProgram(
      join(ROOT, 'node_modules/.bin/tsc'),
      ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2024', 'use.mts'],
      { cwd: home },
    );
    // The types of Node itself are not installed there; everything else must be known.
    const errors = types.stdout
      .split('\n')
      .filter((line) => line.includes('error') && !/'console'|Uint8Array/.test(line));
    assert.deepEqual(errors, []);
    const run = await runProgram(process.execPath, ['use.mts'], { cwd: home });
    assert.equal(run.stdout.trim(), 'Ilse Quandt function end', run.stderr);
  });

  it('says so on a Node that is too old', async () => {
    const old = "Object.defineProperty(process.versions, 'node', { value: '20.20.2' });";
    const preload = `data:text/javascript,${encodeURIComponent(old)}`;
    const bin = join(folder, 'home/node_modules/onrecord/bin/onrecord.js');
    const run = await runProgram(process.execPath, ['--import', preload, bin, '--version']);
    assert.equal(run.status, 1);
    assert.match(run.stderr, /^onrecord needs Node\.js 24 or newer; this is 20\.20\.2\./);
  });
});
