import type { Span } from '../../model.ts';
import { type Connection, prepared } from '../connection.ts';
import { NAMED_KINDS, nameDigest } from '../keys.ts';
import { readFoundSpans, readText } from '../passages.ts';
import { laterRevisions, sameStatement } from '../revisions/same-statement.ts';
import { build } from '../schema.ts';
import { speakerOfDigest, speakerOfKey } from '../speaker-keys.ts';
import { joinWords } from '../words.ts';
import { nearest, type Placed } from './nearest.ts';
import { survivorOf } from './standing.ts';
import type { ArticleRef, AttributionRef, SpeakerRef } from './types.ts';

const speakerById = prepared((v: { id: number }) =>
  build
    .selectFrom('speaker')
    .select(['key', 'digest', 'name', 'kind', 'found_name', 'found_kind', 'bound'])
    .where('id', '=', v.id),
);
const articleOfBound = prepared((v: { id: number }) =>
  build
    .selectFrom('attribution')
    .innerJoin('article', 'article.id', 'attribution.article_id')
    .select('article.digest')
    .where('attribution.found_speaker_id', '=', v.id)
    .orderBy('attribution.id')
    .limit(1),
);
const articleByKey = prepared((v: { key: string }) =>
  build
    .selectFrom('article')
    .select(['id as row', 'key', 'digest', 'sha256', 'source_id as id'])
    .where('key', '=', v.key),
);
const articleByDigest = prepared((v: { digest: string }) =>
  build.selectFrom('article').select('id').where('digest', '=', v.digest),
);
const articlesOfSnapshot = prepared((v: { sha256: string; source: string }) =>
  build.selectFrom('article').select('id').where('source_id', '=', v.source).where('sha256', '=', v.sha256).limit(2),
);
const attributionsOf = prepared((v: { article: number }) =>
  build.selectFrom('attribution').select(['id', 'position']).where('article_id', '=', v.article).orderBy('position'),
);
const keepMissed = prepared((v: { digest: string; correction: number }) =>
  build
    .insertInto('missed')
    .values({ digest: v.digest, correction_id: v.correction })
    .onConflict((on) => on.doNothing()),
);

function wordsIn(connection: Connection, article: number, spans: readonly Span[]): string {
  return joinWords(readText(connection, article), spans);
}

function placesOf(connection: Connection, article: number): Placed[] {
  return connection.all(attributionsOf, { article }).map(({ id, position }) => {
    const { cue, content } = readFoundSpans(connection, id);
    return { id, position, cue, content };
  });
}

/** Names the speaker of a key, or the one into which that was merged. @throws when there is none */
export function referToSpeaker(connection: Connection, key: string): SpeakerRef & { readonly row: number } {
  const asked = speakerOfKey(connection, key);
  if (asked === undefined) throw new Error(`the record holds no speaker ${key}`);
  const row = survivorOf(connection, asked);
  return { row, ...referToRow(connection, row) };
}

/** Names the speaker of a row. */
export function referToRow(connection: Connection, row: number): SpeakerRef {
  const { found_name, found_kind, bound, ...rest } = connection.first(speakerById, { id: row })!;
  if (found_name === null) return { ...rest, found: null };
  const found = { name: found_name, kind: found_kind! };
  const article = bound === 1 ? connection.first(articleOfBound, { id: row })?.digest : undefined;
  return { ...rest, found: article === undefined ? found : { ...found, article } };
}

/** Names the article of a key. @throws when there is none */
export function referToArticle(connection: Connection, key: string): ArticleRef & { readonly row: number } {
  const found = connection.first(articleByKey, { key });
  if (!found) throw new Error(`the record holds no article ${key}`);
  return found;
}

/** Names the attribution of a key. @throws when there is none */
export function referToAttribution(connection: Connection, key: string): AttributionRef & { readonly row: number } {
  const [, articleKey, number] = /^(.+)-(\d{1,9})$/.exec(key) ?? [];
  if (articleKey === undefined) {
    throw new Error(`${key} is no attribution: give its key, as "onrecord search" shows it in brackets`);
  }
  const { row: article, ...ref } = referToArticle(connection, articleKey);
  const place = placesOf(connection, article).find(({ position }) => position === Number(number));
  if (!place) throw new Error(`the article ${articleKey} holds no attribution ${key}`);
  const { id: row, cue, content } = place;
  return { row, key, article: ref, cue, content, words: wordsIn(connection, article, content) };
}

/** Finds again what a correction names, and keeps what it looked for in vain. */
export class Finder {
  readonly #connection: Connection;
  readonly #correction: number;

  /** @param correction its number. */
  constructor(connection: Connection, correction: number) {
    this.#connection = connection;
    this.#correction = correction;
  }

  #missed(digest: string): void {
    this.#connection.run(keepMissed, { digest, correction: this.#correction });
  }

  /** The row of the speaker of a digest, or of the first that has the name of it, or null. */
  speakerOfDigest(digest: string): number | null {
    const row = speakerOfDigest(this.#connection, digest);
    if (row === undefined) this.#missed(digest);
    return row ?? null;
  }

  /**
   * The row of the speaker, or of the one that it was merged into, or null. One that articles no longer give this kind
   * is found by its name under another.
   */
  speaker({ digest, found }: Pick<SpeakerRef, 'digest' | 'found'>): number | null {
    const digests = [digest];
    if (found && NAMED_KINDS.has(found.kind)) {
      for (const kind of NAMED_KINDS) {
        const other = nameDigest(this.#connection.identifier, { name: found.name, kind }, found.article ?? null);
        if (other !== null) digests.push(other);
      }
    }
    for (const candidate of new Set(digests)) {
      const row = this.speakerOfDigest(candidate);
      if (row !== null) return survivorOf(this.#connection, row);
    }
    return null;
  }

  /** The row of the article, by what it is, or by its snapshot when that now gives another text; or null. */
  article({ digest, sha256, id }: ArticleRef): { row: number; sameText: boolean } | null {
    const same = this.#connection.first(articleByDigest, { digest });
    if (same) return { row: same.id, sameText: true };
    this.#missed(digest);
    const others = this.#connection.all(articlesOfSnapshot, { sha256, source: id });
    return others.length === 1 ? { row: others[0]!.id, sameText: false } : null;
  }

  /** The rows of the article and of its later revisions, in their order; none where it is not there. */
  revisions(ref: ArticleRef): number[] {
    const article = this.article(ref);
    return article ? [article.row, ...laterRevisions(this.#connection, article.row)] : [];
  }

  /**
   * The row of the attribution that stands where this one stood, or has its words where the text is another; and those of
   * the same statement in later revisions, where it stands with the same words. None where it is not there.
   */
  attributions(ref: AttributionRef): number[] {
    const article = this.article(ref.article);
    const attribution = article && this.#attributionIn(article, ref);
    if (!article || attribution === null) return [];
    const words = wordsIn(this.#connection, article.row, readFoundSpans(this.#connection, attribution).content);
    const later = laterRevisions(this.#connection, article.row).map((other) =>
      sameStatement(this.#connection, { article: article.row, attribution, words }, other),
    );
    return [attribution, ...later.filter((row) => row !== null)];
  }

  #attributionIn(article: { row: number; sameText: boolean }, ref: AttributionRef): number | null {
    const places = placesOf(this.#connection, article.row);
    if (article.sameText) return nearest(ref, places)?.id ?? null;
    const alike = places.filter(({ content }) => wordsIn(this.#connection, article.row, content) === ref.words);
    return alike.length === 1 ? alike[0]!.id : null;
  }
}
