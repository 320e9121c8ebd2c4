import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { PARAGRAPHS, page } from './articles.ts';
import { jsonLines, onrecord, temporaryFolder } from './onrecord.ts';

/** A site of one page, which gives what it is set to. */
async function siteFor(t: TestContext): Promise<{ url: string; show(html: string): void }> {
  let shown = '';
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/old')) response.writeHead(301, { location: '/piers' }).end();
    else response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'id=7', 'x-by': 'carrow' }).end(shown);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, show: (html) => (shown = html) };
}

describe('revisions', () => {
  it('come from fetching a page again, and are shown with what changed', async (t) => {
    const cwd = temporaryFolder(t);
    const site = await siteFor(t);
    const add = async (path: string, ...more: string[]) =>
      (await onrecord(['add', '--allow-private', `${site.url}${path}`, ...more], { cwd })).stdout.split(' ')[0];
    const first = page('Piers stay shut', PARAGRAPHS);
    site.show(first);
    assert.equal(await add('/old?utm_source=feed'), 'added');
    site.show(first.replaceAll('“', '&quot;').replace('Tram line to close for repairs', 'Mayor opens a fair'));
    assert.equal(await add('/piers', '--keep-bytes'), 'unchanged');
    site.show(first.replace('cracks in two of the three piers', 'cracks in all three piers'));
    assert.equal(await add('/piers'), 'revised');

    const { stdout: listed } = await onrecord(['articles', '--json'], { cwd });
    const [article] = jsonLines(listed) as [{ key: string; id: string }];
    assert.equal(jsonLines(listed).length, 1);
    const { stdout, status } = await onrecord(['revisions', article.id], { cwd });
    assert.equal(status, 0);
    assert.match(
      stdout,
      /^Revision 1 of 2 \[[0-9a-f]{12}\]\n {2}captured .*, 2 captures until .*, published 2031-03-03/,
    );
    assert.match(stdout, /\n\nRevision 2 of 2 /);
    assert.match(stdout, /cracks in \[-two of the -\]\{\+all \+\}three piers/);
    assert.doesNotMatch(stdout, /third of the grain/, 'paragraphs that stayed are left out');
    assert.match(stdout, /Statements: \d+ removed, \d+ added, \d+ changed, \d+ as before/);

    const revisions = jsonLines((await onrecord(['revisions', article.key, '--json'], { cwd })).stdout);
    const [{ capture }] = revisions as [{ capture: Record<string, unknown> }];
    assert.deepEqual(capture.redirects, [`${site.url}/piers`]);
    assert.equal(capture.status, 200);
    assert.equal((capture.headers as Record<string, string>)['x-by'], 'carrow');
    assert.equal((capture.headers as Record<string, string>)['set-cookie'], undefined);
    const old = (revisions[0] as { article: { key: string } }).article.key;
    const { stdout: shown } = await onrecord(['show', old], { cwd });
    assert.match(shown, new RegExp(`Revision 1 of 2; the newest is ${article.key}`));
    const { stdout: newest } = await onrecord(['show', article.id], { cwd });
    assert.match(newest, /Revision 2 of 2/);
  });

  it('are counted by add, and shown of lines too, where words that steer a terminal are made safe', async (t) => {
    const cwd = temporaryFolder(t);
    const line = (text: string) =>
      JSON.stringify({ id: 'piers', url: 'https://courant.example/piers', title: 'Piers', text: `${text}\n` });
    const texts = ['Ilse Quandt said the pier was safe.', 'Ilse Quandt said the pier was \u001b[31munsafe.'];
    writeFileSync(join(cwd, 'lines.jsonl'), texts.map(line).join('\n'));
    const { stderr } = await onrecord(['add', 'lines.jsonl'], { cwd });
    assert.match(stderr, /1 article added .*, 1 revised\.\n$/);
    const { stdout } = await onrecord(['revisions', 'piers'], { cwd });
    assert.ok(!stdout.includes('\u001b'));
    assert.match(stdout, /\[-safe-\]\{\+\ufffd\[31munsafe\+\}|\{\+.*unsafe.*\+\}/);
    assert.equal(
      (await onrecord(['add', 'lines.jsonl'], { cwd })).stdout,
      'unchanged  lines.jsonl:1\nunchanged  lines.jsonl:2\n',
    );
  });

  it('of an article that is not there are refused', async (t) => {
    const cwd = temporaryFolder(t);
    writeFileSync(join(cwd, 'a.txt'), 'Ilse Quandt said the pier was safe.\n');
    await onrecord(['add', 'a.txt'], { cwd });
    const { status, stderr } = await onrecord(['revisions', 'nothing'], { cwd });
    assert.equal(status, 1);
    assert.match(stderr, /holds no article nothing/);
    const { stdout } = await onrecord(['revisions', 'a'], { cwd });
    assert.match(stdout, /^Revision 1 of 1 /);
  });
});
