/** Reads what a page says of its article: JSON-LD, OpenGraph, meta elements, microdata, RDFa, and what readers see. */
import type { PageDetails } from '../../model.ts';
import { toIsoDate } from '../furniture/index.ts';
import { ampUrl, canonicalUrl } from './address.ts';
import { type Beside, linesBeside } from './beside.ts';
import { shownByline } from './byline.ts';
import { readCredit } from './credit.ts';
import { readDetails } from './details.ts';
import type { DomDocument } from './dom.ts';
import { plainText } from './elements.ts';
import { readStructured, type StructuredPost } from './jsonld.ts';
import { languageTag } from './language.ts';
import { looksLive } from './live.ts';
import { allOfFirst, first, type Meta, readMeta } from './meta.ts';
import { outletOf } from './outlet.ts';
import { plainNames } from './people.ts';
import { headingInTitle, shownDate, shownTitle } from './shown.ts';
import { type Survey, surveyOf, tagged } from './survey.ts';
import { withoutOutlet } from './title.ts';

export interface PageMetadata {
  readonly title: string | null;
  readonly byline: string | null;
  readonly published: string | null;
  readonly outlet: string | null;
  /** As the page declares it. */
  readonly language: string | null;
  readonly url: string | null;
  /** See `Article.credit`. */
  readonly credit: string | null;
  readonly details: PageDetails;
  /** Every form of the headline that the page gives; none of them is text. */
  readonly titles: readonly string[];
  /** The article's text as structured data gives it, or null. */
  readonly body: string | null;
  /** Whether structured data or names in the page say that this is a live blog, and the entries that structured data gives. */
  readonly live: boolean;
  readonly posts: readonly StructuredPost[];
}

const DATES =
  'article:published_time og:article:published_time article:published og:published_time datepublished pubdate ' +
  'publishdate publish-date publish_date published_time dc.date.issued dcterms.issued dc.date dcterms.date ' +
  'dcterms.created dc.date.created sailthru.date parsely-pub-date cxenseparse:recs:publishtime article.published ' +
  'article_date_original originalpublicationdate publication_date citation_publication_date date';
const AUTHORS = 'author article:author dc.creator dcterms.creator parsely-author sailthru.author byl citation_author';
/** Labels that WordPress and Ghost give to people who share a link, with their values. */
const WRITTEN_BY = /^(?:written|author|by|words)\b/i;

/** Sites that give no date elsewhere often have it in their addresses: "/2024/05/03/". */
function dateInUrl(url: string | null): string | null {
  const match = url ? /\/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?:[/-]|$)/.exec(url) : null;
  return match ? toIsoDate(`${match[1]}-${match[2]}-${match[3]}`) : null;
}

/** The first date of several; with its time where another one of the same day has it. */
function firstDate(values: readonly (string | null | undefined)[]): string | null {
  const dates = values.flatMap((value) => (value ? (toIsoDate(value) ?? []) : []));
  const [date = null] = dates;
  return dates.find((other) => date?.length === 10 && other.length > 10 && other.startsWith(date)) ?? date;
}

/** What a page declares; where that is a day alone, what it shows may give the time. */
function publishedOf(
  declared: readonly (string | null | undefined)[],
  survey: Survey,
  title: string | null,
  beside: () => Beside,
): string | null {
  const date = firstDate(declared);
  return date !== null && date.length > 10 ? date : firstDate([date, shownDate(survey, title, beside)]);
}

const TITLE = new Set(['TITLE']);

/** The page's title element; drawings have titles of their own. */
const pageTitle = (survey: Survey): string | null =>
  tagged(survey, TITLE).find((title) => title.parentNode?.tagName?.toLowerCase() !== 'svg')?.textContent ?? null;

/** Authors as meta elements name them. */
function authorsInMeta(meta: Meta, outlet: string | null): string | null {
  for (const key of AUTHORS.split(' ')) {
    const names = plainNames(allOfFirst(meta, key), outlet);
    if (names) return names;
  }
  const labelled = ['1', '2'].filter((n) => WRITTEN_BY.test(first(meta, `twitter:label${n}`)[0] ?? ''));
  return plainNames(
    labelled.flatMap((n) => first(meta, `twitter:data${n}`)),
    outlet,
  );
}

/**
 * Reads a page's metadata.
 *
 * @param fetched the address the page was fetched from, or null for a file
 */
export function readMetadata(page: DomDocument, fetched: string | null): PageMetadata {
  const survey = surveyOf(page);
  const meta = readMeta(survey);
  const structured = readStructured(page);
  const { article } = structured;
  const text = (value: string | null | undefined): string | null => plainText(page, value);
  const titleElement = text(pageTitle(survey));
  const given = [text(article?.headline), ...first(meta, 'og:title twitter:title title dc.title'), titleElement];
  const named = given.filter((title) => title !== null);
  const heading = shownTitle(survey, named) ?? headingInTitle(page, titleElement);
  const canonical = canonicalUrl(survey, meta, article?.url ?? null, fetched);
  const url = canonical ?? fetched;
  const outlet = outletOf(survey, meta, structured, { title: titleElement, shown: heading, address: url });
  const withoutIt = named.map((name) => withoutOutlet(name, outlet, fetched));
  const title = heading ?? withoutIt[0] ?? null;
  let lines: Beside | null = null;
  const beside = (): Beside => {
    lines ??= linesBeside(page, title);
    return lines;
  };
  const authors = (article?.authors ?? []).flatMap((name) => text(name) ?? []);
  return {
    title,
    byline: plainNames(authors, outlet) ?? authorsInMeta(meta, outlet) ?? shownByline(survey, beside, outlet),
    published: publishedOf([article?.published, ...first(meta, DATES)], survey, title, beside) ?? dateInUrl(url),
    outlet,
    language: languageTag([
      page.documentElement?.getAttribute('lang') || page.documentElement?.getAttribute('xml:lang'),
      ...first(meta, 'content-language'),
      article?.language,
      ...first(meta, 'inlanguage og:locale'),
    ]),
    url,
    credit: readCredit(survey, meta, structured, { outlet, fetched, own: url }),
    details: { ...readDetails(survey, meta, structured, title), canonical, amp: ampUrl(survey, url) },
    titles: [...new Set([...(title ? [title] : []), ...named, ...withoutIt])],
    body: article?.body ?? null,
    live: (article?.live ?? false) || looksLive(survey),
    posts: article?.posts ?? [],
  };
}
