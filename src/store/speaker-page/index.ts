import { sql } from 'kysely';
import type { AttributionType, Mode } from '../../model.ts';
import { ATTRIBUTION_COLUMNS, toAttributions } from '../attributions.ts';
import { countOf, isReported } from '../audit/index.ts';
import type { ArticleFilter } from '../audit/types.ts';
import { type Connection, prepared } from '../connection.ts';
import { marksOfSpeakerRow } from '../corrections/index.ts';
import { pageOf } from '../paging.ts';
import { build } from '../schema.ts';
import { SPEAKER_COLUMNS, speakerRow, toSpeaker } from '../speakers.ts';
import type { Paging, RecordedSpeakerPage } from '../types.ts';
import { whileUnchanged } from '../unchanged.ts';
import { readAliases } from './aliases.ts';
import { byFirstDate, groupBySpelling, sameRole } from './merge.ts';
import { saidBy } from './said.ts';
import type { Moment, ReportedIn, RoleHeld } from './types.ts';

const byId = prepared((v: { id: number }) =>
  build.selectFrom('speaker').select(SPEAKER_COLUMNS).where('id', '=', v.id),
);

/** What the record knows of a speaker, of the articles asked for; null when the key is unknown. */
export function readSpeaker(
  connection: Connection,
  key: string,
  { limit, offset, ...filter }: Paging & ArticleFilter = {},
): RecordedSpeakerPage | null {
  return connection.read(() => {
    const id = speakerRow(connection, key);
    if (id === null) return null;
    // Whoever goes through the pages of a much-quoted speaker waits for its figures once.
    const asked = JSON.stringify(['speaker', id, filter.outlet, filter.from, filter.to]);
    const { total, ...figures } = whileUnchanged(connection, asked, () => readFigures(connection, id, filter));
    const rows = connection.all(attributionsOf(id, filter, pageOf({ limit, offset })));
    return { ...figures, attributions: { items: toAttributions(connection, rows), total } };
  });
}

/** All but the attributions themselves, of which it says how many there are. */
function readFigures(
  connection: Connection,
  id: number,
  filter: ArticleFilter,
): Omit<RecordedSpeakerPage, 'attributions'> & { readonly total: number } {
  const speaker = toSpeaker(connection, connection.first(byId, { id })!);
  return {
    speaker,
    aliases: readAliases(connection, id, speaker.name, filter),
    roles: readRoles(connection, id, filter),
    outlets: connection.all(outletsOf(id, filter)),
    ...readCounts(connection, id, filter),
    first: readMoment(connection, id, filter, 'asc'),
    last: readMoment(connection, id, filter, 'desc'),
    corrections: marksOfSpeakerRow(connection, id),
  };
}

function readCounts(connection: Connection, id: number, filter: ArticleFilter) {
  const modes: Record<Mode, number> = { says: 0, writes: 0, thinks: 0, wants: 0, feels: 0, decides: 0, shows: 0 };
  const types: Record<AttributionType, number> = { direct: 0, indirect: 0, mixed: 0 };
  let total = 0;
  let reported = 0;
  for (const row of connection.all(actsOf(id, filter))) {
    modes[row.mode] += row.attributions;
    types[row.type] += row.attributions;
    total += row.attributions;
    reported += row.reported;
  }
  return { total, reported, modes, types, ...connection.first(articlesOf(id, filter))! };
}

function actsOf(id: number, filter: ArticleFilter) {
  return saidBy(id, filter)
    .groupBy(['attribution.mode', 'attribution.type'])
    .select((of) => [
      'attribution.mode',
      'attribution.type',
      of.fn.countAll<number>().as('attributions'),
      countOf(isReported).as('reported'),
    ]);
}

function articlesOf(id: number, filter: ArticleFilter) {
  return saidBy(id, filter).select((of) => [
    of.fn.count<number>('attribution.article_id').distinct().as('articles'),
    sql<number>`count(distinct iif(article.published is null, attribution.article_id, null))`.as('undated'),
  ]);
}

function readRoles(connection: Connection, id: number, filter: ArticleFilter): RoleHeld[] {
  const given = saidBy(id, filter)
    .where('attribution.role', 'is not', null)
    .groupBy('attribution.role')
    .select((of) => [
      'attribution.role as words',
      of.fn.countAll<number>().as('attributions'),
      of.fn.min<string | null>('article.published').as('first'),
      of.fn.max<string | null>('article.published').as('last'),
    ])
    .$narrowType<{ words: string }>();
  return groupBySpelling(connection.all(given), sameRole)
    .sort(byFirstDate)
    .map(({ words: role, attributions, first, last }) => ({ role, attributions, first, last }));
}

function outletsOf(id: number, filter: ArticleFilter) {
  return saidBy(id, filter)
    .groupBy('article.outlet')
    .select((of) => [
      'article.outlet',
      of.fn.countAll<number>().as('attributions'),
      of.fn.count<number>('attribution.article_id').distinct().as('articles'),
      of.fn.min<string | null>('article.published').as('first'),
      of.fn.max<string | null>('article.published').as('last'),
    ])
    .orderBy('attributions', 'desc')
    .orderBy('outlet')
    .$castTo<ReportedIn>();
}

/** The first or last of a speaker's attributions; of one day the one that comes first in the articles' order. */
function readMoment(connection: Connection, id: number, filter: ArticleFilter, order: 'asc' | 'desc'): Moment | null {
  const row = connection.first(
    saidBy(id, filter)
      .where('article.published', 'is not', null)
      .select(['article.published', 'article.key', 'attribution.position'])
      .orderBy('article.published', order)
      .orderBy('article.key')
      .orderBy('attribution.position')
      .limit(1)
      .$narrowType<{ published: string }>(),
  );
  return row ? { published: row.published, attribution: `${row.key}-${row.position}` } : null;
}

function attributionsOf(id: number, filter: ArticleFilter, { limit, offset }: { limit: number; offset: number }) {
  return saidBy(id, filter)
    .innerJoin('speaker', 'speaker.id', 'attribution.speaker_id')
    .select(ATTRIBUTION_COLUMNS)
    .orderBy('article.published', 'desc')
    .orderBy('article.key')
    .orderBy('attribution.position')
    .limit(limit)
    .offset(offset);
}
