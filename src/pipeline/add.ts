import {
  type CaptureOptions,
  canonicalUrl,
  capture,
  capturePosted,
  isRefusal,
  type Posted,
  type PostedOptions,
} from '../capture/index.ts';
import type { AnalyzedArticle, Article, Attempt, Capture, Refusal } from '../model.ts';
import type { KeepOptions, PageNote, RecordStore } from '../store/index.ts';
import { ANALYSIS_BATCH, type Analyzed, analyzeBatch, analyzeTogether, weightOf } from './analyze-stream.ts';
import type { Analyzer } from './analyzer.ts';
import { inBatches } from './batches.ts';
import { messageOf } from './errors.ts';
import { inOrder } from './in-order.ts';

/** What became of one article or one input that gave none. */
export type AddEvent =
  | {
      /** `revised`: the record held the article with other words, which no longer count. */
      readonly outcome: 'added' | 'revised';
      readonly article: AnalyzedArticle;
      readonly location: string;
      /** The size of the bytes the article came from. */
      readonly bytes: number;
    }
  | { readonly outcome: 'unchanged'; readonly article: Article; readonly location: string; readonly bytes: number }
  | { readonly outcome: 'refused'; readonly refusal: Refusal };

/** How inputs are captured, and what ends the work early. */
export interface AddOptions extends CaptureOptions {
  /** Ends the work: what is in the record by then stays, whole; articles that are still being analysed are dropped. */
  readonly signal?: AbortSignal;
  /** Keeps the bytes of captures too that bring no other words. Default: no; when they came, and their SHA-256, is kept always. */
  readonly keepBytes?: boolean;
}

const notStored = (input: string, error: unknown): Refusal => ({
  input,
  code: 'not stored',
  reason: `The article could not be written to the record: ${messageOf(error)}`,
});

interface Adding {
  readonly record: RecordStore;
  readonly analyzer: Analyzer;
  readonly now: () => Date;
  readonly keep: KeepOptions;
  /** The attempts to fetch what was given by address, by what came of them first. */
  readonly attempts: WeakMap<Capture | Refusal, Attempt>;
}

/** What is kept of an attempt. */
function noteOf(attempt: Attempt, capture: Capture | null, analyzed: AnalyzedArticle | null): PageNote {
  const own = capture?.article.url ?? null;
  return {
    item: null,
    canonical: canonicalUrl(attempt.url),
    attempt,
    updated: null,
    capture,
    analyzed,
    address: own === null ? null : canonicalUrl(own),
    state: attempt.outcome === 'ok' ? 'whole' : 'failed',
    nextAt: null,
    refusal: null,
  };
}

/** Writes one analysed article in one transaction; a record that will not take it refuses it by name. */
function store({ record, keep, attempts }: Adding, item: Capture, analyzed: AnalyzedArticle): AddEvent {
  const { location, bytes } = item.snapshot;
  const attempt = attempts.get(item);
  try {
    const outcome = attempt
      ? record.notePage(noteOf(attempt, item, analyzed), keep)!
      : record.add(item, analyzed, keep);
    return { outcome, article: analyzed, location, bytes: bytes.length };
  } catch (error) {
    return { outcome: 'refused', refusal: notStored(location, error) };
  }
}

/** Keeps that an article was captured again; null when the record no longer has its words as the newest. */
function see({ record, keep, attempts }: Adding, item: Capture): AddEvent | null {
  const { location, bytes } = item.snapshot;
  const attempt = attempts.get(item);
  try {
    if (attempt ? !record.has(item) : !record.seen(item, keep)) return null;
    if (attempt) record.notePage(noteOf(attempt, item, null), keep);
    return { outcome: 'unchanged', article: item.article, location, bytes: bytes.length };
  } catch (error) {
    return { outcome: 'refused', refusal: notStored(location, error) };
  }
}

/**
 * Keeps a refusal in the record. One that the record will not take either is still reported, with both reasons.
 *
 * @param item what it came of: the attempt to fetch that is kept too
 */
function refuse({ record, now, attempts }: Adding, refusal: Refusal, item: Capture | Refusal): AddEvent {
  const attempt = attempts.get(item);
  try {
    if (attempt) record.notePage({ ...noteOf(attempt, null, null), state: 'failed', refusal });
    else record.refuse(refusal, now().toISOString());
    return { outcome: 'refused', refusal };
  } catch (error) {
    const reason = `${refusal.reason} (and the record could not keep this refusal: ${messageOf(error)})`;
    return { outcome: 'refused', refusal: { ...refusal, reason } };
  }
}

/**
 * Captures the inputs, analyses what the record does not hold yet, and writes each article in a transaction of its own:
 * an article is in the record with all that was found in it, or not at all. Refusals are kept in the record too, and each
 * attempt to fetch an address.
 *
 * @param inputs files, folders, URLs, or "-" for standard input, as `capture` takes them.
 * @yields one event for each article or refusal, in the order of the inputs, once it is in the record.
 */
export async function* addToRecord(
  record: RecordStore,
  analyzer: Analyzer,
  inputs: readonly string[],
  options: AddOptions = {},
): AsyncGenerator<AddEvent> {
  const { signal, keepBytes, ...captureOptions } = options;
  const attempts = new WeakMap<Capture | Refusal, Attempt>();
  const now = options.now ?? (() => new Date());
  const adding: Adding = { record, analyzer, now, keep: { bytes: keepBytes }, attempts };
  const captures = capture(inputs, { ...captureOptions, onAttempt: (attempt, gave) => attempts.set(gave, attempt) });
  const batches = inBatches(captures, weightOf, ANALYSIS_BATCH, signal);
  const work = (batch: readonly (Capture | Refusal)[]) => analyzeBatch(analyzer, batch, (item) => !record.has(item));
  for await (const results of inOrder(batches, work, analyzer.atOnce ?? 1, signal)) {
    for (const [item, result] of results) {
      if (signal?.aborted) return;
      yield await settle(adding, [item, result]);
    }
  }
}

/** What became of a page that was handed over, with the key of its article in the record; null where there is none. */
export type PostedEvent = AddEvent & { readonly key: string | null };

/** The same for one page that a person handed over; nothing is fetched. */
export async function addPosted(
  record: RecordStore,
  analyzer: Analyzer,
  posted: Posted,
  options: PostedOptions = {},
): Promise<PostedEvent> {
  const item = await capturePosted(posted, options);
  const [[, result] = []] = await analyzeBatch(analyzer, [item], (one) => !record.has(one));
  const adding: Adding = { record, analyzer, now: () => new Date(), keep: {}, attempts: new WeakMap() };
  const event = await settle(adding, [item, result]);
  return { ...event, key: isRefusal(item) ? null : record.keyOf(item) };
}

/** Brings one item of a batch into the record. */
async function settle(adding: Adding, [item, result]: Analyzed): Promise<AddEvent> {
  if (isRefusal(item)) return refuse(adding, item, item);
  if (!result) {
    const seen = see(adding, item);
    if (seen !== null) return seen.outcome === 'refused' ? refuse(adding, seen.refusal, item) : seen;
    // Other words of the article came in after this was held to bring nothing: now it does.
    [result] = await analyzeTogether(adding.analyzer, [item]);
  }
  if (!('attributions' in result!)) return refuse(adding, result!, item);
  const event = store(adding, item, result);
  return event.outcome === 'refused' ? refuse(adding, event.refusal, item) : event;
}
