import type { AttributionType, Mode } from '../../model.ts';
import { articleIs, isReported } from '../audit/index.ts';
import type { ArticleFilter } from '../audit/types.ts';
import type { Connection } from '../connection.ts';
import { build } from '../schema.ts';
import type { Seen } from './types.ts';

/** What is attributed to a speaker, as far as it is counted. */
export interface Said {
  readonly id: number;
  readonly article: number;
  readonly articleKey: string;
  readonly position: number;
  readonly mode: Mode;
  readonly type: AttributionType;
  readonly role: string | null;
  /** The name that the article gives; null where a correction says who speaks, since it is somebody else's then. */
  readonly name: string | null;
  /** Whether it stands within what somebody else said. */
  readonly reported: boolean;
  readonly outlet: string | null;
  readonly published: string | null;
}

/**
 * All that is attributed to a speaker, the newest article first and those without a date last. It is read once for every
 * figure of a speaker: to go from thousands of attributions to their articles is what takes time.
 */
export function readSaid(connection: Connection, speaker: number, outlet: string | undefined): Said[] {
  const query = build
    .selectFrom('attribution')
    .innerJoin('article', 'article.id', 'attribution.article_id')
    .where('attribution.speaker_id', '=', speaker)
    .where('attribution.counted', '=', 1)
    .where(articleIs({ outlet }))
    .select(['attribution.id', 'attribution.article_id', 'article.key', 'attribution.position', 'attribution.mode'])
    .select(['attribution.type', 'attribution.role', 'attribution.found_name', 'attribution.reassigned'])
    .select(isReported.$castTo<number>().as('reported'))
    .select(['article.outlet', 'article.published']);
  return connection.rows(query).map(toSaid).sort(newestFirst);
}

type Columns = [number, number, string, number, Mode, AttributionType, string | null, string | null, number, number];

function toSaid(row: readonly unknown[]): Said {
  const [id, article, articleKey, position, mode, type, role, found, reassigned, reported] = row as Columns;
  const [outlet, published] = row.slice(10) as [string | null, string | null];
  const name = reassigned === 0 ? found : null;
  return { id, article, articleKey, position, mode, type, role, name, reported: reported === 1, outlet, published };
}

function newestFirst(a: Said, b: Said): number {
  const [one, other] = [a.published ?? '', b.published ?? ''];
  return one === other ? inOrder(a, b) : one < other ? 1 : -1;
}

/** What is of one day comes in the order of the articles' keys, and in an article in its own. */
export function inOrder(a: Said, b: Said): number {
  return a.articleKey === b.articleKey ? a.position - b.position : a.articleKey < b.articleKey ? -1 : 1;
}

/** Those of the days asked for: of the article's own time zone, without those that have no date. */
export function ofDays(said: readonly Said[], { from = '', to }: ArticleFilter): readonly Said[] {
  if (from === '' && to === undefined) return said;
  // A day, and every time of it, comes before this.
  const end = to === undefined ? null : `${to}U`;
  return said.filter(({ published }) => published !== null && published >= from && (end === null || published < end));
}

/** How often, and when. @param said the newest first, those without a date last */
export function seenOf(said: readonly Said[]): Seen {
  return {
    attributions: said.length,
    first: said.findLast(({ published }) => published !== null)?.published ?? null,
    last: said[0]?.published ?? null,
  };
}

/** How many articles they stand in. */
export const articlesOf = (said: readonly Said[]): number => new Set(said.map(({ article }) => article)).size;
