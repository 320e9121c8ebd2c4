/** What a page without an article's text is instead: told from its markup, which is read and never run. */
import { Parser } from 'htmlparser2';

export interface PageSigns {
  /** Whether the page is a shell that only scripts fill, or says that it wants scripts (a check for robots too). */
  readonly scriptShell: boolean;
  /** Where the page sends its reader by itself (`<meta http-equiv="refresh">`), or null. It is not followed. */
  readonly refresh: string | null;
}

/** Elements in which frameworks build the page: of React, Vue, Next.js, Nuxt, Angular, Svelte, Gatsby, Ember, Aurelia. */
const ROOTS =
  /^(?:root|app|application|main-app|react-root|reactroot|react-app|app-root|approot|__next|__nuxt|___gatsby|svelte|ember-app|mount|page-root)$/i;
const ROOT_TAGS: ReadonlySet<string> = new Set(['app-root', 'my-app', 'app-main']);
const UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'template', 'svg', 'title', 'select', 'textarea']);

/** A page's own words that it needs scripts, in pages of frameworks and in those that keep programs out. */
const WANTS_SCRIPTS =
  /\b(?:(?:enable|turn on|activate|allow|requires?|needs?|without|supports?)\s+(?:java\s?script|js)\b|java\s?script\s+(?:(?:is|has been|was|appears to be|seems to be)\s+)?(?:required|disabled|turned off|not enabled|not available|blocked)|checking (?:your browser|if the site connection is secure)|verify(?:ing)? (?:that )?you are (?:a )?human)/i;

/** So few words outside of links are no article: a bar of navigation, a line of copyright, a notice about cookies. */
const FEW_WORDS = 120;
/** So much script in a page without words is what is to write them. */
const MUCH_SCRIPT = 20_000;
/** What is looked at for the page's own words: they come first, where there is nothing else. */
const MOST_NOTICE = 4_000;

const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

const LONGEST_REFRESH = 2_000;

/** Where `content` of a refresh leads: "5; url=https://…"; null when it only loads the page again. */
const readRefresh = (content: string): string | null =>
  /^[\d.]*(?:\s*[;,]\s*|\s+)(?:url\s*=\s*)?["']?([^"'\s]+)/i.exec(content.trim().slice(0, LONGEST_REFRESH))?.[1] ??
  null;

class Reader {
  words = 0;
  scripts = 0;
  scriptLength = 0;
  notice = '';
  emptyRoot = false;
  refresh: string | null = null;
  /** Open elements, and in the place of each root how many words stood before it. */
  readonly #open: { readonly name: string; readonly wordsBefore: number | null }[] = [];
  #unseen = 0;
  #links = 0;
  #noscripts = 0;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const root = ROOT_TAGS.has(name) || (attributes.id !== undefined && ROOTS.test(attributes.id));
    this.#open.push({ name, wordsBefore: root ? this.words : null });
    this.#enter(name, 1);
    if (name === 'script') this.scripts++;
    if (name === 'meta' && attributes['http-equiv']?.toLowerCase() === 'refresh')
      this.refresh ??= readRefresh(attributes.content ?? '');
  }

  close(name: string): void {
    const element = this.#open.pop();
    this.#enter(name, -1);
    if (element?.wordsBefore === this.words) this.emptyRoot = true;
  }

  text(text: string): void {
    if (this.#open.at(-1)?.name === 'script') this.scriptLength += text.length;
    if (this.#unseen > 0) return;
    if (this.notice.length < MOST_NOTICE) this.notice += `${text} `;
    if (this.#links === 0 && this.#noscripts === 0) this.words += wordsIn(text);
  }

  #enter(name: string, by: 1 | -1): void {
    if (UNSEEN.has(name)) this.#unseen += by;
    if (name === 'a' || name === 'nav') this.#links += by;
    if (name === 'noscript') this.#noscripts += by;
  }
}

/** Reads a page's signs in one pass over its markup, however broken. */
export function readSigns(html: string): PageSigns {
  const reader = new Reader();
  const parser = new Parser({
    onopentag: (name, attributes) => reader.open(name, attributes),
    onclosetag: (name) => reader.close(name),
    ontext: (text) => reader.text(text),
  });
  parser.write(html);
  parser.end();
  const { words, scripts, scriptLength, notice, emptyRoot, refresh } = reader;
  const wanting =
    WANTS_SCRIPTS.test(notice.slice(0, MOST_NOTICE)) || (scripts > 0 && emptyRoot) || scriptLength > MUCH_SCRIPT;
  return { scriptShell: words < FEW_WORDS && wanting, refresh };
}
