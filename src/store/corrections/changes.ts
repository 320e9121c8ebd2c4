import { type Connection, prepared } from '../connection.ts';
import { indexAttribution, indexSpeaker, toIndexed, unindexAttribution, unindexSpeaker } from '../fulltext.ts';
import { readSpans } from '../passages.ts';
import { markPosition } from '../positions/changed.ts';
import { build } from '../schema.ts';
import { indexedNames, namesOfAttribution, refreshName, spellingsOf } from '../spellings.ts';
import { refreshStatement } from '../statements/changes.ts';
import { Occurrences } from '../statements/occurrences.ts';
import { joinWords, unpackText } from '../words.ts';

const placeOf = prepared((v: { id: number }) =>
  build.selectFrom('attribution').select(['article_id', 'speaker_id', 'statement_id']).where('id', '=', v.id),
);
const touch = prepared((v: { attribution: number; correction: number }) =>
  build
    .insertInto('attribution_correction')
    .values({ attribution_id: v.attribution, correction_id: v.correction })
    .onConflict((on) => on.doNothing()),
);
const held = prepared((v: { id: number }) =>
  build
    .selectFrom('attribution')
    .innerJoin('article', 'article.id', 'attribution.article_id')
    .innerJoin('article_text', 'article_text.article_id', 'attribution.article_id')
    .select(['counted', 'reassigned', 'found_name', 'speaker_id', 'title', 'text', 'utf16'])
    .where('attribution.id', '=', v.id),
);
const touched = prepared((v: { id: number }) =>
  build
    .selectFrom('attribution_correction')
    .innerJoin('correction', 'correction.id', 'correction_id')
    .select('correction_id')
    .where('attribution_id', '=', v.id)
    .where('action', 'not in', ['span', 'accept'])
    .limit(1),
);
const touchedBy = prepared((v: { speaker: number }) =>
  build
    .selectFrom('attribution')
    .select('id')
    .where('speaker_id', '=', v.speaker)
    .where('id', 'in', build.selectFrom('attribution_correction').select('attribution_id'))
    .orderBy('id'),
);
const countOfSpeaker = prepared((v: { id: number }) =>
  build
    .selectFrom('attribution')
    .select((of) => [
      of.fn.countAll<number>().as('attributions'),
      of.fn.count<number>('article_id').distinct().as('articles'),
    ])
    .where('speaker_id', '=', v.id)
    .where('counted', '=', 1),
);
const countOfArticle = prepared((v: { id: number }) =>
  build
    .selectFrom('attribution')
    .select((of) => of.fn.countAll<number>().as('attributions'))
    .where('article_id', '=', v.id)
    .where('statement', '=', 1),
);
const writeSpeakerCount = prepared((v: { id: number; attributions: number; articles: number }) =>
  build.updateTable('speaker').set({ attributions: v.attributions, articles: v.articles }).where('id', '=', v.id),
);
const writeArticleCount = prepared((v: { id: number; attributions: number }) =>
  build.updateTable('article').set({ attributions: v.attributions }).where('id', '=', v.id),
);

/**
 * What corrections change in one transaction. They change rows, say here which, and `finish` then brings up to date what
 * follows from the rows: counts and indexes. What collides is found at the end of the transaction (`settlePositions`).
 */
export class Changes {
  readonly connection: Connection;
  readonly #attributions = new Set<number>();
  readonly #articles = new Set<number>();
  readonly #speakers = new Set<number>();
  readonly #named = new Set<number>();
  readonly #respelt = new Set<number>();
  readonly #statements = new Set<number>();

  constructor(connection: Connection) {
    this.connection = connection;
  }

  /** An attribution is about to be changed: it, its article and its speaker of before will be brought up to date. */
  attribution(id: number): void {
    const { article_id, speaker_id, statement_id } = this.connection.first(placeOf, { id })!;
    this.#attributions.add(id);
    this.#articles.add(article_id);
    if (speaker_id !== null) this.speaker(speaker_id);
    if (statement_id !== null) this.statement(statement_id);
  }

  /** The same, by a correction, of which the attribution keeps the number. */
  byCorrection(correction: number, id: number): void {
    this.attribution(id);
    markTouched(this.connection, id, correction);
  }

  /** A statement gains or loses occurrences, or one of its occurrences changes. */
  statement(id: number): void {
    this.#statements.add(id);
  }

  /** A statement is no longer there. */
  forgetStatement(id: number): void {
    this.#statements.delete(id);
  }

  /** A speaker gains or loses statements, or a name. */
  speaker(id: number): void {
    this.#speakers.add(id);
    this.#named.add(id);
  }

  /** What a speaker is called changes by what happens to another, and nothing else. */
  names(id: number): void {
    this.#named.add(id);
  }

  /** A speaker itself gains or loses a spelling: the statements that are its by corrections are found by it, or no longer. */
  spellings(id: number): void {
    this.#named.add(id);
    this.#respelt.add(id);
  }

  /** A speaker is no longer there. */
  forget(id: number): void {
    this.#speakers.delete(id);
    this.#named.delete(id);
    this.#respelt.delete(id);
  }

  /** Brings counts and indexes up to date. */
  finish(): void {
    for (const id of this.#named) refreshName(this.connection, id);
    for (const speaker of this.#respelt) {
      for (const { id } of this.connection.all(touchedBy, { speaker })) this.#attributions.add(id);
    }
    const occurrences = new Occurrences(this.connection);
    for (const id of this.#statements) refreshStatement(this.connection, id, occurrences);
    for (const id of this.#attributions) {
      reindexAttribution(this.connection, id);
      markPosition(this.connection, id);
    }
    for (const id of this.#articles) {
      this.connection.run(writeArticleCount, { id, ...this.connection.first(countOfArticle, { id })! });
    }
    for (const id of this.#speakers) {
      this.connection.run(writeSpeakerCount, { id, ...this.connection.first(countOfSpeaker, { id })! });
    }
    for (const id of this.#named) {
      unindexSpeaker(this.connection, id);
      indexSpeaker(this.connection, { id, name: indexedNames(spellingsOf(this.connection, id)) });
    }
  }
}

/** Keeps that a correction touched an attribution. */
export function markTouched(connection: Connection, attribution: number, correction: number): void {
  connection.run(touch, { attribution, correction });
}

/** Writes an attribution's entry of the index anew. */
function reindexAttribution(connection: Connection, id: number): void {
  unindexAttribution(connection, id);
  enterAttribution(connection, id);
}

/** Gives an attribution that has none its entry of the index; what is marked as no statement, or of a revision that is not the newest, gets none. */
export function enterAttribution(connection: Connection, id: number): void {
  const row = connection.first(held, { id })!;
  if (row.counted === 0) return;
  // Its speaker is a correction's: then it is found by all names of that speaker.
  const byCorrection = connection.first(touched, { id }) !== undefined;
  indexAttribution(connection, {
    id,
    words: toIndexed(joinWords(unpackText(row), readSpans(connection, id).content)),
    speaker: namesOfAttribution(
      connection,
      row.reassigned === 0 ? row.found_name : null,
      byCorrection ? row.speaker_id : null,
    ),
    title: toIndexed(row.title ?? ''),
  });
}
