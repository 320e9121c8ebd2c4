/** Pages from the net, which may be shells, teasers or signposts where a file is what somebody saved. */
import type { Capture } from '../model.ts';
import { type Received, toCapture } from './article.ts';
import { decodePage } from './decode.ts';
import { Refused } from './refused.ts';
import type { SiteRule } from './site-rule.ts';

/**
 * Makes a capture of a fetched page.
 *
 * @throws Refused when it holds no article: `needs JavaScript` for a page that only scripts fill
 */
export async function captureFetched(
  received: Received,
  id: string,
  now: Date,
  rules: readonly SiteRule[],
): Promise<Capture> {
  const found = await toCapture(received, id, now, rules).catch((error: unknown) => {
    if (error instanceof Refused && error.code === 'no article text') return null;
    throw error;
  });
  const paywall = found?.page?.paywalled === true;
  const { judgePage } = await import('./fetch/index.ts');
  const { text: html } = decodePage(received.content, received.charset);
  const { outcome, reason } = judgePage(html, { textLength: found?.article.text.length ?? 0, paywall });
  if (outcome === 'ok' && found) return found;
  throw new Refused(outcome === 'ok' ? 'no article text' : outcome, reason ?? outcome);
}
