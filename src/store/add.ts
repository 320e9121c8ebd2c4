import type { AnalyzedArticle, Attribution, Capture, Snapshot, Span } from '../model.ts';
import { checkAnalysis } from './check.ts';
import { type Connection, prepared } from './connection.ts';
import { isAwaited, markTouched, replay, takeOut } from './corrections/index.ts';
import { indexAttribution, toIndexed } from './fulltext.ts';
import { arrivalsOf } from './identity/arrivals.ts';
import { articleDigest, keyFor } from './keys.ts';
import { type AttributionTable, build, type SpanPart } from './schema.ts';
import { keepBytes } from './snapshots.ts';
import { type Quoted, SpeakersOfArticle } from './speakers-of-article.ts';
import { joinWords, packText } from './words.ts';

const byDigest = prepared((v: { digest: string }) =>
  build.selectFrom('article').select(['id', 'key']).where('digest', '=', v.digest),
);
const byKey = prepared((v: { key: string }) => build.selectFrom('article').select('id').where('key', '=', v.key));
const insertText = prepared((v: { id: number; text: string; utf16: Uint8Array | null }) =>
  build.insertInto('article_text').values({ article_id: v.id, text: v.text, utf16: v.utf16 }),
);
const insertAttribution = prepared((v: InsertedAttribution) =>
  build.insertInto('attribution').values({
    article_id: v.article_id,
    position: v.position,
    type: v.type,
    mode: v.mode,
    found_speaker_id: v.found_speaker_id,
    found_name: v.found_name,
    found_role: v.role,
    found_courtesy: v.found_courtesy,
    said_on: v.said_on,
    medium: v.medium,
    confidence: v.confidence,
    within: v.within,
    speaker_id: v.speaker_id,
    role: v.role,
  }),
);
type InsertedAttribution = Omit<
  { [Column in keyof AttributionTable]: AttributionTable[Column] },
  'id' | 'found_role' | 'reassigned' | 'statement'
>;
const insertSpan = prepared((v: { id: number; part: SpanPart; position: number; start: number; end: number }) =>
  build
    .insertInto('span')
    .values({ attribution_id: v.id, part: v.part, position: v.position, start: v.start, end: v.end }),
);

/** The key of this article in the record, where it is with all that was found in it; null when it is not there. */
export function keyOfArticle(connection: Connection, { article }: Capture): string | null {
  return connection.first(byDigest, { digest: articleDigest(article) })?.key ?? null;
}

/**
 * Puts an article into the record, together with its snapshot, attributions, speakers and index entries: all in one
 * transaction. An article that is there already changes nothing.
 *
 * @throws with the article's id when it cannot be kept; nothing of it is in the record then.
 */
export function addArticle(connection: Connection, capture: Capture, analyzed: AnalyzedArticle): 'added' | 'unchanged' {
  try {
    checkAnalysis(capture.article, analyzed);
    const digest = articleDigest(capture.article);
    return connection.write(() => {
      if (connection.first(byDigest, { digest })) return 'unchanged';
      const arrivals = arrivalsOf(connection.identifier, analyzed, digest);
      const names = [...arrivals.values()].flatMap((arrival) => [arrival.digest, arrival.namesake]);
      // Who a newcomer is follows from what was found, so that corrections that await it must not stand in its way.
      const awaited = isAwaited(connection, [digest, ...names]);
      if (awaited) takeOut(connection);
      keepBytes(connection, capture.snapshot);
      const articleId = insertArticle(connection, digest, analyzed, capture.snapshot);
      connection.run(insertText, { id: articleId, ...packText(analyzed.text) });
      const speakers = new SpeakersOfArticle(connection, articleId, arrivals);
      const title = toIndexed(analyzed.title ?? '');
      analyzed.attributions.forEach((attribution, position) => {
        const speaker = attribution.speaker && speakers.quoted(attribution.speaker);
        const id = insertOne(connection, articleId, position, attribution, speaker);
        for (const correction of speaker?.corrections ?? []) markTouched(connection, id, correction);
        const words = toIndexed(joinWords(analyzed.text, attribution.content));
        indexAttribution(connection, { id, words, speaker: speaker?.indexed ?? '', title });
      });
      speakers.writeCounts();
      if (awaited) replay(connection);
      return 'added';
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`article ${JSON.stringify(capture.article.id)} was not added: ${reason}`, { cause: error });
  }
}

function insertArticle(connection: Connection, digest: string, article: AnalyzedArticle, snapshot: Snapshot): number {
  const { id, url, outlet, title, byline, published, language, attributions } = article;
  const key = keyFor(digest, (candidate) => connection.first(byKey, { key: candidate }) !== undefined);
  const row = { key, digest, source_id: id, url, outlet, title, byline, published, language };
  const { sha256, mediaType, location, capturedAt } = snapshot;
  const origin = { sha256, media_type: mediaType, location, captured_at: capturedAt };
  return connection.run(build.insertInto('article').values({ ...row, ...origin, attributions: attributions.length }));
}

function insertOne(
  connection: Connection,
  articleId: number,
  position: number,
  { type, mode, speaker, saidOn, medium, confidence, within, ...places }: Attribution,
  quoted: Quoted | null,
): number {
  const id = connection.run(insertAttribution, {
    article_id: articleId,
    position,
    type,
    mode,
    found_speaker_id: quoted?.found ?? null,
    found_name: speaker?.name ?? null,
    speaker_id: quoted?.speaker ?? null,
    role: speaker?.role ?? null,
    found_courtesy: speaker?.courtesy ?? null,
    said_on: saidOn,
    medium,
    confidence,
    within,
  });
  for (const part of ['source', 'cue', 'content'] as const) insertSpans(connection, id, part, places[part]);
  return id;
}

function insertSpans(connection: Connection, id: number, part: SpanPart, spans: readonly Span[]): void {
  spans.forEach(([start, end], position) => {
    connection.run(insertSpan, { id, part, position, start, end });
  });
}
