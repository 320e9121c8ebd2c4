/** What went wrong with Wikidata, in a sentence for people. */
export class WikidataError extends Error {
  override readonly name = 'WikidataError';
}

/** Says of whatever was thrown what it was that failed ("Wikidata could not be asked for …"). */
export function wikidataError(what: string, error: unknown): WikidataError {
  if (error instanceof WikidataError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new WikidataError(`${what}: ${reason.replace(/[.\s]+$/, '')}.`, { cause: error });
}
