import { isRefusal } from '../capture/index.ts';
import type { AnalyzedArticle, Capture, Refusal } from '../model.ts';
import type { Analyzer } from './analyzer.ts';
import { type BatchLimits, inBatches } from './batches.ts';
import { messageOf } from './errors.ts';
import { inOrder } from './in-order.ts';

/** A capture with what was found in its article. */
export interface AnalyzedCapture {
  readonly capture: Capture;
  readonly article: AnalyzedArticle;
}

/**
 * Enough articles to keep the network busy, few enough to stay small in memory and to keep threads busy alike. Weighed
 * by `weightOf`.
 */
export const ANALYSIS_BATCH: BatchLimits = { items: 16, weight: 100_000, pauseMs: 200 };

/** So many bytes of a snapshot weigh as much as one character: they only wait in memory, nothing is computed on them. */
export const BYTES_PER_CHARACTER = 100;

/** The weight of an item in a batch: the characters that the stages will read, and the bytes that are held meanwhile. */
export function weightOf(item: Capture | Refusal): number {
  if (isRefusal(item)) return 0;
  return item.article.text.length + item.snapshot.bytes.length / BYTES_PER_CHARACTER;
}

function notAnalysed(capture: Capture, error: unknown): Refusal {
  return {
    input: capture.snapshot.location,
    code: 'not analysed',
    reason: `The article could not be analysed: ${messageOf(error)}`,
  };
}

/**
 * Analyses captures together. When that fails they are tried one by one, so that only the article at fault is refused.
 * Gives one result for each capture, in order.
 */
export async function analyzeTogether(
  analyzer: Analyzer,
  captures: readonly Capture[],
): Promise<(AnalyzedArticle | Refusal)[]> {
  if (captures.length === 0) return [];
  try {
    return await analyzer.analyze(captures.map((capture) => capture.article));
  } catch (error) {
    if (captures.length === 1) return [notAnalysed(captures[0]!, error)];
    const results: (AnalyzedArticle | Refusal)[] = [];
    for (const capture of captures) results.push(...(await analyzeTogether(analyzer, [capture])));
    return results;
  }
}

/** An item of a batch with what its analysis gave; nothing for a refusal and for what was not wanted. */
export type Analyzed = readonly [item: Capture | Refusal, result: AnalyzedArticle | Refusal | undefined];

/**
 * Analyses the captures of a batch together. Gives one pair for each item, in order.
 * @param wanted which captures are worth it; all when left out
 */
export async function analyzeBatch(
  analyzer: Analyzer,
  batch: readonly (Capture | Refusal)[],
  wanted: (item: Capture) => boolean = () => true,
): Promise<Analyzed[]> {
  const captures = batch.filter((item): item is Capture => !isRefusal(item) && wanted(item));
  const results = await analyzeTogether(analyzer, captures);
  const resultOf = new Map<Capture | Refusal, AnalyzedArticle | Refusal>(captures.map((one, i) => [one, results[i]!]));
  return batch.map((item) => [item, resultOf.get(item)]);
}

/** What ends a stream early. */
export interface StreamOptions {
  /** Ends the work at once: articles that are still being analysed are dropped. */
  readonly signal?: AbortSignal;
}

/**
 * Analyses a stream of captures in batches, as many at a time as keep the analyser busy; refusals pass through in their
 * place. Gives one item for each item taken, in order; the whole stream is never held in memory.
 */
export async function* analyzeStream(
  analyzer: Analyzer,
  captures: AsyncIterable<Capture | Refusal>,
  { signal }: StreamOptions = {},
): AsyncGenerator<AnalyzedCapture | Refusal> {
  const batches = inBatches(captures, weightOf, ANALYSIS_BATCH, signal);
  const work = (batch: readonly (Capture | Refusal)[]) => analyzeBatch(analyzer, batch);
  for await (const items of inOrder(batches, work, analyzer.atOnce ?? 1, signal)) {
    for (const [item, result] of items) {
      if (signal?.aborted) return;
      if (isRefusal(item)) yield item;
      else yield 'attributions' in result! ? { capture: item, article: result } : result!;
    }
  }
}
