import { type SqlBool, sql } from 'kysely';
import type { Span } from '../../model.ts';
import { attributionRows, toAttributions } from '../attributions.ts';
import { articleIs } from '../audit/index.ts';
import type { Connection } from '../connection.ts';
import { attributionsThatHoldOne } from '../fulltext.ts';
import { pageOf } from '../paging.ts';
import { readText } from '../passages.ts';
import { build } from '../schema.ts';
import { speakerRow } from '../speakers.ts';
import type { Page, RecordedAttribution } from '../types.ts';
import { whileUnchanged } from '../unchanged.ts';
import type { PassageQuery, RecordedPassage } from './types.ts';

/** Paragraphs are read so far before and after an attribution. */
const FARTHEST = 1_500;
/** So many are looked up at once: whoever reads page after page asks the index, which ranks all there are, only once. */
const MOST_KEPT = 5_000;

/** The paragraphs that hold the spans of an attribution. */
function around(text: string, { source, cue, content, condition }: RecordedAttribution): Span {
  const spans = [...source, ...cue, ...content, ...(condition ? [condition] : [])];
  if (spans.length === 0) return [0, 0];
  const first = Math.min(...spans.map(([start]) => start));
  const last = Math.max(...spans.map(([, end]) => end));
  const begins = first === 0 ? 0 : text.lastIndexOf('\n', first - 1) + 1;
  const ends = text.indexOf('\n', last);
  return [Math.max(begins, first - FARTHEST), Math.min(ends < 0 ? text.length : ends, last + FARTHEST)];
}

/** Attributions of the newest revisions with the passages that they stand in. */
export function readPassages(connection: Connection, query: PassageQuery): Page<RecordedPassage> {
  const { limit, offset } = pageOf(query);
  if (query.beginnings?.length === 0) return { items: [], total: 0 };
  const { limit: _, offset: __, ...asked } = query;
  return connection.read(() => {
    const found = query.beginnings ? byWords(connection, query, query.beginnings) : byTime(connection, query);
    const idsFrom = (from: number, most: number): number[] =>
      connection.all(found.select('attribution.id').limit(most).offset(from)).map(({ id }) => id);
    const { ids, total } = whileUnchanged(connection, 'passages', JSON.stringify(asked), () => {
      const counting = found.clearOrderBy().select((of) => of.fn.countAll<number>().as('total'));
      return { ids: idsFrom(0, MOST_KEPT), total: connection.first(counting)!.total };
    });
    const beyond = total > MOST_KEPT && offset + limit > MOST_KEPT;
    const page = beyond ? idsFrom(offset, limit) : ids.slice(offset, offset + limit);
    return { items: toPassages(connection, page), total };
  });
}

/** Attributions, by their rows, with the passages that they stand in. */
export function toPassages(connection: Connection, ids: readonly number[]): RecordedPassage[] {
  const rows = attributionRows(connection, ids);
  return toAttributions(connection, rows).map((attribution, i) => {
    const text = readText(connection, rows[i]!.article_id);
    const [start, end] = around(text, attribution);
    return { attribution, text: text.slice(start, end), start };
  });
}

function byWords(connection: Connection, query: PassageQuery, beginnings: readonly string[]) {
  return attributionsThatHoldOne(beginnings)
    .selectFrom('hit')
    .innerJoin('attribution', 'attribution.id', 'hit.id')
    .innerJoin('article', 'article.id', 'attribution.article_id')
    .where(conditions(connection, query))
    .orderBy('hit.rank')
    .orderBy('attribution.id');
}

function byTime(connection: Connection, query: PassageQuery) {
  return build
    .selectFrom('attribution')
    .innerJoin('article', 'article.id', 'attribution.article_id')
    .where(conditions(connection, query))
    .orderBy('article.published', 'desc')
    .orderBy('attribution.id', 'desc');
}

function conditions(connection: Connection, { speaker, sides, ...days }: PassageQuery) {
  const all = [sql<SqlBool>`attribution.counted = 1`, articleIs({ from: days.from, to: days.to })];
  if (speaker !== undefined) all.push(sql<SqlBool>`attribution.speaker_id = ${speakerRow(connection, speaker)}`);
  if (sides)
    all.push(
      sql<SqlBool>`exists (select 1 from position where attribution_id = attribution.id
        and (stance <> 'states' or condition_start is not null))`,
    );
  return sql<SqlBool>`${sql.join(all, sql` and `)}`;
}
