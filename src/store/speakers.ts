import type { Selectable, SelectQueryBuilder } from 'kysely';
import type { Connection } from './connection.ts';
import { survivorOf } from './corrections/index.ts';
import { speakerHits } from './fulltext.ts';
import { pageOf } from './paging.ts';
import { build, type SpeakerTable, type Tables } from './schema.ts';
import { readNamePart } from './search-words.ts';
import { speakerOfKey } from './speaker-keys.ts';
import { spellingsOf } from './spellings.ts';
import type { Page, Paging, RecordedSpeaker } from './types.ts';
import { itemOfRow } from './wikidata-links.ts';

/** What a `RecordedSpeaker` is made from. */
export const SPEAKER_COLUMNS = ['id', 'key', 'name', 'kind', 'attributions', 'articles'] as const;

/** Makes a speaker of its row. */
export function toSpeaker(connection: Connection, { id, ...speaker }: SpeakerRow): RecordedSpeaker {
  return { ...speaker, wikidata: itemOfRow(connection, id) };
}

type SpeakerRow = Pick<Selectable<SpeakerTable>, (typeof SPEAKER_COLUMNS)[number]>;

/** A page of the speakers that a query selects, most quoted first. */
export function readPage(
  connection: Connection,
  query: SelectQueryBuilder<Tables, 'speaker', object>,
  paging: Paging | undefined,
): Page<RecordedSpeaker> {
  const { limit, offset } = pageOf(paging);
  const rows = query
    .select(SPEAKER_COLUMNS)
    .orderBy('attributions', 'desc')
    .orderBy('name')
    .orderBy('key')
    .limit(limit)
    .offset(offset);
  const total = query.select((of) => of.fn.countAll<number>().as('total'));
  return connection.read(() => ({
    items: connection.all(rows).map((row) => toSpeaker(connection, row)),
    total: connection.first(total)!.total,
  }));
}

/** Speakers, most quoted first; only those with a part of the name where one is given. */
export function readSpeakers(
  connection: Connection,
  { name = '', ...paging }: Paging & { name?: string | undefined } = {},
): Page<RecordedSpeaker> {
  // Who has no statements left was merged into another, or misread.
  const quoted = build.selectFrom('speaker').where('attributions', '>', 0);
  if (name.trim() === '') return readPage(connection, quoted, paging);
  const terms = readNamePart(name);
  if (terms.length === 0) return { items: [], total: 0 };
  return readPage(connection, quoted.where('id', 'in', speakerHits(terms)), paging);
}

/** The row of the speaker that a key leads to: of this key, or the one into which that was merged; null when unknown. */
export function speakerRow(connection: Connection, key: string): number | null {
  const row = speakerOfKey(connection, key);
  return row === undefined ? null : survivorOf(connection, row);
}

/** All that the speaker of a key is called, the name that is shown first; null when unknown. */
export function readSpellings(connection: Connection, key: string): string[] | null {
  return connection.read(() => {
    const id = speakerRow(connection, key);
    return id === null ? null : spellingsOf(connection, id);
  });
}
