import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { openRecord } from '../../src/pipeline/index.ts';
import { MIGRATIONS, migrate, versionOf } from '../../src/store/migrations/index.ts';
import { contentOf, folderFor, onFile } from './files.ts';
import { logicalContent } from './logical.ts';
import { EVIDENCE, withoutCorrections, withoutIdentity } from './older.ts';
import { captureOf, syntheticArticle } from './synthetic.ts';

/** Makes a record with some articles and closes it. */
function makeRecord(path: string, articles = 20): void {
  const record = openRecord(path);
  for (let n = 0; n < articles; n++) record.add(captureOf(syntheticArticle(n)), syntheticArticle(n));
  record.close();
}

/** Opening in every way fails with a message that names the file, and leaves it as it was. */
function assertRefused(path: string, message: RegExp): void {
  const before = readFileSync(path);
  for (const options of [undefined, { create: true }, { create: false }, { readOnly: true }]) {
    assert.throws(
      () => openRecord(path, options),
      (error) => error instanceof Error && message.test(error.message) && error.message.includes(path),
    );
    assert.ok(readFileSync(path).equals(before), `${path} was changed`);
  }
}

describe('opening a record', () => {
  it('takes every name for that of a file, also one that means something else to SQLite', (test) => {
    const folder = folderFor(test);
    const before = process.cwd();
    process.chdir(folder);
    try {
      for (const name of [':memory:', 'file:q.db?mode=memory']) {
        makeRecord(name, 1);
        const record = openRecord(name, { readOnly: true });
        assert.equal(record.counts().articles, 1, name);
        record.close();
      }
      assert.deepEqual(readdirSync(folder).sort(), [':memory:', 'file:q.db?mode=memory']);
      assert.throws(() => openRecord(''), /it cannot be opened/);
    } finally {
      process.chdir(before);
    }
  });

  it('makes one where there is none, unless it was not to', (test) => {
    const folder = folderFor(test);
    const path = join(folder, 'r.db');
    assert.throws(() => openRecord(path, { create: false }), /there is no record at .*r\.db yet/);
    assert.throws(() => openRecord(path, { readOnly: true }), /there is no record at .*r\.db yet/);
    assert.deepEqual(readdirSync(folder), []);
    openRecord(path).close();
    for (const options of [{ create: false }, { readOnly: true }, {}]) {
      const record = openRecord(path, options);
      assert.equal(record.counts().articles, 0);
      record.close();
      assert.deepEqual(readdirSync(folder), ['r.db'], 'nothing is left beside it');
    }
  });

  it('takes a file of no bytes for a record that was not begun', (test) => {
    const path = join(folderFor(test), 'r.db');
    writeFileSync(path, '');
    assert.throws(() => openRecord(path, { create: false }), /there is no record at/);
    makeRecord(path, 1);
    assert.equal(contentOf(path).article!.length, 1);
  });

  it('says in the file what it is, and keeps a write-ahead log', (test) => {
    const path = join(folderFor(test), 'r.db');
    openRecord(path).close();
    const pragma = (name: string) => onFile(path, (database) => database.prepare(`pragma ${name}`).get()![name]);
    assert.equal(pragma('application_id'), 0x4f4e5243);
    assert.equal(pragma('user_version'), MIGRATIONS.length);
    assert.equal(pragma('journal_mode'), 'wal');
  });

  it('refuses a file that is no SQLite database', (test) => {
    const folder = folderFor(test);
    const files = { 'notes.txt': 'Not a database.', 'short.db': 'SQLite format 3', 'page.html': '<p>'.repeat(500) };
    for (const [name, content] of Object.entries(files)) {
      writeFileSync(join(folder, name), content);
      assertRefused(join(folder, name), /is no record of Onrecord: it is no SQLite database; .*left as it is/);
    }
  });

  it("refuses somebody else's SQLite database, whatever its journal", (test) => {
    const folder = folderFor(test);
    for (const journal of ['delete', 'wal']) {
      const path = join(folder, `${journal}.db`);
      onFile(path, (database) => database.exec(`pragma journal_mode = ${journal}; create table article (id integer)`));
      assertRefused(path, /is no record of Onrecord: it is an SQLite database of something else/);
    }
    assert.deepEqual(readdirSync(folder), ['delete.db', 'wal.db'], 'nothing was put beside them');
  });

  it('refuses a folder, and a place that does not exist', (test) => {
    const folder = folderFor(test);
    mkdirSync(join(folder, 'r.db'));
    assert.throws(() => openRecord(join(folder, 'r.db')), /r\.db is no record: it is a folder/);
    assert.throws(
      () => openRecord(join(folder, 'none', 'r.db')),
      /none.r\.db: it cannot be opened; check that its folder/,
    );
  });

  it('refuses a record of a newer version', (test) => {
    const path = join(folderFor(test), 'r.db');
    makeRecord(path, 1);
    onFile(path, (database) => database.exec(`pragma user_version = ${MIGRATIONS.length + 1}`));
    assertRefused(path, /made by a newer Onrecord .* install the newest Onrecord/);
  });

  it('refuses a record that was cut short', (test) => {
    const path = join(folderFor(test), 'r.db');
    makeRecord(path);
    truncateSync(path, 3 * 4096);
    assertRefused(path, /r\.db: it is damaged; restore it from a copy/);
  });

  it('says so when pages of a record are damaged, and goes on with what is sound', (test) => {
    const path = join(folderFor(test), 'r.db');
    makeRecord(path);
    const bytes = readFileSync(path);
    const root = onFile(path, (database) =>
      Number(database.prepare("select rootpage from sqlite_schema where name = 'span'").get()!.rootpage),
    );
    bytes.fill(0xee, (root - 1) * 4096, root * 4096);
    writeFileSync(path, bytes);
    const record = openRecord(path);
    test.after(() => record.close());
    assert.throws(() => record.article('synthetic-3'), /r\.db: it is damaged/);
    const next = syntheticArticle(100);
    assert.throws(() => record.add(captureOf(next), next), /"synthetic-100" was not added: .*r\.db: it is damaged/);
    assert.equal(record.counts().articles, 20);
    assert.equal(record.has(captureOf(next)), false);
  });
});

