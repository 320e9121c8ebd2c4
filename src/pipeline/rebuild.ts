import { isRefusal, recapture, type SiteRule } from '../capture/index.ts';
import type { AnalyzedArticle, Capture } from '../model.ts';
import type { HistoryEntry, RecordedCorrection, RecordRebuild, RecordStore } from '../store/index.ts';
import { ANALYSIS_BATCH, analyzeTogether, BYTES_PER_CHARACTER, weightOf } from './analyze-stream.ts';
import type { Analyzer } from './analyzer.ts';
import { inBatches } from './batches.ts';
import { inOrder } from './in-order.ts';

/** What became of something that was in the record. */
export type RebuildEvent =
  | {
      readonly outcome: 'rebuilt';
      readonly article: AnalyzedArticle;
      readonly location: string;
      readonly bytes: number;
      /** Why the article, or what was found in it, was taken over from the old record; null when it was made anew. */
      readonly kept: string | null;
    }
  /** An article that now is the same as one before it, of another snapshot. */
  | { readonly outcome: 'joined'; readonly article: AnalyzedArticle; readonly location: string; readonly bytes: number }
  /** A correction that had an effect and has none now, or not all of it; it stays in the log. */
  | { readonly outcome: 'unapplied'; readonly correction: RecordedCorrection };

/** How articles are read again, and what ends the work early. */
export interface RebuildOptions {
  /** Ends the work: the old record is as it was. */
  readonly signal?: AbortSignal;
  /** The user's own rules for pages; those that the articles were read by, for the same record again. */
  readonly rules?: readonly SiteRule[];
}

interface Redone {
  /** The article's key in the old record. */
  readonly key: string;
  readonly capture: Capture;
  readonly analyzed: AnalyzedArticle;
  readonly kept: string | null;
}

type ArticleEntry = Extract<HistoryEntry, { readonly kind: 'article' }>;
type Item = readonly [entry: HistoryEntry, redone: Redone | null];

/** Reads articles again from their snapshots and analyses them; where that fails, what was there stays. */
async function redo(
  analyzer: Analyzer,
  entries: readonly ArticleEntry[],
  rules: readonly SiteRule[],
): Promise<Redone[]> {
  const captures: Capture[] = [];
  const reasons: (string | null)[] = [];
  for (const { capture } of entries) {
    const again = await recapture(capture.snapshot, capture.article.id, rules);
    captures.push(isRefusal(again) ? capture : again);
    reasons.push(isRefusal(again) ? again.reason : null);
  }
  const results = await analyzeTogether(analyzer, captures);
  return results.map((result, i) => {
    const { key, capture, analyzed } = entries[i]!;
    return 'attributions' in result
      ? { key, capture: captures[i]!, analyzed: result, kept: reasons[i]! }
      : { key, capture, analyzed, kept: result.reason };
  });
}

async function redoBatch(
  analyzer: Analyzer,
  batch: readonly HistoryEntry[],
  rules: readonly SiteRule[],
): Promise<Item[]> {
  const articles = batch.filter((entry) => entry.kind === 'article');
  const redone = await redo(analyzer, articles, rules);
  const of = new Map<HistoryEntry, Redone>(articles.map((entry, i) => [entry, redone[i]!]));
  return batch.map((entry) => [entry, of.get(entry) ?? null]);
}

async function* asStream<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

/**
 * Takes what a record's history holds from where it was read to last into another record.
 *
 * @param keys is told the new keys of articles whose keys change
 */
async function* takeOver(
  { source, target }: RecordRebuild,
  keys: Map<string, string>,
  analyzer: Analyzer,
  { signal, rules = [] }: RebuildOptions,
): AsyncGenerator<RebuildEvent> {
  const weigh = (entry: HistoryEntry) => {
    if (entry.kind === 'article') return weightOf(entry.capture);
    // The bytes of a later capture wait in memory as those of an article do.
    return entry.kind === 'capture' ? (entry.repeated.bytes?.length ?? 0) / BYTES_PER_CHARACTER : 0;
  };
  const batches = inBatches(asStream(source.history()), weigh, ANALYSIS_BATCH, signal);
  const work = (batch: readonly HistoryEntry[]) => redoBatch(analyzer, batch, rules);
  for await (const items of inOrder(batches, work, analyzer.atOnce ?? 1, signal)) {
    for (const [entry, redone] of items) {
      if (signal?.aborted) return;
      if (entry.kind === 'refusal') target.refuse(entry.refusal, entry.at);
      else if (entry.kind === 'correction') target.repeat(entry.correction);
      else if (entry.kind === 'capture') target.repeatCapture(entry.repeated);
      else yield settle(target, redone!, keys);
    }
  }
}

function settle(
  target: RecordStore,
  { key, capture, analyzed, kept }: Redone,
  keys: Map<string, string>,
): RebuildEvent {
  const outcome = target.add(capture, analyzed);
  const now = target.keyOf(capture);
  if (now !== null && now !== key) keys.set(key, now);
  const about = { article: analyzed, location: capture.snapshot.location, bytes: capture.snapshot.bytes.length };
  return outcome === 'unchanged' ? { outcome: 'joined', ...about } : { outcome: 'rebuilt', ...about, kept };
}

function* everyCorrection(record: RecordStore): Generator<RecordedCorrection> {
  for (let offset = 0, total = 1; offset < total; offset += 500) {
    const { items, total: all } = record.corrections({ offset, limit: 500 });
    total = all;
    yield* items;
  }
}

/** The corrections that are without effect, or a part of it, in the new record and were not in the old one. */
function* lostCorrections(source: RecordStore, target: RecordStore): Generator<RecordedCorrection> {
  const before = new Set<number>();
  for (const { number, unapplied } of everyCorrection(source)) if (unapplied !== null) before.add(number);
  for (const correction of everyCorrection(target)) {
    if (correction.unapplied !== null && !before.has(correction.number)) yield correction;
  }
}

/**
 * Makes a record anew: every article from its snapshot, read and analysed as this version does, and every correction
 * again, in the order in which they came. Puts it in its place at the end, all at once; until then, and when it fails or
 * is interrupted, the old record is as it was. The same version makes the same record, byte for byte.
 *
 * @yields one event for each article, then one for each correction that lost its effect.
 * @returns the file under which the old record was kept, or null when the new one is beside it.
 */
export async function* rebuildRecord(
  rebuild: RecordRebuild,
  analyzer: Analyzer,
  options: RebuildOptions = {},
): AsyncGenerator<RebuildEvent, string | null> {
  let finished = false;
  const keys = new Map<string, string>();
  try {
    yield* takeOver(rebuild, keys, analyzer, options);
    if (options.signal?.aborted) return null;
    await rebuild.hold();
    // What came in while the rest was being made: nobody can add to it any more.
    yield* takeOver(rebuild, keys, analyzer, options);
    if (options.signal?.aborted) return null;
    rebuild.carryWatch(keys);
    for (const correction of lostCorrections(rebuild.source, rebuild.target))
      yield { outcome: 'unapplied', correction };
    const kept = rebuild.finish();
    finished = true;
    return kept;
  } finally {
    if (!finished) rebuild.abandon();
  }
}
