/** Section, paywall and time of the last change. */
import { lengthInWords, sameWords, toIsoDate } from '../furniture/index.ts';
import type { DomDocument } from './dom.ts';
import { firstOf, plainText } from './elements.ts';
import type { StructuredData } from './jsonld.ts';
import { first, type Meta } from './meta.ts';
import { namesOf } from './names.ts';
import { marked, markedValue, valuesOf } from './properties.ts';

const MODIFIED =
  'article:modified_time og:article:modified_time article:modified og:updated_time og:modified_time datemodified ' +
  'last-modified last_modified dc.date.modified dcterms.modified article.updated revision_date lastmod';
const SECTIONS =
  'article:section og:article:section parsely-section sailthru.section cxenseparse:section dc.subject section';

/** Where pages show the section: microdata of the genre, categories of a post, the line above the headline. */
const SHOWN_SECTIONS =
  '[itemprop~="genre"], [rel~="category"], [class*="kicker" i], [class*="eyebrow" i], [class*="overline" i], ' +
  '[class*="vignette" i], [class*="rubric" i], [class*="section-label" i], [class*="sectionlabel" i], [class*="label--section" i], ' +
  '[class*="story-section" i], [class*="article-category" i], [class*="article-head__label" i], [class*="post-categor" i]';
const NO_SECTION =
  /^(?:home|homepage|start|startseite|accueil|inicio|главная|exclusive|top story|breaking.*|live|opinion piece|posted in|categories)$/i;

/** "news/local" → "Local", "business" → "Business". */
function sectionName(value: string | null | undefined, title: string | null): string | null {
  const name = value
    ?.split(/[/>»,;]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .at(-1);
  if (!name || name.length > 40 || lengthInWords(name) > 4 || NO_SECTION.test(name)) return null;
  if (title && sameWords(name, title)) return null;
  return /^\p{Ll}/u.test(name) ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}

/** The last step of the way down that is a section: neither the front page nor the article itself. */
const lastStep = (steps: readonly (string | null)[], title: string | null): string | null =>
  [...steps]
    .slice(1)
    .reverse()
    .flatMap((step) => sectionName(step, title) ?? [])[0] ?? null;

/** Sections given as a list hold the main one first, or the way down to it ("news", "news/local"). */
function firstSection(sections: readonly string[], title: string | null): string | null {
  const deepest = sections.find((section) => section.includes('/'));
  return sectionName(deepest ?? sections[0], title);
}

function sectionOf(
  page: DomDocument,
  meta: Meta,
  { article, breadcrumb }: StructuredData,
  title: string | null,
): string | null {
  const declared = firstSection(article?.sections ?? [], title) ?? sectionName(first(meta, SECTIONS)[0], title);
  if (declared) return declared;
  const byProperty = sectionName(plainText(page, markedValue(page, 'articleSection')), title);
  const way = byProperty ?? lastStep(breadcrumb, title);
  if (way) return way;
  const steps = firstOf(page, '[class*="breadcrumb" i] a', 12).map((link) => plainText(page, link.textContent));
  const shown = firstOf(page, SHOWN_SECTIONS, 8).map((element) => plainText(page, element.textContent));
  return lastStep(steps, title) ?? shown.flatMap((name) => sectionName(name, title) ?? [])[0] ?? null;
}

/** Classes that systems set on what only subscribers may read, and on the call upon the others. */
const PAYWALLED =
  /-(?:subscribers?-only|members-only|premium-content|subscriber-(?:content|premium)|post-access-(?:members|paid|tiers)|paywalled|is-paywalled|paywall-active|gh-post-upgrade-cta|metered-content|locked-content)-/;
const PAYWALLED_HINTS = [
  'subscriber',
  'member',
  'premium',
  'post-access',
  'paywall',
  'upgrade-cta',
  'metered',
  'locked',
];

function paywalled(page: DomDocument, meta: Meta, { article }: StructuredData): boolean | null {
  if (typeof article?.free === 'boolean') return !article.free;
  const inMicrodata = markedValue(page, 'isAccessibleForFree')?.toLowerCase();
  if (inMicrodata) return /false$/.test(inMicrodata);
  const tier = first(meta, 'article:content_tier article:tier content_tier')[0]?.toLowerCase();
  if (tier) return tier !== 'free';
  const hinted = PAYWALLED_HINTS.map((hint) => `[class*="${hint}" i]`).join(', ');
  return firstOf(page, hinted, 100).some((element) => PAYWALLED.test(namesOf(element))) ? true : null;
}

function modifiedOf(page: DomDocument, meta: Meta, { article }: StructuredData): string | null {
  const shown = [
    ...marked(page, 'dateModified', 2),
    ...firstOf(page, 'time[class*="updat" i][datetime], time[class*="modif" i][datetime]', 2),
    ...firstOf(page, '[class*="updated" i] > time[datetime], [class*="modified" i] > time[datetime]', 2),
  ];
  const values = [article?.modified, ...first(meta, MODIFIED), ...shown.flatMap(valuesOf)];
  for (const value of values) {
    const date = value ? toIsoDate(value) : null;
    if (date) return date;
  }
  return null;
}

/** What the page says of section, paywall and the last change; null where it says nothing. */
export function readDetails(page: DomDocument, meta: Meta, structured: StructuredData, title: string | null) {
  return {
    modified: modifiedOf(page, meta, structured),
    section: sectionOf(page, meta, structured, title),
    paywalled: paywalled(page, meta, structured),
  };
}
