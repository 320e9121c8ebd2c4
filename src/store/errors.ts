/** What SQLite's primary result codes (https://sqlite.org/rescode.html) mean for the person who keeps the record. */
const MEANINGS: Readonly<Record<number, string>> = {
  5: 'another process has kept it locked for too long; try again when that one is done',
  8: 'it was opened for reading only, or its file or folder may not be written to; check their permissions',
  10: 'the disk reports an error while reading or writing it; nothing of this change was kept',
  11: 'it is damaged; restore it from a copy, or save what can be read with "sqlite3 FILE .recover"',
  13: 'the disk is full; nothing of this change was kept',
  14: 'it cannot be opened; check that its folder exists and may be written to',
  23: 'access was denied; check the permissions of the file and its folder',
  26: 'it is not an SQLite database, or it is damaged; restore it from a copy',
};

/**
 * An error as a person can use it: what is wrong with which record. Errors that do not come from SQLite, or that stand
 * for a mistake in our own queries, are handed back as they are.
 */
export function forPeople(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return error;
  const meaning = MEANINGS[error.errcode & 0xff];
  return meaning ? new Error(`the record ${path}: ${meaning} (SQLite: ${error.message})`, { cause: error }) : error;
}
