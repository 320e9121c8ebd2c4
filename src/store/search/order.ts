import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { Connection } from '../connection.ts';
import { attributionsMatching } from '../fulltext.ts';
import { build } from '../schema.ts';
import type { Term } from '../search-words.ts';
import { AT, type Hit, type Hits } from './hits.ts';

/**
 * How well hits match, the smaller the better: 0 with all words in a row as they were typed, 1 with all of them in the content,
 * 2 with words there that begin with the last one, 3 with some in the speaker's name or the headline only.
 *
 * Not BM25: every hit holds all words, so that how rare each is tells none from another, and SQLite would read through all
 * that a common word has in the record to find out.
 */
export function gradesOf(connection: Connection, { hits, terms }: Hits): ReadonlyMap<number, number> {
  const grades = new Map<number, number>();
  const least = hits.at(-1)?.[AT.id];
  if (least === undefined) return grades;
  const exact = terms.map((term): Term => ({ ...term, ending: 'exact' }));
  const inARow: Term = { words: exact.flatMap(({ words }) => words), ending: 'exact' };
  const ways = [[inARow], exact, terms];
  for (const [grade, way] of ways.entries()) {
    // One word is in a row by itself, and terms without a beginning are exact: these were asked for already.
    if (isDeepStrictEqual(way, ways[grade - 1])) continue;
    const query = attributionsMatching(way, { least, greatest: hits[0]![AT.id] }, undefined, 'words');
    const ids = sql`select id from ${query}`;
    for (const [id] of connection.rows({ compile: () => ids.compile(build) })) {
      if (!grades.has(id as number)) grades.set(id as number, grade);
    }
  }
  return grades;
}

const UNGRADED = 3;

/** Puts the newest article first, those without a date last; what is in one article stays in its order. */
export function newestFirst(a: Hit, b: Hit): number {
  const [x, y] = [a[AT.published] ?? '', b[AT.published] ?? ''];
  if (x !== y) return x < y ? 1 : -1;
  if (a[AT.article] !== b[AT.article]) return a[AT.article] < b[AT.article] ? -1 : 1;
  return a[AT.id] - b[AT.id];
}

/** Puts what matches best first. */
export function bestFirst(grades: ReadonlyMap<number, number>): (a: Hit, b: Hit) => number {
  const gradeOf = (hit: Hit) => grades.get(hit[AT.id]) ?? UNGRADED;
  return (a, b) => gradeOf(a) - gradeOf(b) || newestFirst(a, b);
}
