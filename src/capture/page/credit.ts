/** Whom a page credits, outside its text. */
import { creditLine } from '../credit.ts';
import { hostAsName, sameSite } from '../sites.ts';
import { absoluteUrl, linkOf } from './address.ts';
import type { StructuredData } from './jsonld.ts';
import { allOfFirst, type Meta } from './meta.ts';
import type { Survey } from './survey.ts';

/**
 * Whom a page says that it has its article from: schema.org's `creditText`, `sourceOrganization` (beside another
 * publisher) and `isBasedOn`; Google News's `syndication-source` and `original-source`, which hold the address of the
 * first report; and a canonical link (RFC 6596) that leads to another site than the page was fetched from. Addresses of
 * the page's own site credit nobody; those of others are given as their hosts.
 *
 * @param own the page's own address, or null
 * @param fetched where it was fetched from, or null for a file
 */
export function readCredit(
  survey: Survey,
  meta: Meta,
  { article }: StructuredData,
  { outlet, fetched, own }: { outlet: string | null; fetched: string | null; own: string | null },
): string | null {
  const elsewhere = (value: string | null): string | null => {
    const url = absoluteUrl(value, own);
    return url !== null && own !== null && !sameSite(url, own) ? hostAsName(url) : null;
  };
  const sources = [...allOfFirst(meta, 'syndication-source'), ...allOfFirst(meta, 'original-source')];
  const based = (article?.basedOn ?? []).flatMap(({ publisher, url }) => publisher ?? elsewhere(url) ?? []);
  const canonical = fetched === null ? null : elsewhere(linkOf(survey, 'canonical'));
  return creditLine([...(article?.credits ?? []), ...sources.map(elsewhere), ...based, canonical], outlet);
}
