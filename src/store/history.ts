import type { AnalyzedArticle, Capture, Speaker } from '../model.ts';
import { membersFrom, spanFrom } from './attributions.ts';
import { type Connection, prepared } from './connection.ts';
import { readCorrection } from './corrections/index.ts';
import { readFoundSpans, readText } from './passages.ts';
import { readFoundPosition } from './positions/keep.ts';
import { readRepeated } from './revisions/index.ts';
import { build } from './schema.ts';
import { readSnapshot } from './snapshots.ts';
import type { HistoryEntry } from './types.ts';

const nextCapture = prepared((v: { after: number }) =>
  build
    .selectFrom('capture')
    .innerJoin('article', 'article.id', 'article_id')
    .select(['capture.id', 'article_id as article', 'key'])
    .where('capture.id', '>', v.after)
    .orderBy('capture.id')
    .limit(1),
);
const nextCorrection = prepared((v: { after: number }) =>
  build.selectFrom('correction').select(['id', 'articles']).where('id', '>', v.after).orderBy('id').limit(1),
);
const nextRefusal = prepared((v: { after: number }) =>
  build.selectFrom('refusal').selectAll().where('id', '>', v.after).orderBy('id').limit(1),
);
const foundIn = prepared((v: { id: number }) =>
  build
    .selectFrom('attribution')
    .leftJoin('speaker', 'speaker.id', 'found_speaker_id')
    .select(['attribution.id', 'type', 'mode', 'said_on', 'medium', 'confidence', 'within'])
    .select(['attribution.found_name', 'found_role', 'found_courtesy', 'found_kind', 'speaker.id as speaker'])
    .select(['speaker_confidence', 'unresolved', 'found_members', 'found_role_start', 'found_role_end'])
    .select(['anonymity_start', 'anonymity_end'])
    .where('article_id', '=', v.id)
    .orderBy('position'),
);

const NOT_KEPT = { section: null, paywalled: null, canonical: null, amp: null };

/** An article (by its row's id) as it was captured and found, whatever was corrected since. */
export function readFound(
  connection: Connection,
  id: number,
): { readonly capture: Capture; readonly analyzed: AnalyzedArticle } | null {
  const row = connection.first(build.selectFrom('article').selectAll().where('id', '=', id));
  if (!row) return null;
  const { url, outlet, title, byline, published, language, credit } = row;
  const article = {
    id: row.source_id,
    title,
    byline,
    published,
    outlet,
    language,
    url,
    ...(credit !== null && { credit }),
    text: readText(connection, id),
  };
  const attributions = connection.all(foundIn, { id }).map((found) => {
    const { type, mode, said_on: saidOn, medium, confidence, within } = found;
    const roleSpan = spanFrom(found.found_role_start, found.found_role_end);
    const members = membersFrom(found.found_members);
    const speaker: Speaker | null =
      found.speaker === null
        ? null
        : {
            name: found.found_name!,
            kind: found.found_kind!,
            role: found.found_role,
            ...(found.found_courtesy !== null && { courtesy: found.found_courtesy }),
            ...(roleSpan && { roleSpan }),
            ...(members && { members }),
          };
    return {
      ...readFoundSpans(connection, found.id),
      type,
      mode,
      speaker,
      saidOn,
      medium,
      confidence,
      within,
      speakerConfidence: found.speaker_confidence,
      unresolved: found.unresolved,
      anonymity: spanFrom(found.anonymity_start, found.anonymity_end),
      ...readFoundPosition(connection, found.id),
    };
  });
  const snapshot = readSnapshot(connection, row.key)!;
  // What the record keeps of what the page told.
  const page = row.modified === null ? {} : { page: { ...NOT_KEPT, modified: row.modified } };
  return { capture: { article, snapshot, ...page }, analyzed: { ...article, attributions } };
}

/** How far a history has been read: the number of the last capture, correction and refusal. */
export interface HistoryMark {
  capture: number;
  correction: number;
  refusal: number;
}

/**
 * What went into a record, in the order in which it did: first all refusals, which nothing follows from, then articles,
 * later captures of them, and corrections. Holds one article at a time, and no lock between them.
 *
 * @param mark where to go on from; moved on as entries are given.
 */
export function* readHistory(connection: Connection, mark: HistoryMark): Generator<HistoryEntry> {
  for (;;) {
    const next = connection.read(() => nextEntry(connection, mark));
    if (!next) return;
    yield next;
  }
}

function nextEntry(connection: Connection, mark: HistoryMark): HistoryEntry | null {
  const refusal = connection.first(nextRefusal, { after: mark.refusal });
  if (refusal) {
    const { id, at, ...rest } = refusal;
    mark.refusal = id;
    return { kind: 'refusal', refusal: rest, at };
  }
  const next = connection.first(nextCapture, { after: mark.capture });
  const repeated = next ? readRepeated(connection, next.id, next.article) : null;
  const correction = connection.first(nextCorrection, { after: mark.correction });
  // Articles are numbered from 1 without a gap: none is ever taken out.
  if (correction && (!next || (!repeated && correction.articles < next.article))) {
    mark.correction = correction.id;
    return { kind: 'correction', correction: readCorrection(connection, correction.id)! };
  }
  if (!next) return null;
  mark.capture = next.id;
  if (repeated) return { kind: 'capture', repeated };
  return { kind: 'article', key: next.key, ...readFound(connection, next.article)! };
}
