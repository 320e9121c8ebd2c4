import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it, type TestContext } from 'node:test';
import { PARAGRAPHS, page, smallArticle } from './articles.ts';
import { jsonLines, onrecord, temporaryFolder } from './onrecord.ts';

const HUGE = 50 * 1024 * 1024;

/** A web server with one good page and several bad addresses. */
function troublesomeServer(): Server {
  return createServer((request, response) => {
    if (request.url === '/good.html') {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(page('Piers stay shut', PARAGRAPHS));
    } else if (request.url?.startsWith('/loop')) {
      response.writeHead(302, { location: request.url === '/loop' ? '/loop/again' : '/loop' }).end();
    } else {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>');
    }
  });
}

/** An address at which nothing listens. */
async function closedAddress(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${port}/down.html`;
}

/** Writes every kind of bad file that people have; each maps to the codes that may name what is wrong with it. */
function badFiles(folder: string): Map<string, string[]> {
  const write = (name: string, bytes: string | Uint8Array): void => writeFileSync(join(folder, name), bytes);
  write('empty.txt', '');
  write('binary.txt', randomBytes(4096));
  write('picture.html', Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), randomBytes(2048)]));
  write(
    'bare.html',
    '<!doctype html><html><head><title>Menu</title></head><body><nav><a href="/">Home</a></nav></body>',
  );
  write('broken.html', '<html><body><div class="story"><p <a href="x <table><tr');
  write('latin.txt', Buffer.concat([Buffer.from(smallArticle(1)), Buffer.from([0xc3, 0x28, 0xff, 0xfe, 0x80, 0x80])]));
  write('damaged.html.gz', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3]));
  return new Map([
    ['empty.txt', ['empty']],
    ['binary.txt', ['binary', 'bad encoding']],
    ['picture.html', ['binary', 'wrong type', 'bad encoding']],
    ['bare.html', ['no article text']],
    ['broken.html', ['no article text', 'empty']],
    ['latin.txt', ['bad encoding']],
    ['damaged.html.gz', ['wrong type', 'bad encoding', 'binary', 'empty']],
    ['missing.txt', ['not found']],
  ]);
}

/** JSON Lines with a good article before and after a line of 50 MB and one that is no JSON. */
function hugeLines(folder: string): void {
  const line = (n: number): string => JSON.stringify({ id: `line-${n}`, text: smallArticle(100 + n) });
  const huge = JSON.stringify({ id: 'huge', text: 'x'.repeat(HUGE) });
  writeFileSync(join(folder, 'lines.jsonl'), [line(1), huge, '{"id": "cut", "text": ', line(4), ''].join('\n'));
}

describe('bad input', () => {
  let server: Server;
  let origin: string;
  before(async () => {
    server = troublesomeServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  async function everyBadInput(t: TestContext) {
    const folder = temporaryFolder(t);
    const expected = badFiles(folder);
    hugeLines(folder);
    expected.set('lines.jsonl:2', ['too large']).set('lines.jsonl:3', ['bad line']);
    expected.set(await closedAddress(), ['unreachable']);
    expected.set(`${origin}/gone.html`, ['not found', 'refused']);
    expected.set(`${origin}/loop`, ['too many redirects']);
    writeFileSync(join(folder, 'good.txt'), smallArticle(7));
    const bad = [...expected.keys()].filter((input) => !input.startsWith('lines.jsonl:'));
    const inputs = [...bad, 'lines.jsonl', 'good.txt', `${origin}/good.html`];
    return { folder, expected, inputs };
  }

  it('is named with its reason, and the rest goes into a sound record', async (t) => {
    const { folder, expected, inputs } = await everyBadInput(t);
    const run = await onrecord(['add', '--json', '--allow-private-addresses', ...inputs], { cwd: folder });
    assert.equal(run.status, 1);
    const events = jsonLines(run.stdout);
    const refused = new Map(events.filter((event) => event.outcome === 'refused').map((event) => [event.input, event]));
    for (const [input, codes] of expected) {
      const refusal = refused.get(input);
      assert.ok(refusal, `${input} is refused by name; refused were ${[...refused.keys()].join(', ')}`);
      assert.ok(codes.includes(String(refusal.code)), `${input}: “${refusal.code}”, expected ${codes.join(' or ')}`);
      assert.match(String(refusal.reason), /\w.*\w/, `${input} is refused with a reason`);
      assert.ok(run.stderr.includes(`${input}: ${refusal.reason}`), `${input} is named on standard error`);
    }
    assert.equal(refused.size, expected.size, 'nothing else is refused');
    const added = events.filter((event) => event.outcome === 'added').map((event) => event.id);
    assert.deepEqual(added.slice(0, 3), ['line-1', 'line-4', 'good'], 'the rest goes in');
    assert.match(String(added[3]), /good$/, 'the page that answers goes in');
    assert.equal(added.length, 4);
    assert.doesNotMatch(run.stderr, /\n\s+at .*:\d+:\d+/, 'no stack traces');
    const database = new DatabaseSync(join(folder, 'onrecord.db'), { readOnly: true });
    t.after(() => database.close());
    assert.equal(database.prepare('PRAGMA integrity_check').get()?.integrity_check, 'ok');
    assert.deepEqual(database.prepare('PRAGMA foreign_key_check').all(), []);
    const listed = await onrecord(['refusals', '--json'], { cwd: folder });
    assert.deepEqual(new Set(jsonLines(listed.stdout).map((refusal) => refusal.input)), new Set(expected.keys()));
  });

  it('is named by analyze too, which writes the rest', async (t) => {
    const { folder, expected, inputs } = await everyBadInput(t);
    const run = await onrecord(['analyze', '--allow-private', ...inputs], { cwd: folder });
    assert.equal(run.status, 1);
    for (const input of expected.keys()) assert.ok(run.stderr.includes(`onrecord: ${input}: `), `${input} is named`);
    assert.equal(jsonLines(run.stdout).length, 4);
  });

  it('at private addresses is not fetched unless asked for', async (t) => {
    const folder = temporaryFolder(t);
    const run = await onrecord(['extract', `${origin}/good.html`], { cwd: folder });
    assert.equal(run.status, 1);
    assert.equal(run.stdout, '');
    assert.match(run.stderr, /good\.html: .*127\.0\.0\.1.*\w/);
  });
});
