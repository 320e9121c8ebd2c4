import type { LinkDecision } from '../../model.ts';
import { type Connection, prepared } from '../connection.ts';
import { keyFor, sha256 } from '../keys.ts';
import { readFoundSpans } from '../passages.ts';
import { sameStatement } from '../revisions/same-statement.ts';
import { build } from '../schema.ts';
import { countOccurrence } from './changes.ts';
import { asReported, candidatesOf, type Known, keepWording, sameOf } from './known.ts';
import { correctionsOf, mergeStatements } from './merge.ts';
import { type Occurrence, Occurrences } from './occurrences.ts';

const attributionsOf = prepared((v: { article: number }) =>
  build.selectFrom('attribution').select('id').where('article_id', '=', v.article).orderBy('position'),
);
const digestOf = prepared((v: { article: number }) =>
  build.selectFrom('article').select('digest').where('id', '=', v.article),
);
const byKey = prepared((v: { key: string }) => build.selectFrom('statement').select('id').where('key', '=', v.key));
const insertStatement = prepared((v: { key: string; correction: number | null }) =>
  build.insertInto('statement').values({ key: v.key, correction_id: v.correction }),
);
const statementOf = prepared((v: { id: number }) =>
  build.selectFrom('attribution').select('found_statement_id as statement').where('id', '=', v.id),
);
const setJoined = prepared(
  (v: { id: number; statement: number; joined: number | null; confidence: number | null; reason: string | null }) =>
    build
      .updateTable('attribution')
      .set({
        found_statement_id: v.statement,
        statement_id: v.statement,
        joined_id: v.joined,
        join_confidence: v.confidence,
        join_reason: v.reason,
      })
      .where('id', '=', v.id),
);

/** A statement that an occurrence is, and the occurrence of it that shows it. */
interface Joined {
  readonly statement: number;
  readonly to: number;
  readonly confidence: number;
  readonly reason: string;
}

/** Puts a statement without occurrences into the record. Gives its row. @param correction the one that makes it */
export function makeStatement(connection: Connection, digest: string, correction: number | null): number {
  const key = keyFor(digest, (candidate) => connection.first(byKey, { key: candidate }) !== undefined);
  return connection.run(insertStatement, { key, correction });
}

/**
 * Finds for every attribution of an article (by its row) the statement that it is an occurrence of, or makes one. What was
 * found alone decides: corrections of statements are to be applied again where this says so.
 *
 * @param neighbour the row of another revision of the article, or null: the same words in both are one statement
 * @returns whether corrections concern one of the statements
 */
export function linkArticle(connection: Connection, article: number, neighbour: number | null): boolean {
  const rows = connection.all(attributionsOf, { article }).map(({ id }) => id);
  if (rows.length === 0) return false;
  const occurrences = new Occurrences(connection);
  const reported = occurrences.allFound(rows);
  const linking = new Linking(connection, article, rows, reported, occurrences);
  return linking.settle(neighbour);
}

/** The linking of one article. */
class Linking {
  readonly #connection: Connection;
  readonly #article: number;
  readonly #rows: readonly number[];
  readonly #reported: readonly Occurrence[];
  readonly #occurrences: Occurrences;
  /** The statements of the article's attributions so far, by their rows. */
  readonly #statements = new Map<number, number>();
  readonly #merged = new Map<number, number>();

  constructor(
    connection: Connection,
    article: number,
    rows: readonly number[],
    reported: readonly Occurrence[],
    occurrences: Occurrences,
  ) {
    this.#connection = connection;
    this.#article = article;
    this.#rows = rows;
    this.#reported = reported;
    this.#occurrences = occurrences;
  }

  settle(neighbour: number | null): boolean {
    const { linker } = this.#connection;
    const plain = this.#reported.map(asReported);
    const keys = plain.map((occurrence) => linker.keysOf(occurrence));
    const known = candidatesOf(this.#connection, keys, this.#occurrences);
    const decisions = linker.link(this.#reported[0]!.article, plain, known);
    this.#rows.forEach((row, i) => {
      const joins = [
        ...this.#before(row, this.#reported[i]!, neighbour),
        ...this.#joinsOf(decisions[i]!, sameOf(keys[i]!)),
      ];
      const statement = this.#place(row, joins);
      this.#statements.set(row, statement);
      keepWording(this.#connection, statement, row, keys[i]!);
      countOccurrence(this.#connection, statement, row, this.#occurrences);
    });
    const touched = new Set([...this.#statements.values()].map((statement) => this.#now(statement)));
    return [...touched].some((statement) => correctionsOf(this.#connection, statement).length > 0);
  }

  /** The statement of the same words in another revision. */
  #before(attribution: number, { words }: Occurrence, neighbour: number | null): Joined[] {
    if (neighbour === null) return [];
    const here = { article: this.#article, attribution, words: words.join(' … ') };
    const to = sameStatement(this.#connection, here, neighbour);
    const statement = to === null ? null : this.#connection.first(statementOf, { id: to })!.statement;
    if (to === null || statement === null) return [];
    return [{ statement, to, confidence: 1, reason: 'the same words in another revision of the article' }];
  }

  #joinsOf({ joins, within }: LinkDecision<Known>, same: number): Joined[] {
    const others = joins.map(({ to: { id, rows }, confidence, reason }) => {
      const to = (rows.find((row) => row.same === same) ?? rows[0]!).id;
      return { statement: id, to, confidence, reason };
    });
    const own = within.map(({ to: place, confidence, reason }) => {
      const to = this.#rows[place]!;
      return { statement: this.#statements.get(to)!, to, confidence, reason };
    });
    return [...others, ...own].sort((a, b) => b.confidence - a.confidence);
  }

  /** The statement that is left of one that may have been merged meanwhile. */
  #now(statement: number): number {
    let now = statement;
    for (let next = this.#merged.get(now); next !== undefined; next = this.#merged.get(now)) now = next;
    return now;
  }

  /** Makes an attribution an occurrence of the statement that all it joins become, or of a new one. Gives its row. */
  #place(row: number, joins: readonly Joined[]): number {
    const [best] = joins;
    if (!best) {
      const statement = makeStatement(this.#connection, this.#digest(row), null);
      this.#connection.run(setJoined, { id: row, statement, joined: null, confidence: null, reason: null });
      return statement;
    }
    const statements = [...new Set(joins.map(({ statement }) => this.#now(statement)))];
    const into = Math.min(...statements);
    const { to: joined, confidence, reason } = best;
    for (const from of statements) {
      if (from === into) continue;
      const why = joins.find(({ statement }) => this.#now(statement) === from)!;
      const evidence = { attribution: row, confidence: why.confidence, reason: why.reason };
      mergeStatements(this.#connection, { from, into, occurrences: this.#occurrences }, evidence);
      this.#merged.set(from, into);
    }
    this.#connection.run(setJoined, { id: row, statement: into, joined, confidence, reason });
    return into;
  }

  #digest(row: number): string {
    const { digest } = this.#connection.first(digestOf, { article: this.#article })!;
    return sha256(JSON.stringify(['statement', digest, readFoundSpans(this.#connection, row).content]));
  }
}
