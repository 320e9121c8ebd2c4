import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type Connection, prepared } from './connection.ts';
import { foldedWords } from './fold.ts';
import { build } from './schema.ts';
import type { Term } from './search-words.ts';

const insertAttribution = prepared((v: { id: number; words: string; speaker: string; title: string }) =>
  build.insertInto('attribution_index').values({ rowid: v.id, words: v.words, speaker: v.speaker, title: v.title }),
);
const insertSpeaker = prepared((v: { id: number; name: string }) =>
  build.insertInto('speaker_index').values({ rowid: v.id, name: v.name }),
);
const deleteAttribution = prepared((v: { id: number }) =>
  build.deleteFrom('attribution_index').where('rowid', '=', v.id),
);
const deleteSpeaker = prepared((v: { id: number }) => build.deleteFrom('speaker_index').where('rowid', '=', v.id));

/** Makes an attribution findable by the words of its content, its speaker's name and its article's title, all `toIndexed`. */
export function indexAttribution(
  connection: Connection,
  entry: { id: number; words: string; speaker: string; title: string },
): void {
  connection.run(insertAttribution, entry);
}

/** Makes a speaker findable by the words of its name, `toIndexed`. */
export function indexSpeaker(connection: Connection, entry: { id: number; name: string }): void {
  connection.run(insertSpeaker, entry);
}

/** Takes an attribution out of the index; one that is not in it changes nothing. */
export function unindexAttribution(connection: Connection, id: number): void {
  connection.run(deleteAttribution, { id });
}

/** Takes a speaker out of the index; one that is not in it changes nothing. */
export function unindexSpeaker(connection: Connection, id: number): void {
  connection.run(deleteSpeaker, { id });
}

/** A text as the indexes take it: its words folded, a space between each. */
export function toIndexed(text: string): string {
  return foldedWords(text).join(' ');
}

/** Rows of the index, the ends included. */
export interface Range {
  readonly least?: number | undefined;
  readonly greatest?: number | undefined;
}

/**
 * The attributions that hold all of the terms, as a query for their rows' ids, the last that came in first. The index gives
 * them one by one in this order, so that no more are looked for than are read.
 *
 * @param most at most so many; all when left out
 * @param where `words`: in the content of the attribution itself
 */
export function attributionsMatching(
  terms: readonly Term[],
  { least, greatest }: Range,
  most?: number,
  where?: 'words',
) {
  let query = build
    .selectFrom('attribution_index')
    .select('rowid as id')
    .where(attributionMatches(terms, where))
    .orderBy('rowid', 'desc');
  if (least !== undefined) query = query.where('rowid', '>=', integer(least));
  if (greatest !== undefined) query = query.where('rowid', '<=', integer(greatest));
  return most === undefined ? query : query.limit(most);
}

/** JavaScript's numbers reach SQLite as reals, and FTS5 goes through the whole index where the end of a range is one. */
const integer = (value: number): RawBuilder<number> => sql<number>`cast(${value} as integer)`;

/** The condition that a row of `attribution_index` holds all of the terms. */
export function attributionMatches(terms: readonly Term[], where?: 'words'): RawBuilder<SqlBool> {
  const expression = terms
    .map(({ words, ending }) => `"${words.join(' ')}"${ending === 'prefix' ? '*' : ''}`)
    .join(' AND ');
  return sql<SqlBool>`attribution_index match ${where === undefined ? expression : `{${where}} : (${expression})`}`;
}

/**
 * The attributions that hold all of the terms, as rows `{ id, rank }` of a result named `hit`. The smaller the rank it is, the better the match (BM25). What somebody said weighs most, then who said
 * it, then the headline above.
 */
export function rankedAttributionHits(terms: readonly Term[]) {
  return build.with(
    // Materialised, so that the index is asked once, not once for every row it is joined with.
    (cte) => cte('hit').materialized(),
    (db) =>
      db
        .selectFrom('attribution_index')
        .select(['rowid as id', sql<number>`bm25(attribution_index, 10, 5, 1)`.as('rank')])
        .where(matches('attribution_index', terms)),
  );
}

/**
 * The attributions whose content holds a word that begins as one of these, as rows `{ id, rank }` of a result named `hit`:
 * the smaller the rank, the better (BM25).
 *
 * @param beginnings words, of which the folded ones count; one at least must be a word.
 */
export function attributionsThatHoldOne(beginnings: readonly string[]) {
  const words = [...new Set(beginnings.flatMap((beginning) => foldedWords(beginning)))].map((word) => `"${word}"*`);
  const expression = `{words} : (${words.join(' OR ')})`;
  return build.with(
    (cte) => cte('hit').materialized(),
    (db) =>
      db
        .selectFrom('attribution_index')
        .select(['rowid as id', sql<number>`bm25(attribution_index, 10, 5, 1)`.as('rank')])
        .where(sql<SqlBool>`attribution_index match ${expression}`),
  );
}

/** The speakers whose names hold all of the terms, as a query for their rows' ids. */
export function speakerHits(terms: readonly Term[]) {
  return build.selectFrom('speaker_index').select('rowid as id').where(matches('speaker_index', terms));
}

/** Words are letters, numbers and marks only, so that nothing in them can mean something to FTS5's query language. */
function matches(index: 'attribution_index' | 'speaker_index', terms: readonly Term[]) {
  const expression = terms
    .map(({ words, ending }) => {
      const exact = `"${words.join(' ')}"`;
      if (ending === 'exact') return exact;
      // Where both match, both count towards the rank: the word itself comes before words that begin with it.
      return `(${exact} OR ${exact}*)`;
    })
    .join(' AND ');
  return sql<SqlBool>`${sql.table(index)} match ${expression}`;
}
