import type { AnalyzedArticle, Attribution, Capture, Span } from '../model.ts';
import { checkAnalysis } from './check.ts';
import { type Connection, prepared } from './connection.ts';
import { Changes, isAwaited, markTouched, replay, takeOut } from './corrections/index.ts';
import { indexAttribution, toIndexed } from './fulltext.ts';
import { arrivalsOf } from './identity/arrivals.ts';
import { keyFor } from './keys.ts';
import { keepOrigins } from './origins/index.ts';
import { settlePositions } from './positions/filing.ts';
import { keepPosition } from './positions/keep.ts';
import { type KeepOptions, keepAgain, keepFirst, relink, type Verdict, verdictOn } from './revisions/index.ts';
import { type AttributionTable, build, type LinkedColumn, type SpanPart } from './schema.ts';
import { keepBytes } from './snapshots.ts';
import { type Quoted, SpeakersOfArticle } from './speakers-of-article.ts';
import { fileStatements } from './statements/filing.ts';
import { linkArticle } from './statements/link.ts';
import { fileIntoStories, regroupRevisions } from './stories/filing.ts';
import type { AddOutcome } from './types.ts';
import { joinWords, packText } from './words.ts';

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
    speaker_confidence: v.speaker_confidence,
    unresolved: v.unresolved,
    found_members: v.found_members,
    found_role_start: v.found_role_start,
    found_role_end: v.found_role_end,
    anonymity_start: v.anonymity_start,
    anonymity_end: v.anonymity_end,
  }),
);
type InsertedAttribution = Omit<
  { [Column in keyof AttributionTable]: AttributionTable[Column] },
  'id' | 'found_role' | 'reassigned' | 'statement' | 'superseded' | 'counted' | 'reviewed' | LinkedColumn
>;
const insertSpan = prepared((v: { id: number; part: SpanPart; position: number; start: number; end: number }) =>
  build
    .insertInto('span')
    .values({ attribution_id: v.id, part: v.part, position: v.position, start: v.start, end: v.end }),
);

/** So many articles of a record older than statements are linked with each that comes in. */
const FILED_WITH_EACH = 2;

type NewWords = Exclude<Verdict, { readonly outcome: 'unchanged' }>;

/** Finds a correction that names attributions or articles at an address. */
const isCorrected = prepared((v: { address: string }) =>
  build
    .selectFrom('attribution_correction')
    .innerJoin('correction', 'correction.id', 'correction_id')
    .innerJoin('attribution', 'attribution.id', 'attribution_id')
    .innerJoin('article', 'article.id', 'article_id')
    .select('correction_id')
    .where('address', '=', v.address)
    .where('action', 'in', ['speaker', 'not-a-statement', 'split', 'span', 'accept', 'stance'])
    .limit(1),
);

/**
 * Puts an article into the record, together with its snapshot, attributions, speakers and index entries: all in one
 * transaction. Where the record holds the article with other words it is a revision, and the newest one alone counts from
 * then on; where it holds these words, no more is kept than that they were captured again.
 *
 * @throws with the article's id when it cannot be kept; nothing of it is in the record then.
 */
export function addArticle(
  connection: Connection,
  capture: Capture,
  analyzed: AnalyzedArticle,
  options: KeepOptions = {},
): AddOutcome {
  try {
    checkAnalysis(capture.article, analyzed);
    return connection.write(() => {
      const verdict = verdictOn(connection, capture);
      if (verdict.outcome === 'unchanged') {
        if (!verdict.known) keepAgain(connection, verdict.article, capture.snapshot, options);
      } else addWords(connection, verdict, capture, analyzed);
      return verdict.outcome;
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`article ${JSON.stringify(capture.article.id)} was not added: ${reason}`, { cause: error });
  }
}

/** Adds an article that is new, or a revision. */
function addWords(connection: Connection, verdict: NewWords, capture: Capture, analyzed: AnalyzedArticle): void {
  const { digest } = verdict;
  const { snapshot } = capture;
  const arrivals = arrivalsOf(connection.identifier, analyzed, digest);
  const names = [...arrivals.values()].flatMap((arrival) => [arrival.digest, arrival.namesake]);
  // Who a newcomer is follows from what was found, so that corrections that await it must not stand in its way. Nor must
  // those of the article's other revisions, which may hold for this one too.
  const isRevised = verdict.outcome === 'revised';
  const awaited =
    isAwaited(connection, [digest, ...names]) ||
    (isRevised && connection.first(isCorrected, { address: verdict.address }) !== undefined);
  if (awaited) takeOut(connection);
  keepBytes(connection, snapshot);
  const articleId = insertArticle(connection, verdict, analyzed, capture);
  keepFirst(connection, articleId, snapshot);
  connection.run(insertText, { id: articleId, ...packText(analyzed.text) });
  const speakers = new SpeakersOfArticle(connection, articleId, arrivals, isRevised ? verdict.neighbour : null);
  const title = toIndexed(analyzed.title ?? '');
  analyzed.attributions.forEach((attribution, position) => {
    const speaker = attribution.speaker && speakers.quoted(attribution.speaker);
    const id = insertOne(connection, articleId, position, attribution, speaker);
    keepPosition(connection, id, attribution);
    for (const correction of speaker?.corrections ?? []) markTouched(connection, id, correction);
    const words = toIndexed(joinWords(analyzed.text, attribution.content));
    indexAttribution(connection, { id, words, speaker: speaker?.indexed ?? '', title });
  });
  speakers.writeCounts();
  keepOrigins(connection, articleId, analyzed);
  const moved = linkArticle(connection, articleId, isRevised ? verdict.neighbour : null);
  if (isRevised) {
    const changes = new Changes(connection);
    relink(changes, verdict.address);
    changes.finish();
  }
  if (awaited || moved) replay(connection);
  fileStatements(connection, FILED_WITH_EACH);
  settlePositions(connection);
  regroupRevisions(connection, articleId, verdict.address);
  fileIntoStories(connection, FILED_WITH_EACH);
}

function insertArticle(
  connection: Connection,
  { digest, address }: NewWords,
  article: AnalyzedArticle,
  { snapshot, page }: Capture,
): number {
  const { id, url, outlet, title, byline, published, language, credit = null, attributions } = article;
  const key = keyFor(digest, (candidate) => connection.first(byKey, { key: candidate }) !== undefined);
  const row = { key, digest, source_id: id, url, outlet, title, byline, published, language, credit, address };
  const { sha256, location, capturedAt } = snapshot;
  const modified = page?.modified ?? null;
  const origin = { sha256, location, captured_at: capturedAt };
  return connection.run(
    build.insertInto('article').values({ ...row, ...origin, attributions: attributions.length, modified, revision: 1 }),
  );
}

function insertOne(
  connection: Connection,
  articleId: number,
  position: number,
  { type, mode, speaker, saidOn, medium, confidence, within, anonymity, ...found }: Attribution,
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
    speaker_confidence: found.speakerConfidence,
    unresolved: found.unresolved,
    found_members: speaker?.members ? JSON.stringify(speaker.members) : null,
    found_role_start: speaker?.roleSpan?.[0] ?? null,
    found_role_end: speaker?.roleSpan?.[1] ?? null,
    anonymity_start: anonymity?.[0] ?? null,
    anonymity_end: anonymity?.[1] ?? null,
  });
  for (const part of ['source', 'cue', 'content'] as const) insertSpans(connection, id, part, found[part]);
  return id;
}

function insertSpans(connection: Connection, id: number, part: SpanPart, spans: readonly Span[]): void {
  spans.forEach(([start, end], position) => {
    connection.run(insertSpan, { id, part, position, start, end });
  });
}
