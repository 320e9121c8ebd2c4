import { isRefusal } from '../capture/index.ts';
import type { AnalyzedArticle, Capture, Refusal } from '../model.ts';
import type { Analyzer } from './analyzer.ts';
import { type BatchLimits, inBatches } from './batches.ts';

/** A capture with what was found in its article. */
export interface AnalyzedCapture {
  readonly capture: Capture;
  readonly article: AnalyzedArticle;
}

/** Enough articles to keep the network busy, few enough to stay small in memory. */
export const ANALYSIS_BATCH: BatchLimits = { items: 32, weight: 200_000, pauseMs: 200 };

/** The weight of an item in a batch: the characters that the stages will read. */
export function charactersOf(item: Capture | Refusal): number {
  return isRefusal(item) ? 0 : item.article.text.length;
}

function notAnalysed(capture: Capture, error: unknown): Refusal {
  const cause = error instanceof Error ? error.message : String(error);
  return {
    input: capture.snapshot.location,
    code: 'not analysed',
    reason: `The article could not be analysed: ${cause}`,
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

/**
 * Analyses a stream of captures in batches; refusals pass through in their place.
 * Gives one item for each item taken, in order; the whole stream is never held in memory.
 */
export async function* analyzeStream(
  analyzer: Analyzer,
  captures: AsyncIterable<Capture | Refusal>,
): AsyncGenerator<AnalyzedCapture | Refusal> {
  for await (const batch of inBatches(captures, charactersOf, ANALYSIS_BATCH)) {
    const good = batch.filter((item): item is Capture => !isRefusal(item));
    const results = (await analyzeTogether(analyzer, good)).values();
    for (const item of batch) {
      if (isRefusal(item)) {
        yield item;
        continue;
      }
      const result = results.next().value!;
      yield 'attributions' in result ? { capture: item, article: result } : result;
    }
  }
}
