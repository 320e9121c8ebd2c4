/** Section, paywall and time of the last change. */
import { lengthInWords, sameWords, toIsoDate } from '../furniture/index.ts';
import { plainText } from './elements.ts';
import type { StructuredData } from './jsonld.ts';
import { first, type Meta } from './meta.ts';
import { isOfUpdate, namesOf } from './names.ts';
import { marked, markedValue, valuesOf } from './properties.ts';
import { classed, type Survey, tagged } from './survey.ts';

const MODIFIED =
  'article:modified_time og:article:modified_time article:modified og:updated_time og:modified_time datemodified ' +
  'last-modified last_modified dc.date.modified dcterms.modified article.updated revision_date lastmod';
const SECTIONS =
  'article:section og:article:section parsely-section sailthru.section cxenseparse:section dc.subject section';

/** Names of where pages show the section: categories of a post, the line above the headline. */
const SHOWN_SECTIONS = [
  ...['kicker', 'eyebrow', 'overline', 'vignette', 'rubric', 'section-label', 'sectionlabel', 'label--section'],
  ...['story-section', 'article-category', 'article-head__label', 'post-categor', 'post-terms', 'article-tag'],
];
const FEW = 8;
const NO_SECTION =
  /^(?:home|homepage|start|startseite|accueil|inicio|главная|exclusive|top story|breaking.*|live|opinion piece|posted in|categories|posts|all posts|articles|archives?|blog)$/i;

/** "news/local" → "Local", "business" → "Business". */
function sectionName(value: string | null | undefined, title: string | null): string | null {
  const last = value
    ?.split(/[/>»,;]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .at(-1);
  const name = last?.replace(/^in (?=\p{Lu})/u, '');
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
  survey: Survey,
  meta: Meta,
  { article, breadcrumb }: StructuredData,
  title: string | null,
): string | null {
  const declared = firstSection(article?.sections ?? [], title) ?? sectionName(first(meta, SECTIONS)[0], title);
  if (declared) return declared;
  const byProperty = sectionName(markedValue(survey, 'articleSection'), title);
  const way = byProperty ?? lastStep(breadcrumb, title);
  if (way) return way;
  const { page } = survey;
  const links = classed(survey, ['breadcrumb'], 2).flatMap((list) => [...list.querySelectorAll('a')].slice(0, 12));
  const shown = [
    ...marked(survey, 'genre', 1),
    ...(survey.byRel.get('category') ?? []).slice(0, 1),
    ...classed(survey, SHOWN_SECTIONS, FEW),
  ].map((element) => plainText(page, element.textContent));
  const steps = [...new Set(links)].map((link) => plainText(page, link.textContent));
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

function paywalled(survey: Survey, meta: Meta, { article }: StructuredData): boolean | null {
  if (typeof article?.free === 'boolean') return !article.free;
  const inMicrodata = markedValue(survey, 'isAccessibleForFree')?.toLowerCase();
  if (inMicrodata) return /false$/.test(inMicrodata);
  const tier = first(meta, 'article:content_tier article:tier content_tier')[0]?.toLowerCase();
  if (tier) return tier !== 'free';
  return classed(survey, PAYWALLED_HINTS, 100).some((element) => PAYWALLED.test(namesOf(element))) ? true : null;
}

const TIME = new Set(['TIME']);

function modifiedOf(survey: Survey, meta: Meta, { article }: StructuredData): string | null {
  const times = tagged(survey, TIME).filter((time) => time.hasAttribute('datetime') && isOfUpdate(time));
  const shown = [...marked(survey, 'dateModified', 2), ...times.slice(0, 2)];
  const values = [article?.modified, ...first(meta, MODIFIED), ...shown.flatMap(valuesOf)];
  for (const value of values) {
    const date = value ? toIsoDate(value) : null;
    if (date) return date;
  }
  return null;
}

/** What the page says of section, paywall and the last change; null where it says nothing. */
export function readDetails(survey: Survey, meta: Meta, structured: StructuredData, title: string | null) {
  return {
    modified: modifiedOf(survey, meta, structured),
    section: sectionOf(survey, meta, structured, title),
    paywalled: paywalled(survey, meta, structured),
  };
}
