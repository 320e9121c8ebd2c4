import { type SqlBool, sql } from 'kysely';
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

/** The attributions that hold all of the terms, as rows `{ id }` of a result named `hit` to select from. */
export function attributionHits(terms: readonly Term[]) {
  return build.with('hit', (db) =>
    db.selectFrom('attribution_index').select('rowid as id').where(matches('attribution_index', terms)),
  );
}

/**
 * The same with a `rank`: the smaller it is, the better the match (BM25). What somebody said weighs most, then who said
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
