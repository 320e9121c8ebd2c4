import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { InvalidArgumentError } from 'commander';
import fc from 'fast-check';
import { jsonText } from '../../src/cli/output.ts';
import { createProgram } from '../../src/cli/program.ts';
import { smallArticle } from './articles.ts';
import { jsonLines, MAIN, onrecord, runProgram, startProgram, temporaryFolder } from './onrecord.ts';

const ARTICLES = 40;
const UNSAFE = /(?![\t\n])\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

describe('jsonText', () => {
  it('gives the same value on one line, with nothing in it that could steer a terminal', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(fc.dictionary(text, text), (value) => {
        const json = jsonText(value);
        assert.doesNotMatch(json, /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
        assert.equal(JSON.stringify(JSON.parse(json)), JSON.stringify(value));
      }),
    );
    assert.equal(jsonText('a\u009b\u007f\u202eb'), '"a\\u009b\\u007f\\u202eb"');
  });
});

describe('output that cannot be written', () => {
  let folder: string;
  /** A command line of sh; the statuses of its onrecord commands are written to standard error. */
  const shell = (line: string) =>
    runProgram('sh', ['-c', `o() { "${process.execPath}" "${MAIN}" "$@"; echo "status $?" >&2; }\n${line}`], {
      cwd: folder,
    });

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
    mkdirSync(join(folder, 'in'));
    for (let n = 0; n < ARTICLES; n++) writeFileSync(join(folder, 'in', `a${n}.txt`), smallArticle(n));
    assert.equal((await onrecord(['add', 'in'], { cwd: folder })).status, 0);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('does not keep add from its end when the reader goes away', async () => {
    const run = await shell('o add in missing.txt --record left.db | head -n 1');
    assert.match(run.stdout, /^added {2}in\/a0\.txt .*\n$/);
    assert.match(run.stderr, /left\.db: 40 articles added with \d+ attributions, 1 refused\.\nstatus 1\n$/);
    const listed = await onrecord(['articles', '--json', '--record', 'left.db'], { cwd: folder });
    assert.equal(jsonLines(listed.stdout).length, ARTICLES);
  });

  it('ends another command quietly with 141 when the reader goes away', async () => {
    for (const command of ['export', 'analyze in']) {
      const run = await shell(`o ${command} | true`);
      assert.equal(run.stderr, 'status 141\n', command);
    }
    assert.deepEqual(
      readdirSync(folder).filter((name) => /-(wal|shm)$/.test(name)),
      [],
      'the record is closed',
    );
  });

  it('is said, with the reason, where the disk is full', async (t) => {
    if (!existsSync('/dev/full')) return t.skip('this system has no /dev/full');
    const said = 'onrecord: the output could not be written: ENOSPC: no space left on device, write\n';
    for (const command of ['export --format csv', 'articles']) {
      assert.equal((await shell(`o ${command} > /dev/full`)).stderr, `${said}status 1\n`, command);
    }
    const added = await shell('o add in --record full.db > /dev/full');
    assert.ok(added.stderr.startsWith(said));
    assert.match(added.stderr, /full\.db: 40 articles added with \d+ attributions\.\nstatus 1\n$/);
  });
});

describe('names and values from outside', () => {
  it('steer no terminal through add and what lists the record', async (t) => {
    const folder = temporaryFolder(t);
    const name = 'a\u001b]0;PWN\u0007\u009b2J.txt';
    writeFileSync(join(folder, name), smallArticle(1));
    writeFileSync(join(folder, `empty-${name}`), '');
    for (const args of [
      ['add', name, `empty-${name}`],
      ['add', name],
      ['add', '--json', name],
      ['refusals'],
      ['export'],
      ['show', name.replace('.txt', '')],
    ]) {
      const { stdout, stderr } = await onrecord(args, { cwd: folder });
      assert.match(stdout, /PWN/, args.join(' '));
      assert.doesNotMatch(stdout + stderr, UNSAFE, args.join(' '));
    }
  });
});

describe('--record', () => {
  const NAMES = ['', ' ', ':memory:', 'file:q.db', 'file:q.db?mode=memory'];

  it('must name a file in every command, since SQLite would keep nothing of anything else', () => {
    const options = createProgram().commands.flatMap(({ options }) =>
      options.filter(({ long }) => long === '--record'),
    );
    assert.ok(options.length >= 8);
    for (const { parseArg } of options) {
      for (const name of NAMES) assert.throws(() => parseArg?.(name, undefined), InvalidArgumentError);
      assert.equal(parseArg?.('x/files.db', undefined), 'x/files.db');
    }
  });

  it('that names none is wrong usage', async (t) => {
    const folder = temporaryFolder(t);
    writeFileSync(join(folder, 'a.txt'), smallArticle(1));
    const run = await onrecord(['add', 'a.txt', '--record', ':memory:'], { cwd: folder });
    assert.equal(run.status, 2);
    assert.match(run.stderr, /It must name a file/);
    assert.deepEqual(readdirSync(folder), ['a.txt']);
  });
});

describe('help', () => {
  it('says that a command is unknown, and explains one that is known', async () => {
    const unknown = await onrecord(['help', 'frob']);
    assert.equal(unknown.status, 2);
    assert.match(unknown.stderr, /unknown command 'frob'/);
    const known = await onrecord(['help', 'who']);
    assert.equal(known.status, 0);
    assert.match(known.stdout, /^Usage: onrecord who /);
  });
});

describe('an interrupt', () => {
  /** Starts a command in the folder, tells it to end once the record is there, and gives what became of it. */
  async function interrupted(
    t: Parameters<typeof temporaryFolder>[0],
    args: string[],
    file: string,
    signal: 'SIGINT' | 'SIGTERM',
  ) {
    const folder = temporaryFolder(t);
    mkdirSync(join(folder, 'in'));
    for (let n = 0; n < 400; n++) writeFileSync(join(folder, 'in', `a${n}.txt`), smallArticle(n));
    const child = startProgram(t, process.execPath, [MAIN, ...args], { cwd: folder });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    const closed = once(child, 'close');
    while (!existsSync(join(folder, file)) && child.exitCode === null) await wait(5);
    child.kill(signal);
    return { status: (await closed)[0], stdout, stderr };
  }

  it('ends demo instead of going on with half of the samples', async (t) => {
    const run = await interrupted(t, ['demo', '--no-serve'], 'onrecord-demo.db', 'SIGINT');
    assert.equal(run.status, 130, run.stderr);
    assert.equal(run.stdout, '');
  });

  it('ends add with 143 when it is SIGTERM', async (t) => {
    const run = await interrupted(t, ['add', 'in'], 'onrecord.db', 'SIGTERM');
    assert.equal(run.status, 143, run.stderr);
    assert.match(run.stderr, /^Stopping: what is in the record stays/m);
  });
});
