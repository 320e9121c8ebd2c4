import { addArticle } from './add.ts';
import { readArticle, readArticles, readEveryAttribution, readEveryText } from './articles.ts';
import { readAuditedSpeakers, readEveryAuditedSpeaker, readSourceAudit } from './audit/index.ts';
import type { Connection } from './connection.ts';
import { correct, readCorrections, repeat } from './corrections/index.ts';
import { readCorrectedArticles, readCorrectedNames } from './corrections/training.ts';
import { type HistoryMark, readHistory } from './history.ts';
import { readOffers } from './offers.ts';
import { type OpenOptions, openConnection } from './open.ts';
import { readSourcing } from './origins/index.ts';
import { keepRefusal, readCounts, readOutlets, readRefusals } from './overview.ts';
import { readCollisions } from './positions/collisions.ts';
import { readPassages } from './positions/passages.ts';
import { readToReview } from './review/read.ts';
import { hasWords, keepCapture, keyOfWords, readRevisions, repeatCapture } from './revisions/index.ts';
import { search, searchFacets } from './search/index.ts';
import { readEverySnapshot, readSnapshot } from './snapshots.ts';
import { readSpeaker } from './speaker-page/index.ts';
import { readSpeakers, readSpellings } from './speakers.ts';
import { readGivenAs, readLink, readSpeakersOfItem, readUnlinkedSpeakers } from './speakers-to-link.ts';
import { readStatements } from './statements/list.ts';
import { readStatement } from './statements/read.ts';
import { readStories, readStory } from './stories/read.ts';
import { readStoryStatements } from './stories/statements.ts';
import { readToday } from './today/read.ts';
import type { RecordStore } from './types.ts';
import { stateOf } from './unchanged.ts';
import { watchOn } from './watch/index.ts';

/**
 * Opens a record: one SQLite file.
 *
 * @example
 * const record = openRecord('onrecord.db', { advisers });
 * record.add(capture, analyzed); // 'added'
 * record.search({ words: '"grain corridor" minister' }).items[0]?.words;
 * record.close();
 *
 * @param path the name of a file, whatever it looks like: ":memory:" too is one.
 * @throws an error for people when there is none (and `create` is false), or when the file is no record, damaged, or
 * made by a newer version; such a file is left as it is.
 */
export function openRecord(path: string, options: OpenOptions): RecordStore {
  return recordOn(openConnection(path, options));
}

/**
 * The record of a connection.
 *
 * @param mark how far its history was read before.
 */
export function recordOn(
  connection: Connection,
  mark: HistoryMark = { capture: 0, correction: 0, refusal: 0 },
): RecordStore {
  return {
    ...watchOn(connection),
    has: (capture) => hasWords(connection, capture),
    keyOf: (capture) => keyOfWords(connection, capture),
    seen: (capture, options) => keepCapture(connection, capture, options),
    add: (capture, analyzed, options) => addArticle(connection, capture, analyzed, options),
    together: (work) => connection.write(work),
    repeatCapture: (entry) => repeatCapture(connection, entry),
    refuse: (refusal, at) => keepRefusal(connection, refusal, at),
    articles: (paging) => readArticles(connection, paging),
    article: (keyOrId) => readArticle(connection, keyOrId),
    revisions: (keyOrId, paging) => readRevisions(connection, keyOrId, paging),
    snapshot: (key) => readSnapshot(connection, key),
    speakers: (paging) => readSpeakers(connection, paging),
    givenAs: (key) => readGivenAs(connection, key),
    wikidataLink: (key) => readLink(connection, key),
    unlinkedSpeakers: (paging) => readUnlinkedSpeakers(connection, paging),
    speakersOfItem: (item) => readSpeakersOfItem(connection, item),
    speaker: (key, query) => readSpeaker(connection, key, query),
    spellings: (key) => readSpellings(connection, key),
    sourceAudit: (query) => readSourceAudit(connection, query),
    auditedSpeakers: (query) => readAuditedSpeakers(connection, query),
    everyAuditedSpeaker: (query) => readEveryAuditedSpeaker(connection, query),
    search: (query) => search(connection, query),
    searchFacets: (query) => searchFacets(connection, query),
    sourcing: (keyOrId) => readSourcing(connection, keyOrId),
    statement: (key, paging) => readStatement(connection, key, paging),
    statements: (query) => readStatements(connection, query),
    story: (key) => readStory(connection, key),
    storyStatements: (key, paging) => readStoryStatements(connection, key, paging),
    stories: (paging) => readStories(connection, paging),
    passages: (query) => readPassages(connection, query),
    collisions: (query) => readCollisions(connection, query),
    today: () => readToday(connection),
    refusals: (paging) => readRefusals(connection, paging),
    outlets: () => readOutlets(connection),
    counts: () => readCounts(connection),
    state: () => stateOf(connection),
    everySnapshot: () => readEverySnapshot(connection),
    everyAttribution: () => readEveryAttribution(connection),
    everyText: () => readEveryText(connection),
    correct: (request, origin) => correct(connection, request, origin),
    repeat: (entry) => repeat(connection, entry),
    corrections: (paging) => readCorrections(connection, paging),
    toReview: (query) => readToReview(connection, query),
    offers: (paging) => readOffers(connection, paging),
    correctedArticles: () => readCorrectedArticles(connection),
    correctedNames: () => readCorrectedNames(connection),
    history: () => readHistory(connection, mark),
    close: () => connection.close(),
  };
}
