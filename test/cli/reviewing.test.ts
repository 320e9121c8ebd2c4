import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { smallArticle } from './articles.ts';
import { jsonLines, MAIN, onrecord, startProgram } from './onrecord.ts';

const ME = { ONRECORD_USER: 'A. Editor' };

describe('accept and span', () => {
  let folder: string;
  let key: string;
  const run = (...args: string[]) => onrecord(args, { cwd: folder, env: ME });
  const statement = async () =>
    jsonLines((await run('search', 'pier', '--json')).stdout).find((line) => line.key === key) as {
      words: string;
      cueWords: string;
    };

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
    writeFileSync(join(folder, 'a1.txt'), smallArticle(1));
    assert.equal((await run('add', 'a1.txt')).status, 0);
    key = jsonLines((await run('search', 'pier', '--json')).stdout)[0]!.key as string;
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('accept what was looked at, once', async () => {
    const made = await run('correct', 'accept', key, '--note', 'heard it');
    assert.equal(made.status, 0, made.stderr);
    assert.match(made.stdout, new RegExp(`accept: ${key} is right as it is`));
    const again = await run('correct', 'accept', key);
    assert.equal(again.status, 1);
    assert.match(again.stderr, /accepted already, by correction 1/);
  });

  it('move its ends by words of the article, or by figures, and rebuild keeps that', async () => {
    const before = await statement();
    const words = before.words.split(' ').slice(0, 3).join(' ');
    const made = await run('correct', 'span', key, '--content', words);
    assert.equal(made.status, 0, made.stderr);
    assert.equal((await statement()).words, words);
    assert.equal((await run('correct', 'span', key, '--cue', 'none')).status, 0);
    assert.equal((await statement()).cueWords, '');
    const figures = await run('correct', 'span', key, '--cue', '0-4', '--json');
    assert.deepEqual([figures.status, (jsonLines(figures.stdout)[0] as { action: string }).action], [0, 'span']);
    const held = await statement();
    assert.equal((await run('rebuild')).status, 0);
    assert.deepEqual(await statement(), held);
  });

  it('refuse what the article does not hold with 1, wrong usage with 2', async () => {
    const senseless = [
      [['span', key, '--content', 'zebras said so'], /does not hold the words “zebras said so”/],
      [['span', key, '--content', '0-99999'], /no span of the article/],
      [['span', 'nothing-1', '--content', 'x'], /holds no attribution nothing-1/],
      [['span', key, '--content', 'none'], /does not hold the words “none”/],
    ] as const;
    for (const [args, message] of senseless) {
      const refused = await run('correct', ...args);
      assert.equal(refused.status, 1, `${args.join(' ')}: ${refused.stdout}`);
      assert.match(refused.stderr, message);
    }
    assert.equal((await run('correct', 'span', key)).status, 2);
  });

  it('are made by the server in the name that it was started with, and not for others', async (t) => {
    const args = [MAIN, 'serve', '--accept-corrections', '--accept-sources', '--by', 'S. Vellamo', '--port', '0'];
    const child = startProgram(t, process.execPath, args, { cwd: folder });
    const closed = once(child, 'close');
    const lines: string[] = [];
    for await (const line of createInterface(child.stdout)) {
      lines.push(line);
      const origin = /are added at (\S+)\/watching$/.exec(line)?.[1];
      if (!origin) continue;
      const served = await (await fetch(`${origin}/review`)).text();
      const token = /name="onrecord-token" content="([^"]+)"/.exec(served)?.[1];
      // Without a build there is no page, and no token either.
      const answer = await fetch(`${origin}/api/corrections`, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json', 'x-onrecord-token': token ?? '' },
        body: JSON.stringify({ action: 'undo', number: 1 }),
      });
      assert.equal(answer.status, token ? 200 : 403);
      if (token) assert.equal(((await answer.json()) as { by: string }).by, 'S. Vellamo');
      child.kill('SIGTERM');
    }
    assert.deepEqual((await closed)[0], 0);
    assert.match(lines.join('\n'), /Corrections are made at http:\S+\/review/);
    const open = await run('serve', '--accept-corrections', '--host', '0.0.0.0', '--port', '0');
    assert.equal(open.status, 1);
    assert.match(open.stderr, /on this machine alone/);
  });
});
