import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { TestContext } from 'node:test';

/** A folder of its own for one test, removed when the test is over. */
export function folderFor(test: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-store-'));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Everything that an SQLite file holds, table by table, the parts of the full-text indexes included. */
export function contentOf(path: string): Record<string, unknown[]> {
  return onFile(path, (database) => {
    const tables = database.prepare("select name from sqlite_schema where type = 'table' order by name").all();
    return Object.fromEntries(
      tables.map(({ name }) => [
        name,
        database
          .prepare(`select * from "${name}"`)
          .all()
          .map((row) => ({ ...row })),
      ]),
    );
  });
}

/** Opens a file with SQLite itself, past our own code. */
export function onFile<T>(path: string, work: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(path);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

/** What SQLite itself finds wrong with a file: damaged pages, rows that refer to nothing, broken indexes. */
export function faultsOf(path: string): unknown[] {
  return onFile(path, (database) => {
    const found = database.prepare('pragma integrity_check').all();
    const sound = found.length === 1 && found[0]!.integrity_check === 'ok';
    for (const index of ['attribution_index', 'speaker_index']) {
      database.exec(`insert into ${index}(${index}) values ('integrity-check')`);
    }
    return [...(sound ? [] : found), ...database.prepare('pragma foreign_key_check').all()];
  });
}
