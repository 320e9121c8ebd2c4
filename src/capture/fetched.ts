/** Pages from the net, which may be shells, teasers or signposts where a file is what somebody saved. */
import type { Attempt, Capture, Outcome, Refusal } from '../model.ts';
import { type Received, toCapture } from './article.ts';
import { type AnnouncedPublisher, creditInFeed } from './credit.ts';
import { decodePage } from './decode.ts';
import type { Fetched, FetchedPage } from './fetch/index.ts';
import { Refused, refusal } from './refused.ts';
import type { SiteRule } from './site-rule.ts';
import { slugOf } from './slug.ts';

/** A page as it came, judged by what it shows. @throws Refused */
async function capturePage(received: Received, id: string, now: Date, rules: readonly SiteRule[]): Promise<Capture> {
  const found = await toCapture(received, id, now, rules).catch((error: unknown) => {
    if (error instanceof Refused && error.code === 'no article text') return null;
    throw error;
  });
  const { isWhole, judgePage } = await import('./fetch/index.ts');
  if (found && isWhole(found.article.text.length)) return found;
  const paywall = found?.page?.paywalled === true;
  const { text: html } = decodePage(received.content, received.charset);
  const { outcome, reason } = judgePage(html, { textLength: found?.article.text.length ?? 0, paywall });
  if (outcome === 'ok' && found) return found;
  throw new Refused(outcome === 'ok' ? 'no article text' : outcome, reason ?? outcome);
}

/**
 * Makes a capture of a fetched page or text.
 *
 * @throws Refused when it holds no article: `needs JavaScript` for a page that only scripts fill; `wrong type` for JSON
 *   Lines, which hold many
 * @param publisher who had it first, by the feed that announced it
 */
export async function captureFetched(
  page: FetchedPage,
  now: Date,
  rules: readonly SiteRule[],
  publisher: AnnouncedPublisher | null = null,
): Promise<Capture> {
  const { bytes, kind, mediaType, charset, url, answer } = page;
  if (kind === 'lines') throw new Refused('wrong type', 'it is JSON Lines, not one article');
  const credit = creditInFeed(publisher, url);
  const announced = credit === null ? {} : { publisher: credit };
  const received: Received = {
    bytes,
    content: bytes,
    kind,
    mediaType,
    charset,
    location: url,
    url,
    answer,
    ...announced,
  };
  return (kind === 'page' ? capturePage : toCapture)(received, slugOf(url), now, rules);
}

/** Refusals of lines and of what comes after capture are no outcomes of fetching. */
const NO_OUTCOMES: ReadonlySet<string> = new Set(['bad line', 'not analysed', 'not stored']);

/**
 * The record of an attempt once what it brought has been read: its outcome is `ok` only where an article came of it. What
 * tells a page's version is not given of one that brought none, so that it is read again the next time.
 */
export function attemptOf(fetched: Fetched, gave: Capture | Refusal | null): Attempt {
  const { body: _, headers: __, type: ___, ...attempt } = fetched;
  if (!gave || !('code' in gave) || attempt.outcome !== 'ok' || NO_OUTCOMES.has(gave.code)) return attempt;
  return { ...attempt, outcome: gave.code as Outcome, reason: gave.reason, etag: null, lastModified: null };
}

/** An attempt with the article that came of it, if one did. */
export interface Attempted {
  readonly attempt: Attempt;
  readonly capture: Capture | null;
}

/**
 * Reads what an attempt brought as one article. Never throws for what it is.
 *
 * @param rules the user's own rules for pages
 * @param publisher who had it first, by the feed that announced it; null where none says so
 */
export async function readAttempted(
  fetched: Fetched,
  now: Date,
  rules: readonly SiteRule[] = [],
  publisher: AnnouncedPublisher | null = null,
): Promise<Attempted> {
  try {
    const { pageOf } = await import('./fetch/index.ts');
    const capture = await captureFetched(pageOf(fetched), now, rules, publisher);
    return { attempt: attemptOf(fetched, capture), capture };
  } catch (error) {
    return { attempt: attemptOf(fetched, refusal(fetched.url, error)), capture: null };
  }
}
