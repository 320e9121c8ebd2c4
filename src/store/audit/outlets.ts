import { type RawBuilder, sql } from 'kysely';
import type { SpeakerKind } from '../../model.ts';
import type { Connection } from '../connection.ts';
import { pageOf } from '../paging.ts';
import { build } from '../schema.ts';
import type { Audited, OutletAudit, Paging, SourceAudit } from '../types.ts';
import { whileUnchanged } from '../unchanged.ts';
import { articleIs, countOf, isCounted, isInQuotationMarks, isOfModes, isReported, publishedIn } from './counted.ts';
import { auditOf, type Counts, KINDS, NONE, sumOf, toCounts } from './figures.ts';
import { readMostQuoted } from './most-quoted.ts';
import type { AuditQuery } from './types.ts';

/** What one article gives of one kind of source. */
interface OfKind {
  readonly article_id: number;
  readonly outlet: string | null;
  readonly kind: SpeakerKind;
  readonly attributions: number;
  readonly marked: number;
  readonly sources: number;
  readonly reported: number;
  readonly notInWords: number;
}

/** Article by article and kind by kind: the database reads each attribution once, in the order of the articles. */
function kindsOfArticles(query: AuditQuery) {
  const counted = isCounted(query);
  return build
    .selectFrom('attribution')
    .innerJoin('article', 'article.id', 'attribution.article_id')
    .leftJoin('speaker', 'speaker.id', 'attribution.speaker_id')
    .where('attribution.counted', '=', 1)
    .where(articleIs(query))
    .groupBy(['attribution.article_id', sql`coalesce(speaker.kind, 'unknown')`])
    .select([
      'attribution.article_id',
      'article.outlet',
      sql<SpeakerKind>`coalesce(speaker.kind, 'unknown')`.as('kind'),
      countOf(counted).as('attributions'),
      countOf(sql`${counted} and ${isInQuotationMarks}`).as('marked'),
      sql<number>`count(distinct iif(${counted}, attribution.speaker_id, null))`.as('sources'),
      countOf(sql`${isOfModes(query)} and ${isReported}`).as('reported'),
      countOf(sql`not ${isOfModes(query)}`).as('notInWords'),
    ]);
}

/** The sum of a figure over the sources of one kind. */
function sumOfKind(figure: keyof OfKind, kind: SpeakerKind): RawBuilder<number> {
  return sql<number>`sum(iif(kind = ${sql.lit(kind)}, ${sql.ref(figure)}, 0))`;
}

/** The same outlet by outlet, the kinds side by side: `person_attributions`, `person_marked`, `person_sources`, … */
function countsOfOutlets(query: AuditQuery) {
  const sums = KINDS.flatMap((kind) =>
    (['attributions', 'marked', 'sources'] as const).map((figure) => [`${kind}_${figure}`, figure, kind] as const),
  );
  const articles = build
    .selectFrom(kindsOfArticles(query).as('of_kind'))
    .groupBy('article_id')
    .select(['outlet', sql<number>`sum(attributions)`.as('attributions')])
    .select([sql<number>`sum(reported)`.as('reported'), sql<number>`sum(notInWords)`.as('notInWords')])
    .select(sums.map(([name, figure, kind]) => sumOfKind(figure, kind).as(name)));
  const onlyUnnamed = sql<boolean>`attributions > 0 and unnamed_attributions = attributions`;
  return build
    .selectFrom(articles.as('of_article'))
    .groupBy('outlet')
    .select([
      'outlet',
      countOf(sql`attributions > 0`).as('quoting'),
      countOf(onlyUnnamed).as('onlyUnnamed'),
      countOf(sql`${onlyUnnamed} and unnamed_sources = 1`).as('oneUnnamed'),
      sql<number>`sum(reported)`.as('reported'),
      sql<number>`sum(notInWords)`.as('notInWords'),
    ])
    .select(sums.map(([name]) => sql<number>`sum(${sql.ref(name)})`.as(name)));
}

/** How many articles each outlet has in the days asked for, and how many without a date. */
function articlesOfOutlets({ outlet, ...dates }: AuditQuery) {
  return build
    .selectFrom('article')
    .where(articleIs({ outlet }))
    .groupBy('outlet')
    .select([
      'outlet',
      countOf(publishedIn(dates)).as('articles'),
      countOf(sql`article.published is null`).as('undated'),
    ])
    .having((of) => of.or([of(sql.ref('articles'), '>', 0), of(sql.ref('undated'), '>', 0)]));
}

/**
 * Whom the outlets quote: the figures that standards desks count by hand. Statements and sources are counted both,
 * since one talkative source is not many sources: as the Gender Gap Tracker counts quotations (Asr and others 2021) and
 * the BBC's 50:50 project counts each contributor once a piece. Articles on nothing but unnamed sources, and on a single
 * one, are what the rules of Reuters and AP make the exception.
 *
 * Reads each attribution of the articles asked for once for the counts and once for the most quoted; at most some rows an
 * outlet leave the database. The answer is kept while the record stays as it is.
 */
export function readSourceAudit(
  connection: Connection,
  { limit, offset, ...query }: AuditQuery & Paging = {},
): SourceAudit {
  const page = pageOf({ limit, offset });
  return connection.read(() => {
    const { outlet, from, to, modes = 'words' } = query;
    const asked = JSON.stringify([outlet, from, to, modes]);
    const { total, outlets } = whileUnchanged(connection, 'audit', asked, () => audit(connection, query));
    return { total, outlets: { items: outlets.slice(page.offset, page.offset + page.limit), total: outlets.length } };
  });
}

function audit(connection: Connection, query: AuditQuery): { total: Audited; outlets: readonly OutletAudit[] } {
  const counts = new Map(connection.all(countsOfOutlets(query)).map((row) => [row.outlet, toCounts(row)]));
  const outlets = connection
    .all(articlesOfOutlets(query))
    .map(({ outlet, ...articles }): [string | null, Counts] => [
      outlet,
      { ...(counts.get(outlet) ?? NONE), ...articles },
    ])
    .sort(byAttributions);
  const mostQuoted = readMostQuoted(connection, query);
  return {
    total: auditOf(sumOf(outlets.map(([, found]) => found)), mostQuoted.ofAll),
    outlets: outlets.map(([outlet, found]) => ({ outlet, ...auditOf(found, mostQuoted.ofOutlet(outlet)) })),
  };
}

function byAttributions([a, x]: [string | null, Counts], [b, y]: [string | null, Counts]): number {
  const all = (counts: Counts) => counts.kinds.reduce((sum, { attributions }) => sum + attributions, 0);
  const [first, second] = [a ?? '', b ?? ''];
  return all(y) - all(x) || y.articles - x.articles || (first < second ? -1 : 1);
}
