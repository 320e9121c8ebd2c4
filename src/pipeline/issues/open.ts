import type { RecordStore } from '../../store/index.ts';
import type { LedgerQuery } from '../ledger/index.ts';
import type { IssueFile } from './file.ts';

/** So many speakers of the record may be meant by one name. */
const MOST_MEANT = 10;

/** The keys of the speakers that a name means: those called just so, or else all whose names hold its words. */
function speakersNamed(record: RecordStore, name: string): string[] {
  const { items } = record.speakers({ name, limit: MOST_MEANT });
  const exact = items.filter((speaker) => speaker.name.localeCompare(name, 'en', { sensitivity: 'base' }) === 0);
  return (exact.length > 0 ? exact : items).map(({ key }) => key);
}

/**
 * What an issue asks of a record.
 *
 * @returns `unknown`: names of the issue that no speaker of the record has. Where it has none of them, nobody is asked for.
 */
export function queryOf(
  record: RecordStore,
  { about, speakers }: IssueFile,
): { readonly query: LedgerQuery; readonly unknown: string[] } {
  const named = speakers.map((name) => ({ name, keys: speakersNamed(record, name) }));
  const keys = [...new Set(named.flatMap((one) => one.keys))];
  const unknown = named.filter((one) => one.keys.length === 0).map(({ name }) => name);
  return { query: { wordings: about, speakers: speakers.length > 0 ? keys : undefined }, unknown };
}
