/** Fetches the page of an item, or looks at it again. */
import { canonicalUrl, mayPass, readAttempted } from '../../capture/index.ts';
import type { AnalyzedArticle, Attempt, Capture, Refusal } from '../../model.ts';
import type { DueItem, Noted, PageNote } from '../../store/index.ts';
import { analyzeTogether } from '../analyze-stream.ts';
import { messageOf } from '../errors.ts';
import { nextLook, nextTry } from './pace.ts';
import { heedRest, isoOf, type Watching } from './tools.ts';

/** What came of fetching an item's page. */
export interface ItemEvent {
  readonly what: 'item';
  readonly url: string;
  readonly outlet: string;
  readonly attempt: Attempt;
  /** What became of the article; null when none came. */
  readonly noted: Noted;
  readonly article: AnalyzedArticle | Capture['article'] | null;
  /** Why an article that came could not be analysed or kept. */
  readonly refusal: Refusal | null;
}

interface Read {
  readonly attempt: Attempt;
  readonly capture: Capture | null;
  readonly analyzed: AnalyzedArticle | null;
  readonly refusal: Refusal | null;
}

/** Analyses an article that the record does not hold yet. */
async function analyse({ record, analyzer }: Watching, attempt: Attempt, capture: Capture | null): Promise<Read> {
  if (!capture || record.has(capture)) return { attempt, capture, analyzed: null, refusal: null };
  const [result] = await analyzeTogether(analyzer, [capture]);
  if (result && 'attributions' in result) return { attempt, capture, analyzed: result, refusal: null };
  return { attempt, capture: null, analyzed: null, refusal: result! };
}

/** How an item goes on after an attempt. */
function noteOf({ pace, clock }: Watching, due: DueItem, read: Read): PageNote {
  const { attempt, capture, refusal } = read;
  const isThere = capture !== null || (attempt.outcome === 'unchanged' && due.hasArticle);
  const next = isThere
    ? nextLook(due, clock)
    : nextTry(due, attempt, mayPass(attempt) || refusal !== null, pace, clock);
  return {
    item: due.id,
    canonical: due.url,
    attempt,
    updated: due.updated,
    capture,
    analyzed: read.analyzed,
    address: capture?.article.url ? canonicalUrl(capture.article.url) : null,
    state: isThere ? 'whole' : next === null ? 'failed' : 'waiting',
    nextAt: next === null ? null : isoOf(next),
    refusal,
  };
}

/** Keeps what came; what the record will not take is refused by name. @throws when it takes nothing at all */
function keep(watching: Watching, due: DueItem, read: Read): { noted: Noted; refusal: Refusal | null } {
  try {
    return { noted: watching.record.notePage(noteOf(watching, due, read)), refusal: read.refusal };
  } catch (error) {
    if (!read.capture) throw error;
    const reason = `The article could not be written to the record: ${messageOf(error)}`;
    const refusal: Refusal = { input: due.url, code: 'not stored', reason };
    const without: Read = { attempt: read.attempt, capture: null, analyzed: null, refusal };
    return { noted: watching.record.notePage(noteOf(watching, due, without)), refusal };
  }
}

/** Fetches an item that is due. Null when its host wants to be left alone. @throws the signal's reason */
export async function fetchItem(watching: Watching, due: DueItem): Promise<ItemEvent | null> {
  const { polite, clock, rules, signal } = watching;
  const fetched = await polite.attempt(due.url, { known: due.known, ...(signal ? { signal } : {}) });
  signal?.throwIfAborted();
  if (heedRest(watching, fetched)) return null;
  const { attempt, capture } = await readAttempted(fetched, new Date(clock.now()), rules, due.publisher);
  const read = await analyse(watching, attempt, capture);
  signal?.throwIfAborted();
  const { noted, refusal } = keep(watching, due, read);
  const article = read.analyzed ?? capture?.article ?? null;
  return { what: 'item', url: due.url, outlet: due.outlet, attempt, noted, article: noted ? article : null, refusal };
}