describe('migrations', () => {
  it('bring a record from before corrections, which holds what was found', (test) => {
    const path = join(folderFor(test), 'r.db');
    makeRecord(path, 3);
    onFile(path, (database) => database.exec(`update attribution set ${EVIDENCE.map((name) => `${name} = null`)}`));
    const before = logicalContent(path);
    onFile(path, (database) => {
      withoutIdentity(database);
      withoutCorrections(database);
    });
    const record = openRecord(path);
    test.after(() => record.close());
    assert.deepEqual(logicalContent(path), before);
    const [first, second] = record.speakers().items;
    record.correct({ action: 'merge', into: first!.key, from: second!.key }, { by: 'M. Quist', at: '2031-06-01' });
    record.correct({ action: 'undo', number: 1 }, { by: 'M. Quist', at: '2031-06-01' });
    assert.deepEqual(logicalContent(path), before);
  });

  const step = 'create table later (a integer) strict; insert into later values (1)';

  it('take an older record forward and keep what it holds', (test) => {
    const path = join(folderFor(test), 'r.db');
    makeRecord(path, 2);
    const before = contentOf(path);
    onFile(path, (database) => {
      migrate(database, [...MIGRATIONS, step, 'update later set a = a + 1']);
      assert.equal(versionOf(database).version, MIGRATIONS.length + 2);
      migrate(database, [...MIGRATIONS, step, 'update later set a = a + 1']);
    });
    assert.deepEqual(contentOf(path), { ...before, later: [{ a: 2 }] });
  });

  it('bring a record from before attributions stood within each other, where none does', (test) => {
    const path = join(folderFor(test), 'r.db');
    const article = syntheticArticle(1);
    const nothing = { within: null, speakerConfidence: null, unresolved: null, anonymity: null };
    const flat = {
      ...article,
      attributions: article.attributions.map(({ speaker, ...found }) => ({
        ...found,
        ...nothing,
        speaker: speaker && { name: speaker.name, kind: speaker.kind, role: speaker.role },
      })),
    };
    const first = openRecord(path);
    first.add(captureOf(flat), flat);
    const before = first.article(flat.id);
    first.close();
    onFile(path, (database) => {
      withoutIdentity(database);
      withoutCorrections(database);
      database.exec('alter table attribution drop column within; pragma user_version = 1');
    });
    assert.throws(() => openRecord(path, { readOnly: true }), /older version/);
    const record = openRecord(path);
    test.after(() => record.close());
    assert.deepEqual(record.article(flat.id), before);
    const nested = syntheticArticle(2);
    record.add(captureOf(nested), nested);
    assert.ok(record.article(nested.id)!.attributions.some(({ within }) => within !== null));
  });

  it('leave the record as it was when one fails', (test) => {
    const path = join(folderFor(test), 'r.db');
    makeRecord(path, 2);
    const before = contentOf(path);
    onFile(path, (database) => {
      assert.throws(() => migrate(database, [...MIGRATIONS, step, 'insert into nowhere values (1)']), /nowhere/);
      assert.equal(database.isTransaction, false);
      assert.equal(versionOf(database).version, MIGRATIONS.length);
    });
    assert.deepEqual(contentOf(path), before);
  });

  it('wait for a record that is opened for writing', (test) => {
    const path = join(folderFor(test), 'r.db');
    const old = new DatabaseSync(path);
    migrate(old, []);
    old.exec('pragma application_id = 0x4f4e5243');
    old.close();
    assert.throws(
      () => openRecord(path, { readOnly: true }),
      /is of an older version; opening it for writing, as adding/,
    );
    openRecord(path).close();
    openRecord(path, { readOnly: true }).close();
  });
});
