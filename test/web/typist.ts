import assert from 'node:assert/strict';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Site } from './browser.ts';

/** What has the focus: what it is called, and whether a reader sees that it has it. */
interface Focused {
  readonly name: string;
  readonly matches: boolean;
  readonly visible: boolean;
}

/** A reader without a mouse: all it can do is to press keys, and all it knows is what a person sees and hears. */
export interface Typist {
  press(...keys: readonly string[]): Promise<void>;
  type(words: string): Promise<void>;
  /**
   * Presses Tab until the focus is on what is asked for.
   * @param back with Shift
   */
  tabTo(selector: string, name?: string | RegExp, back?: boolean): Promise<void>;
  /** Goes on with Tab to a link and follows it. */
  follow(selector: string, name?: string | RegExp): Promise<void>;
  /** From wherever it is, by the header, to a page; behind "More" if it stands there. */
  turnTo(page: string): Promise<void>;
  /** Waits until something is there to be read. */
  reads(selector: string, words?: string | RegExp): Promise<void>;
  /** What the focus is on; fails where it is on nothing, which is where a reader would have to begin again. */
  focused(): Promise<string>;
  /** What a reader cannot do by keys inside the page: read the clipboard, choose a file in the window of the system. */
  readonly page: Page;
  /** Ends the visit: nothing was pressed with a pointer, and nothing happened that no page may do. */
  leave(): Promise<void>;
}

/** More presses of Tab than any of the pages takes. */
const MOST_TABS = 150;

const FOCUSED = `(selector) => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const { top, bottom, left, right } = element.getBoundingClientRect();
  const name = element.getAttribute('aria-label') ?? [...(element.labels ?? [])].map((label) => label.textContent).join(' ');
  return {
    name: (name || element.textContent).replace(/\\s+/g, ' ').trim(),
    matches: element.matches(selector),
    visible: element.checkVisibility() && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
  };
}`;

/** Opens the first page of a site for somebody who has a keyboard and nothing else. */
export async function startTyping(site: Site, options?: BrowserContextOptions): Promise<Typist> {
  const { page, faults } = await site.open('/', options);
  await page.evaluate(`addEventListener('pointerdown', () => { document.title = 'A pointer was used'; }, true)`);
  const look = (selector: string) =>
    page.evaluate(`(${FOCUSED})(${JSON.stringify(selector)})`) as Promise<Focused | null>;
  const fits = (found: Focused | null, name: string | RegExp | undefined): boolean =>
    found?.matches === true &&
    (name === undefined || (typeof name === 'string' ? found.name.includes(name) : name.test(found.name)));

  const typist: Typist = {
    page,
    press: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    },
    type: (words) => page.keyboard.type(words),
    tabTo: async (selector, name, back = false) => {
      for (let tabs = 0; tabs < MOST_TABS; tabs++) {
        await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
        const found = await look(selector);
        if (!fits(found, name)) continue;
        assert.ok(found!.visible, `the focus on ${selector} ${name ?? ''} is seen`);
        return;
      }
      assert.fail(`Tab does not lead to ${selector} ${name ?? ''} on ${page.url()}`);
    },
    follow: async (selector, name) => {
      await typist.tabTo(selector, name);
      await page.keyboard.press('Enter');
    },
    turnTo: async (name) => {
      const where = page.url();
      const stands = await page.locator('nav[aria-label=Main] > a:visible', { hasText: name }).count();
      if (stands === 0) await typist.follow('nav[aria-label=Main] button', 'More');
      await typist.follow('nav[aria-label=Main] a', new RegExp(`^${name}$`));
      await page.waitForURL((url) => url.href !== where);
      await page.locator('main:has(h1):not(:has(.loading, [aria-busy="true"]))').waitFor();
      assert.equal(await look('main').then((found) => found?.matches), true, 'a new page has the focus');
    },
    reads: (selector, words) => {
      const found = page.locator(selector).filter({ visible: true });
      return (words === undefined ? found : found.filter({ hasText: words })).first().waitFor();
    },
    focused: async () => {
      const found = await look('*');
      assert.ok(found, `the focus is lost on ${page.url()}`);
      return found.name;
    },
    leave: async () => {
      assert.notEqual(await page.title(), 'A pointer was used');
      assert.deepEqual(faults, []);
      await page.context().close();
    },
  };
  return typist;
}
