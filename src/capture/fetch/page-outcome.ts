/** What an attempt came to whose page has been read. */
import type { Outcome } from '../../model.ts';
import { type PageSigns, readSigns } from './page-signs.ts';

/** What was found on a page. */
export interface PageFacts extends PageSigns {
  /** Characters of the article's text; 0 when there is none. */
  readonly textLength: number;
  /** Whether the page says that it is not free to read, or asks for a subscription. */
  readonly paywall: boolean;
}

export interface PageOutcome {
  readonly outcome: Extract<Outcome, 'ok' | 'paywalled' | 'needs JavaScript' | 'no article text'>;
  /** A sentence without capital and full stop, as for `Refused`; null for `ok`. */
  readonly reason: string | null;
}

/** An article of this length is kept whatever its page says of itself: many mark as paid what they give to whoever asks. */
const WHOLE = 1_500;
/** Whether a text is an article whatever its page says of itself, so that the page need not be judged. */
export const isWhole = (textLength: number): boolean => textLength >= WHOLE;

/** A shell's own words ("Enable JavaScript to go on", a notice about cookies) stay under it. */
const NOTICE = 600;

/**
 * Decides what a page gave. What comes of a paywall or of a shell is not kept as an article: a teaser would stand in the
 * record as the whole, and a notice as what an outlet published.
 */
export function outcomeOfPage({ textLength, paywall, scriptShell, refresh }: PageFacts): PageOutcome {
  if (isWhole(textLength)) return { outcome: 'ok', reason: null };
  if (paywall) {
    const teaser = textLength ? `only the first ${textLength} characters of it are` : 'nothing of it is';
    return { outcome: 'paywalled', reason: `it is not free to read: ${teaser} given without paying` };
  }
  if (scriptShell && textLength < NOTICE) {
    const reason = 'its text comes by scripts, which are not run; save the page in a browser and give the file';
    return { outcome: 'needs JavaScript', reason };
  }
  if (textLength) return { outcome: 'ok', reason: null };
  const nothing = 'the page holds no article text: no paragraph of running words is in it';
  const leads = `the page only leads on to ${refresh?.slice(0, 200)}, which is not followed; give that address`;
  return { outcome: 'no article text', reason: refresh ? leads : nothing };
}

/** Decides what a fetched page gave, by its markup and by what was found in it. */
export const judgePage = (html: string, found: Omit<PageFacts, keyof PageSigns>): PageOutcome =>
  outcomeOfPage({ ...readSigns(html), ...found });
