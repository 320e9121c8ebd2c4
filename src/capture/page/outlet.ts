/** Which outlet a page is of. */
import { bare, sameWords, wordsOf } from '../furniture/index.ts';
import { plainText } from './elements.ts';
import type { StructuredData } from './jsonld.ts';
import { first, type Meta } from './meta.ts';
import { markedValue } from './properties.ts';
import { classed, type Survey, tagged } from './survey.ts';
import { outletInTitle, PARTED, squeeze, WHOLE } from './title.ts';

const SITES = 'og:site_name application-name apple-mobile-web-app-title';
const PUBLISHERS = 'dc.publisher dcterms.publisher citation_journal_title publishername cre publisher';
const LINK = new Set(['A']);
const HOME_NAMES = ['site-title', 'site-name'];

/** What systems fill in, and what stands on links to a front page. */
const NO_OUTLET =
  /^(?:home|homepage|home ?page|front ?page|start|startseite|accueil|inicio|главная|news|blog|website|my (?:site|blog|website)|site title|untitled|wordpress|wordpress\.com|drupal|joomla!?|wix\.com|squarespace|blogger|medium|substack|arc publishing|null|undefined|logo|menu)$/i;

/** The name without the slogan or sections behind a bar; null for accounts, addresses and what systems fill in. */
function plainName(name: string | null | undefined): string | null {
  const plain = name?.split(/\s+\|\s+/)[0]?.trim();
  const none = !plain || plain.length > 80 || plain.startsWith('@') || /^https?:/i.test(plain) || NO_OUTLET.test(plain);
  return none ? null : plain;
}

/** An address in place of a name: "www.nortaherald.example", while "Sele.news" is how some outlets write theirs. */
const isHost = (name: string): boolean => /^[\p{Ll}\p{N}-]+(?:\.[\p{Ll}\p{N}-]+)+$/u.test(name);

/** Whether a name is parted off in a title: "Talks fail - The Norta Herald", "Norta Herald: Talks fail". */
function standsInTitle(name: string, title: string): boolean {
  const parts = title.split(PARTED);
  const opening = /^[^:]+(?=: )/u.exec(title)?.[0] ?? '';
  return (parts.length > 1 ? [...parts, opening] : [opening]).some((part) => part && squeeze(part) === squeeze(name));
}

/** Whether a host has a name as one word: "The Norta Herald", www.nortaherald.example. */
function standsInHost(name: string, address: string | null): boolean {
  const known = squeeze(name);
  return address !== null && known.length > 3 && squeeze(new URL(address).hostname).includes(known);
}

/** Whether a host has all words of a name but the shortest: "Diario de Tuva", diariotuva.example. */
function isOfHost(name: string, address: string | null): boolean {
  const host = address === null ? '' : squeeze(new URL(address).hostname);
  const words = wordsOf(bare(name)).filter((word) => word.length > 2);
  return words.length > 0 && words.every((word) => host.includes(squeeze(word)));
}

/** Several words written as names are, which a label of a link to the front page ("GLOBAL English") rarely is. */
const isTitleOfPaper = (name: string): boolean =>
  WHOLE.test(name) && name.includes(' ') && name.length <= 40 && !/\p{Lu}{3}/u.test(name) && !/\blogo\b/i.test(name);

/** Names that links to the front page show, as text or as the picture's alternative text. */
function shownNames(survey: Survey): string[] {
  const { page } = survey;
  const toFront = tagged(survey, LINK).filter((link) => link.getAttribute('href') === '/');
  const home = [...(survey.byRel.get('home') ?? []), ...toFront];
  return [...home.slice(0, 10), ...classed(survey, HOME_NAMES, 3)].flatMap((element) => {
    const words = plainText(page, element.textContent) ?? element.getAttribute('title');
    return words ?? element.querySelector('img[alt]')?.getAttribute('alt') ?? [];
  });
}

/**
 * The outlet's name. Pages name their company, their software or their host beside it: the names that the page's title
 * or address bear out count first, then those for machines, then the one that links to the front page.
 *
 * @param title the page's title element, or null
 * @param shown the headline that readers see, or null
 * @param address the page's own address, or null
 */
export function outletOf(
  survey: Survey,
  meta: Meta,
  { article, site }: StructuredData,
  { title, shown, address }: { title: string | null; shown: string | null; address: string | null },
): string | null {
  const { page } = survey;
  const publisher = plainText(page, markedValue(survey, 'name', 'publisher'));
  const given = [
    plainText(page, article?.publisher),
    ...first(meta, SITES),
    plainText(page, site),
    ...first(meta, PUBLISHERS),
    publisher,
  ];
  const names = given.flatMap((name) => plainName(name) ?? []);
  const inTitle = plainName(outletInTitle(title, shown));
  const home = shownNames(survey).flatMap((name) => plainName(name) ?? []);
  const proper = names.filter((name) => !isHost(name));
  // The company that publishes several outlets is told by its outlet's name in the title, which differs.
  const borneOut =
    proper.find((name) => title !== null && standsInTitle(name, title)) ??
    (inTitle && home.some((name) => sameWords(name, inTitle)) ? inTitle : undefined) ??
    proper.find((name) => standsInHost(name, address));
  const found =
    borneOut ??
    proper[0] ??
    inTitle ??
    home.find((name) => (address === null ? isTitleOfPaper(name) : isOfHost(name, address))) ??
    names[0] ??
    null;
  return found && inTitle && inTitle.toLowerCase() === found.toLowerCase() ? inTitle : found;
}
