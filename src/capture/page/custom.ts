/** Pages read by rules of the user's own: CSS selectors for an outlet. */
import { readByline, readDateLine, toIsoDate } from '../furniture/index.ts';
import type { SiteRule } from '../site-rule.ts';
import { type DomDocument, parsePage } from './dom.ts';
import { firstOf, linesOf, plainText } from './elements.ts';
import { plainNames } from './people.ts';
import { valuesOf } from './properties.ts';

const MOST_REMOVED = 10_000;
const MOST_PARTS = 1_000;

/** Whether a pattern of a rule ("example.test", "*.example.test") fits a host. */
function fits(pattern: string, host: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}

/** The first rule for the host of an address, or null. @param address the page's own address, or null */
export function ruleFor(rules: readonly SiteRule[], address: string | null): SiteRule | null {
  const host = address ? new URL(address).hostname : null;
  return host === null ? null : (rules.find(({ hosts }) => hosts.some((pattern) => fits(pattern, host))) ?? null);
}

/** Why a CSS selector cannot be used, in the words of what reads it; null when it can. */
export function selectorProblem(selector: string): string | null {
  try {
    parsePage('<p></p>').querySelector(selector);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Takes out of a page what a rule says is not the article, in place. */
export function removeByRule(page: DomDocument, { remove = [] }: SiteRule): void {
  for (const selector of remove) {
    for (const element of firstOf(page, selector, MOST_REMOVED)) {
      if (element.parentNode && element !== page.body && element !== page.head) element.remove();
    }
  }
}

/**
 * Leaves of a page's body only what a rule says is the text, in place and in the order of the page. Whatever its names,
 * it counts as the article.
 *
 * @returns whether the rule found anything
 */
export function keepByRule(page: DomDocument, { text }: SiteRule): boolean {
  const parts = text === undefined ? [] : firstOf(page, text, MOST_PARTS).filter((element) => element !== page.body);
  const outermost = parts.filter((part) => !parts.some((other) => other !== part && contains(other, part)));
  if (outermost.length === 0) return false;
  for (const part of outermost) for (const name of ['class', 'id', 'hidden', 'style']) part.removeAttribute(name);
  const article = page.createElement('article');
  article.append(...outermost);
  for (const node of [...page.body.childNodes]) node.remove();
  page.body.append(article);
  return true;
}

function contains(outer: unknown, inner: { readonly parentNode: unknown }): boolean {
  for (let up = inner.parentNode as { parentNode: unknown } | null; up; up = up.parentNode as typeof up) {
    if (up === outer) return true;
  }
  return false;
}

/** Title, byline and date as a rule finds them; null where it names no selector or finds nothing that can be read. */
export function valuesByRule(page: DomDocument, rule: SiteRule, outlet: string | null) {
  const found = (selector: string | undefined) => (selector === undefined ? [] : firstOf(page, selector, 20));
  const [title] = found(rule.title).flatMap(
    (element) => plainText(page, element.getAttribute('content') ?? element.textContent) ?? [],
  );
  const authors = found(rule.byline).flatMap((element) => {
    const content = element.getAttribute('content');
    return content ? [content] : linesOf(element).map((line) => readByline(line)?.names ?? line);
  });
  const [published] = found(rule.published)
    .flatMap(valuesOf)
    .flatMap((value) => toIsoDate(value) ?? readDateLine(value.trim())?.date ?? []);
  return { title: title ?? null, byline: plainNames(authors, outlet), published: published ?? null };
}
