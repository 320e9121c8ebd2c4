import { existsSync } from 'node:fs';
import type { Page, Paging, RecordStore } from '../store/index.ts';
import { CommandError, forPeople } from './errors.ts';
import { note } from './output.ts';

/** The most that the record gives at once. */
const PAGE = 500;
/** How much of a list people see unless they ask for more. */
const SHOWN = 50;

/** @throws CommandError when there is no record at this path. */
export function requireRecord(path: string): void {
  if (existsSync(path)) return;
  throw new CommandError(
    `There is no record at ${path}. Make one with: onrecord add --record ${path} FILE…, or name another with --record.`,
  );
}

type Work<T> = (record: RecordStore) => T | Promise<T>;

/**
 * Opens a record that is there, hands it to the work, and closes it whatever happens.
 * @throws CommandError when there is no record at this path or it cannot be read.
 */
export function withRecord<T>(path: string, work: Work<T>): Promise<T> {
  return withOpened(
    path,
    async () => {
      const { openRecord } = await import('../store/index.ts');
      return () => openRecord(path, { readOnly: true });
    },
    work,
  );
}

/** The same for work that writes. */
export function withWritableRecord<T>(path: string, work: Work<T>): Promise<T> {
  return withOpened(
    path,
    async () => {
      const { openRecord } = await import('../pipeline/index.ts');
      return () => openRecord(path, { create: false });
    },
    work,
  );
}

async function withOpened<T>(path: string, load: () => Promise<() => RecordStore>, work: Work<T>): Promise<T> {
  requireRecord(path);
  const open = await load();
  const record = await forPeople(open);
  const close = (): void => record.close();
  // The program may end without coming back here, when nobody reads its output.
  process.once('exit', close);
  try {
    return await work(record);
  } finally {
    close();
    process.off('exit', close);
  }
}

/** A list of the record, page by page, up to the limit. */
export function* everyItem<T>(fetch: (paging: Paging) => Page<T>, limit: number): Generator<T> {
  for (let offset = 0; offset < limit; offset += PAGE) {
    const page = fetch({ offset, limit: Math.min(PAGE, limit - offset) });
    yield* page.items;
    if (offset + PAGE >= page.total) return;
  }
}

/** How much of a list to show: as much as asked for, else what fits people, else all of it for programs. */
export function limitOf(options: { readonly json?: true; readonly limit?: number }): number {
  return options.limit ?? (options.json ? Number.MAX_SAFE_INTEGER : SHOWN);
}

/** Says on standard error when a list is longer than what was shown. */
export function noteRest(shown: number, total: number): void {
  if (shown < total) note(`${shown} of ${total} shown; --limit ${total} shows all.`);
}
