import { addArticle, hasArticle } from './add.ts';
import { readArticle, readArticles, readEveryAttribution } from './articles.ts';
import type { Connection } from './connection.ts';
import { correct, readCorrections, repeat } from './corrections/index.ts';
import { readCorrectedArticles, readCorrectedNames } from './corrections/training.ts';
import { type HistoryMark, readHistory } from './history.ts';
import { type OpenOptions, openConnection } from './open.ts';
import { keepRefusal, readCounts, readOutlets, readRefusals } from './overview.ts';
import { search } from './search.ts';
import { readEverySnapshot, readSnapshot } from './snapshots.ts';
import { readSpeaker, readSpeakers } from './speakers.ts';
import type { RecordStore } from './types.ts';

/**
 * Opens a record: one SQLite file.
 *
 * @example
 * const record = openRecord('onrecord.db');
 * record.add(capture, analyzed); // 'added'
 * record.search({ words: '"grain corridor" minister' }).items[0]?.words;
 * record.close();
 *
 * @param path the name of a file, whatever it looks like: ":memory:" too is one.
 * @throws an error for people when there is none (and `create` is false), or when the file is no record, damaged, or
 * made by a newer version; such a file is left as it is.
 */
export function openRecord(path: string, options?: OpenOptions): RecordStore {
  return recordOn(openConnection(path, options));
}

/**
 * The record of a connection.
 *
 * @param mark how far its history was read before.
 */
export function recordOn(
  connection: Connection,
  mark: HistoryMark = { article: 0, correction: 0, refusal: 0 },
): RecordStore {
  return {
    has: (capture) => hasArticle(connection, capture),
    add: (capture, analyzed) => addArticle(connection, capture, analyzed),
    refuse: (refusal, at) => keepRefusal(connection, refusal, at),
    articles: (paging) => readArticles(connection, paging),
    article: (keyOrId) => readArticle(connection, keyOrId),
    snapshot: (key) => readSnapshot(connection, key),
    speakers: (paging) => readSpeakers(connection, paging),
    speaker: (key, paging) => readSpeaker(connection, key, paging),
    search: (query) => search(connection, query),
    refusals: (paging) => readRefusals(connection, paging),
    outlets: () => readOutlets(connection),
    counts: () => readCounts(connection),
    everySnapshot: () => readEverySnapshot(connection),
    everyAttribution: () => readEveryAttribution(connection),
    correct: (request, origin) => correct(connection, request, origin),
    repeat: (entry) => repeat(connection, entry),
    corrections: (paging) => readCorrections(connection, paging),
    correctedArticles: () => readCorrectedArticles(connection),
    correctedNames: () => readCorrectedNames(connection),
    history: () => readHistory(connection, mark),
    close: () => connection.close(),
  };
}
