import { ATTRIBUTION_COLUMNS, toAttributions } from './attributions.ts';
import type { Connection } from './connection.ts';
import { speakerHits } from './fulltext.ts';
import { pageOf } from './paging.ts';
import { build } from './schema.ts';
import { readNamePart } from './search-words.ts';
import type { Page, Paging, RecordedSpeaker, RecordedSpeakerPage } from './types.ts';

const SPEAKER_COLUMNS = ['key', 'name', 'kind', 'attributions', 'articles'] as const;

/** Speakers, most quoted first; only those with a part of the name where one is given. */
export function readSpeakers(
  connection: Connection,
  { name = '', ...paging }: Paging & { name?: string | undefined } = {},
): Page<RecordedSpeaker> {
  const { limit, offset } = pageOf(paging);
  let query = build.selectFrom('speaker');
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
  return connection.read(() => ({ items: connection.all(rows), total: connection.first(total)!.total }));
}

/** A speaker with roles and outlets, most frequent first, and attributions, newest article first; null when unknown. */
export function readSpeaker(connection: Connection, key: string, paging?: Paging): RecordedSpeakerPage | null {
  return connection.read(() => {
    const found = connection.first(
      build
        .selectFrom('speaker')
        .select(['id', ...SPEAKER_COLUMNS])
        .where('key', '=', key),
    );
    if (!found) return null;
    const { id, ...speaker } = found;
    return {
      speaker,
      roles: connection.all(rolesOf(id)),
      outlets: connection.all(outletsOf(id)),
      attributions: {
        items: toAttributions(connection, connection.all(attributionsOf(id, pageOf(paging)))),
        total: speaker.attributions,
      },
    };
  });
}

function rolesOf(id: number) {
  return build
    .selectFrom('attribution')
    .select((of) => ['role', of.fn.countAll<number>().as('attributions')])
    .where('speaker_id', '=', id)
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
    .orderBy('article.published', 'desc')
    .orderBy('article.key')
    .orderBy('attribution.position')
    .limit(limit)
    .offset(offset);
}
