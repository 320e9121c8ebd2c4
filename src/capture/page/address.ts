/** Addresses that a page names. */
import { sameSite } from '../sites.ts';
import { tagOf } from './dom.ts';
import { first, type Meta } from './meta.ts';
import type { Survey } from './survey.ts';

/** An absolute http(s) address, or null. */
export function absoluteUrl(value: string | null | undefined, base: string | null): string | null {
  try {
    const url = new URL(value ?? '', base ?? undefined);
    return value && /^https?:$/.test(url.protocol) && !url.username && !url.password ? url.href : null;
  } catch {
    return null;
  }
}

/** Where the page's first link of a kind leads, as it is written. */
export const linkOf = ({ byRel }: Survey, rel: string): string | null =>
  byRel
    .get(rel)
    ?.find((link) => tagOf(link) === 'LINK')
    ?.getAttribute('href') ?? null;

/**
 * The address that a page names as its own. A page fetched from the net may name one of its own site only: it cannot pass
 * for another outlet's.
 *
 * @param structured what structured data names, or null
 * @param fetched where the page was fetched from, or null for a file
 */
export function canonicalUrl(
  survey: Survey,
  meta: Meta,
  structured: string | null,
  fetched: string | null,
): string | null {
  const link = linkOf(survey, 'canonical');
  for (const value of [link, first(meta, 'og:url')[0], structured]) {
    const url = absoluteUrl(value, fetched);
    if (url && (!fetched || sameSite(url, fetched))) return url;
  }
  return null;
}

/** The address of the page's form for phones (AMP), of its own site only. @param own the page's own address, or null */
export function ampUrl(survey: Survey, own: string | null): string | null {
  const url = absoluteUrl(linkOf(survey, 'amphtml'), own);
  return url && (!own || sameSite(url, own)) ? url : null;
}
