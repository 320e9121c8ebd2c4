import { creditsAt, originsOf } from '../linking/index.ts';
import type { OriginOccurrence, Origins } from '../model.ts';
import type { RecordedAttribution, RecordedSourcing, RecordStore } from '../store/index.ts';

/** So many occurrences of one statement are traced, the earliest. */
export const MOST_TRACED = 500;

function toOccurrence({ key, article, within }: RecordedAttribution, sources: RecordedSourcing): OriginOccurrence {
  const position = Number(key.slice(key.lastIndexOf('-') + 1));
  return {
    id: key,
    article: article.key,
    outlet: article.outlet,
    published: article.published,
    captured: article.capturedAt,
    credits: creditsAt(sources.credits, sources.within, position),
    reprints: sources.reprints,
    within: within === null ? null : `${article.key}-${within}`,
  };
}

/**
 * Where a statement of a record comes from: who had it first, who credits and who reprints whom.
 *
 * @param key the statement's, or that of one of its occurrences
 * @returns origins of its earliest occurrences, `MOST_TRACED` at most; ids are the keys of the occurrences, and of
 *   articles. Null when there is no such statement.
 */
export function originsOfStatement(record: RecordStore, key: string): Origins | null {
  const page = record.statement(key, { limit: MOST_TRACED });
  if (page === null || page.occurrences.items.length === 0) return null;
  const sources = new Map<string, RecordedSourcing>();
  const occurrences = page.occurrences.items.map(({ attribution }) => {
    const article = attribution.article.key;
    const known = sources.get(article) ?? record.sourcing(article)!;
    sources.set(article, known);
    return toOccurrence(attribution, known);
  });
  return originsOf(occurrences);
}
