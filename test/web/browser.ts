import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import type { AnalyzedArticle } from '../../src/model.ts';
import { createChecker } from '../../src/pipeline/index.ts';
import { type RunningServer, type ServerOptions, startServer } from '../../src/server/index.ts';
import { type SampleRecord, sampleRecord } from '../server/sample-record.ts';

/** The built pages of a real record in a real browser, for the tests of `web/`. */

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';
const WEB = fileURLToPath(new URL('../../web', import.meta.url));
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Why the tests of the pages cannot run here, or false. */
export const noBrowser = existsSync(EXECUTABLE)
  ? false
  : `THE PAGES ARE NOT TESTED: there is no Chromium at ${EXECUTABLE}. Install Debian's chromium, or say where it is in CHROMIUM.`;
if (noBrowser) console.error(noBrowser);

/** A tab, and everything it did that no page may do. */
export interface Tab {
  readonly page: Page;
  /** Errors of scripts, messages of the console (violations of the policy among them), requests to other hosts. */
  readonly faults: string[];
}

export interface Site extends SampleRecord {
  readonly url: string;
  readonly server: RunningServer;
  /** A new tab at one of the site's addresses, once its page has what it asked for. */
  open(path: string, options?: BrowserContextOptions): Promise<Tab>;
  close(): Promise<void>;
}

/**
 * Builds the pages into a folder of their own, serves a record with them, which drafts are checked against, and starts a
 * browser.
 *
 * @param accepting makes what adds pages to the record; without it none are added
 * @param more what else the server takes; nothing when left out
 */
export async function startSite(
  articles?: readonly AnalyzedArticle[],
  accepting?: (sample: SampleRecord) => NonNullable<ServerOptions['accept']>,
  more?: (sample: SampleRecord) => Pick<ServerOptions, 'correct' | 'watchMore' | 'issues'>,
): Promise<Site> {
  const webRoot = mkdtempSync(join(tmpdir(), 'onrecord-built-'));
  await build({ root: WEB, configFile: join(WEB, 'vite.config.ts'), logLevel: 'warn', build: { outDir: webRoot } });
  const sample = sampleRecord(articles);
  const accept = accepting ? { accept: accepting(sample) } : {};
  const checker = createChecker({ record: sample.path });
  const serving = { record: sample.record, port: 0, webRoot, check: checker.check, ...accept, ...more?.(sample) };
  const server = await startServer(serving);
  const browser = await chromium.launch({ executablePath: EXECUTABLE, args: ARGS });
  return {
    ...sample,
    url: server.url,
    server,
    open: (path, options) => openTab(browser, server.url, path, options),
    close: async () => {
      await browser.close();
      await server.close();
      await checker.close();
      sample.remove();
      rmSync(webRoot, { recursive: true });
    },
  };
}

async function openTab(browser: Browser, url: string, path: string, options?: BrowserContextOptions): Promise<Tab> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${url}/`)) faults.push(`request: ${request.url()}`);
  });
  await page.goto(url + path);
  await settled(page);
  return { page, faults };
}

/** Waits until a page shows what it is about. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main:has(h1):not(:has(.loading, [aria-busy="true"]))').waitFor();
}

/**
 * Waits until an expression holds in a page. Not by Playwright's waitForFunction, which evaluates strings in the page again and
 * again: what is not true at once fails there on the pages' policy.
 */
export async function until(page: Page, expression: string): Promise<void> {
  for (const deadline = Date.now() + 15_000; !(await page.evaluate(expression)); await setTimeout(20)) {
    if (Date.now() > deadline) throw new Error(`never true: ${expression}`);
  }
}

/** The texts of all elements that a selector finds. */
export function texts(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).allTextContents();
}

/** Every page there is of a record, by what it shows. */
export function pathsOf({ record, keyOf }: SampleRecord, articles: readonly AnalyzedArticle[]): Record<string, string> {
  const [speaker] = record.speakers().items;
  return {
    record: '/',
    stories: '/stories',
    'story of one article': `/stories/${keyOf(articles[0]!)}`,
    speakers: '/speakers',
    speaker: `/speakers/${speaker!.key}`,
    sources: '/sources',
    'sources of days without an article': '/sources?from=2040-01-01',
    statements: '/statements',
    'statements reported more than once': '/statements?show=all',
    issues: '/issues',
    'positions on words': '/issues?about=harbour',
    'positions on words as a table': '/issues?about=toll&as=table',
    check: '/check',
    search: '/search?q=toll',
    'search for a name': '/search?q=kost',
    'empty search': '/search',
    'search without a find': '/search?q=zebra',
    refusals: '/refusals',
    review: '/review',
    'review of names': '/review?kind=names',
    'review without a find': '/review?outlet=Nobody',
    corrections: '/corrections',
    'watched sources': '/watching',
    'no adding of pages': '/capture',
    ...Object.fromEntries(articles.map((article) => [`article ${article.id}`, `/articles/${keyOf(article)}#s0`])),
  };
}
