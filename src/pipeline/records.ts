import { comparer } from '../capture/index.ts';
import { linker, sourcing } from '../linking/index.ts';
import type { Advisers } from '../model.ts';
import { watcher } from '../positions/index.ts';
import { identifier } from '../speakers/index.ts';
import {
  beginRebuild as beginRebuildOn,
  openRecord as openRecordOn,
  type RecordRebuild,
  type RecordStore,
} from '../store/index.ts';
import { ownGrouper } from './stories.ts';

const advisers: Advisers = {
  identifier,
  comparer,
  linker,
  sourcing,
  watcher,
  get grouper() {
    return ownGrouper();
  },
};

interface RecordOptions {
  readonly create?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
}

/**
 * Opens a record, one SQLite file: with what tells who the speakers of new articles are, which are revisions, and
 * what was reported before.
 *
 * @example
 * const record = openRecord('onrecord.db');
 * for await (const event of addToRecord(record, analyzer, ['articles/'])) console.log(event.outcome);
 * record.close();
 *
 * @param path the name of a file, whatever it looks like: ":memory:" too is one.
 * @param options `create`: make the record where there is none yet (default: true, unless `readOnly`); `readOnly`: only
 * read, so that adding and correcting fail (default: false).
 * @throws an error for people when there is none (and `create` is false), or when the file is no record, damaged, or
 * made by a newer version; such a file is left as it is.
 */
export function openRecord(path: string, { readOnly = false, create = true }: RecordOptions = {}): RecordStore {
  return openRecordOn(path, readOnly ? { readOnly } : { create, advisers });
}

/**
 * Begins to make a record anew, beside it; `rebuildRecord` does the rest.
 *
 * @param to where the new record will be: in the place of the old one, or another file, which must not be there yet.
 * @throws for people when there is no record, when it is open elsewhere, or when another rebuild is under way.
 */
export function beginRebuild(from: string, to: string = from): RecordRebuild {
  return beginRebuildOn(from, to, advisers);
}
