import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { Worker } from 'node:worker_threads';
import { openRecord } from '../../src/pipeline/index.ts';
import { faultsOf, folderFor } from './files.ts';
import { addInProcess } from './processes.ts';
import { captureOf, markerOf, syntheticArticle } from './synthetic.ts';

it('reads whole articles while another process writes', async (test) => {
  const path = join(folderFor(test), 'r.db');
  openRecord(path).close();
  const record = openRecord(path, { readOnly: true });
  test.after(() => record.close());
  const seen: number[] = [];
  const { code } = await addInProcess(path, { to: 60, attributions: 20 }, () => {
    const { articles, attributions } = record.counts();
    assert.equal(attributions, articles * 20);
    seen.push(articles);
    if (articles === 0) return;
    const { article, attributions: found } = record.article(`synthetic-${articles - 1}`)!;
    assert.equal(found.length, article.attributions);
    assert.equal(record.search({ words: markerOf(articles - 1) }).total, 20);
  });
  assert.equal(code, 0);
  assert.deepEqual(
    seen,
    seen.toSorted((a, b) => a - b),
  );
  assert.ok(
    new Set(seen).size > 5,
    `the reader saw only ${new Set(seen).size} states: it did not run beside the writer`,
  );
});

it('lets several processes make one record and add the same articles', async (test) => {
  const path = join(folderFor(test), 'r.db');
  const ranges = [
    { from: 0, to: 40 },
    { from: 10, to: 50 },
    { from: 20, to: 60 },
  ];
  const ended = await Promise.all(ranges.map((range) => addInProcess(path, { ...range, attributions: 10 })));
  assert.deepEqual(
    ended.map(({ code }) => code),
    [0, 0, 0],
  );
  const added = ended.flatMap(({ lines }) => lines.filter((line) => line.startsWith('added ')));
  assert.equal(new Set(added).size, 60);
  assert.equal(added.length, 60, 'each article was added by one process and found unchanged by the others');
  assert.deepEqual(faultsOf(path), []);
  const record = openRecord(path, { readOnly: true });
  test.after(() => record.close());
  assert.equal(record.counts().articles, 60);
  assert.equal(record.counts().attributions, 600);
});

it('writes while an export of the same record is under way in the same process', (test) => {
  const record = openRecord(join(folderFor(test), 'r.db'));
  test.after(() => record.close());
  for (let n = 0; n < 5; n++) record.add(captureOf(syntheticArticle(n, 3)), syntheticArticle(n, 3));
  const keys = new Set<string>();
  let next = 5;
  for (const { key } of record.everyAttribution()) {
    assert.equal(keys.has(key), false);
    keys.add(key);
    if (next < 20) record.add(captureOf(syntheticArticle(next, 3)), syntheticArticle(next++, 3));
  }
  assert.ok(keys.size >= 15);
  assert.equal([...record.everyAttribution()].length, 60);
});

describe('the lock of a record that is open', () => {
  /** What another process is told that wants the file for itself. */
  const taken = (path: string): string => {
    const take = `const database = new (require('node:sqlite').DatabaseSync)(${JSON.stringify(path)}, { timeout: 0 });
      try { database.exec('pragma locking_mode = exclusive; pragma journal_mode = delete; begin exclusive'); }
      catch ({ message }) { process.stdout.write(message); }`;
    return execFileSync(process.execPath, ['-e', take], { encoding: 'utf8' });
  };
  const opened = (test: TestContext) => {
    const path = join(folderFor(test), 'r.db');
    const record = openRecord(path);
    record.add(captureOf(syntheticArticle(1, 3)), syntheticArticle(1, 3));
    return { path, record };
  };

  it('is kept while the process opens it again and closes that', (test) => {
    const { path, record } = opened(test);
    openRecord(path, { readOnly: true }).close();
    assert.match(taken(path), /locked/);
    record.close();
    assert.equal(taken(path), '');
  });

  it('is kept while a thread opens it too and ends', async (test) => {
    const { path, record } = opened(test);
    const index = new URL('../../src/store/index.ts', import.meta.url).href;
    const read = `const { openRecord } = await import(${JSON.stringify(index)});
      openRecord(${JSON.stringify(path)}, { readOnly: true, openInProcess: true }).counts();`;
    const [code] = await once(new Worker(`(async () => {${read}})()`, { eval: true }), 'exit');
    assert.equal(code, 0);
    assert.match(taken(path), /locked/);
    record.close();
    assert.equal(taken(path), '');
  });
});
