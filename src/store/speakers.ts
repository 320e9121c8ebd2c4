import type { Selectable } from 'kysely';
import { ATTRIBUTION_COLUMNS, toAttributions } from './attributions.ts';
import { type Connection, prepared } from './connection.ts';
import { marksOfSpeakerRow, survivorOf } from './corrections/index.ts';
import { speakerHits } from './fulltext.ts';
import { pageOf } from './paging.ts';
import { build, type SpeakerTable } from './schema.ts';
import { readNamePart } from './search-words.ts';
import { speakerOfKey } from './speaker-keys.ts';
import type { Page, Paging, RecordedSpeaker, RecordedSpeakerPage } from './types.ts';
import { itemOfRow } from './wikidata-links.ts';

/** What a `RecordedSpeaker` is made from. */
export const SPEAKER_COLUMNS = ['id', 'key', 'name', 'kind', 'attributions', 'articles'] as const;

const byId = prepared((v: { id: number }) =>
  build.selectFrom('speaker').select(SPEAKER_COLUMNS).where('id', '=', v.id),
);

/** Makes a speaker of its row. */
export function toSpeaker(connection: Connection, { id, ...speaker }: SpeakerRow): RecordedSpeaker {
  return { ...speaker, wikidata: itemOfRow(connection, id) };
}

type SpeakerRow = Pick<Selectable<SpeakerTable>, (typeof SPEAKER_COLUMNS)[number]>;

/** Speakers, most quoted first; only those with a part of the name where one is given. */
export function readSpeakers(
  connection: Connection,
  { name = '', ...paging }: Paging & { name?: string | undefined } = {},
): Page<RecordedSpeaker> {
  const { limit, offset } = pageOf(paging);
  // Who has no statements left was merged into another, or misread.
  let query = build.selectFrom('speaker').where('attributions', '>', 0);
  if (name.trim() !== '') {
    const terms = readNamePart(name);
    if (terms.length === 0) return { items: [], total: 0 };
    query = query.where('id', 'in', speakerHits(terms));
  }
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

/** The row of the speaker that a key leads to: of this key, or the one into which that was merged; null when unknown. */
export function speakerRow(connection: Connection, key: string): number | null {
  const row = speakerOfKey(connection, key);
  return row === undefined ? null : survivorOf(connection, row);
}

/** A speaker with roles and outlets, most frequent first, and attributions, newest article first; null when unknown. */
export function readSpeaker(connection: Connection, key: string, paging?: Paging): RecordedSpeakerPage | null {
  return connection.read(() => {
    const id = speakerRow(connection, key);
    if (id === null) return null;
    const speaker = toSpeaker(connection, connection.first(byId, { id })!);
    return {
      speaker,
      roles: connection.all(rolesOf(id)),
      outlets: connection.all(outletsOf(id)),
      attributions: {
        items: toAttributions(connection, connection.all(attributionsOf(id, pageOf(paging)))),
        total: speaker.attributions,
      },
      corrections: marksOfSpeakerRow(connection, id),
    };
  });
}

function rolesOf(id: number) {
  return build
    .selectFrom('attribution')
    .select((of) => ['role', of.fn.countAll<number>().as('attributions')])
    .where('speaker_id', '=', id)
    .where('statement', '=', 1)
    .where('role', 'is not', null)
    .$narrowType<{ role: string }>()
    .groupBy('role')
    .orderBy('attributions', 'desc')
    .orderBy('role');
}

function outletsOf(id: number) {
  return build
    .selectFrom('attribution')
    .innerJoin('article', 'article.id', 'attribution.article_id')
    .select((of) => ['outlet', of.fn.countAll<number>().as('attributions')])
    .where('speaker_id', '=', id)
    .where('statement', '=', 1)
    .groupBy('outlet')
    .orderBy((of) => of.fn.countAll(), 'desc')
    .orderBy('outlet');
}

function attributionsOf(id: number, { limit, offset }: { limit: number; offset: number }) {
  return build
    .selectFrom('attribution')
    .innerJoin('article', 'article.id', 'attribution.article_id')
    .innerJoin('speaker', 'speaker.id', 'attribution.speaker_id')
    .select(ATTRIBUTION_COLUMNS)
    .where('attribution.speaker_id', '=', id)
    .where('attribution.statement', '=', 1)
    .orderBy('article.published', 'desc')
    .orderBy('article.key')
    .orderBy('attribution.position')
    .limit(limit)
    .offset(offset);
}
