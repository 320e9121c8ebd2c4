import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';

/**
 * Every page of the samples as a picture, light and dark, 1280 and 390 pixels wide: node bench/screenshots.ts [FOLDER],
 * `docs/pages` when left out. Needs the pages built and Chromium.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const WIDTHS = [1280, 390] as const;
const SCHEMES = ['light', 'dark'] as const;
/** Of 100; the words stay sharp. */
const QUALITY = 70;

/** Starts the demonstration in a folder of its own. */
async function startDemo(folder: string): Promise<{ url: string; stop(): Promise<void> }> {
  const demo = spawn(process.execPath, [join(ROOT, 'src/cli/main.ts'), 'demo', '--port', '0'], { cwd: folder });
  demo.stderr.pipe(process.stderr);
  let said = '';
  for await (const line of createInterface(demo.stdout)) {
    said += `${line} `;
    const url = /pages are at\s+(http:\S+?);?\s/.exec(said)?.[1];
    if (url === undefined) continue;
    const stop = async (): Promise<void> => {
      demo.kill('SIGTERM');
      await once(demo, 'exit');
    };
    return { url, stop };
  }
  throw new Error('The demonstration ended before it served its pages.');
}

const FEEDS =
  '<opml version="2.0"><body><outline text="The river"><outline type="rss" text="The Penwick Ledger" ' +
  'xmlUrl="https://penwick.example/rss"/><outline type="rss" text="Stavna Courier" xmlUrl="https://stavna.example/feed"/>' +
  '</outline></body></opml>';

/** Does with the record of the demonstration what an editor does: pages of a log without an entry show nothing. */
async function furnish(url: string, folder: string): Promise<void> {
  const run = (...args: readonly string[]): void => {
    spawnSync(process.execPath, [join(ROOT, 'src/cli/main.ts'), ...args, '--record', 'onrecord-demo.db'], {
      cwd: folder,
    });
  };
  writeFileSync(
    join(folder, 'front-page.html'),
    '<!doctype html><title>All news</title><nav><a href="/">Home</a></nav>',
  );
  writeFileSync(join(folder, 'feeds.opml'), FEEDS);
  run('add', 'front-page.html');
  run('sources', 'import', 'feeds.opml');
  type Doubts = { readonly items: readonly { readonly attribution: { readonly key: string } }[] };
  const doubts = (await (await fetch(`${url}/api/review?limit=3`)).json()) as Doubts;
  const [one, two, three] = doubts.items.map(({ attribution: { key } }) => key);
  run('correct', 'accept', one!, '--by', 'R. Sandoval');
  run('correct', 'not-a-statement', two!, '--by', 'R. Sandoval', '--note', 'the reporter says so, and nobody else');
  run('correct', 'speaker', three!, 'Tihana Belušić', '--by', 'T. Okoro', '--note', 'named in the paragraph before');
  run('correct', 'undo', '1', '--by', 'T. Okoro');
}

/** What the record has most of: the pages of these have something to show. */
async function pathsOf(url: string): Promise<Record<string, string>> {
  const get = async <T>(path: string): Promise<T> => (await fetch(`${url}/api/${path}`)).json() as Promise<T>;
  type Listed = { readonly items: readonly { readonly key: string; readonly articles: number }[] };
  const [altered, stories, speakers, articles] = await Promise.all([
    get<Listed>('statements?altered=true&limit=1'),
    get<Listed>('stories'),
    get<Listed>('speakers?limit=1'),
    get<{ items: readonly { key: string; attributions: number }[] }>('articles?limit=100'),
  ]);
  const story = stories.items.toSorted((a, b) => b.articles - a.articles)[0]!;
  const article = articles.items.toSorted((a, b) => b.attributions - a.attributions)[0]!;
  return {
    today: '/',
    article: `/articles/${article.key}`,
    statements: '/statements',
    statement: `/statements/${altered.items[0]!.key}`,
    stories: '/stories',
    story: `/stories/${story.key}`,
    issues: '/issues',
    issue: '/issues/river-talks',
    speakers: '/speakers',
    speaker: `/speakers/${speakers.items[0]!.key}`,
    sources: '/sources',
    search: '/search?q=talks',
    check: '/check',
    review: '/review',
    corrections: '/corrections',
    watching: '/watching',
    'not-captured': '/refusals',
  };
}

/** Puts a draft of the tests into the page of the check, and waits for the verdicts. */
async function fillCheck(page: Page): Promise<void> {
  const draft = readFileSync(join(ROOT, 'test/fixtures/check/draft.md'), 'utf8');
  // As it is pasted: without the marks of Markdown, to the end of a paragraph.
  const words = draft.replace(/^# .*\n+/, '').slice(0, 3_000);
  await page.locator('textarea').fill(words.slice(0, words.lastIndexOf('\n\n')));
  await page.locator('main form button[type="submit"]').click();
  await page.locator('main mark').first().waitFor({ timeout: 60_000 });
}

async function take(browser: Browser, url: string, folder: string): Promise<void> {
  for (const [name, path] of Object.entries(await pathsOf(url))) {
    for (const width of WIDTHS) {
      const context = await browser.newContext({
        viewport: { width, height: width === 390 ? 844 : 900 },
      });
      const page = await context.newPage();
      await page.goto(url + path, { waitUntil: 'networkidle' });
      await page.locator('main:has(h1):not(:has(.loading, [aria-busy="true"]))').waitFor();
      if (name === 'check') await fillCheck(page);
      const devtools = await context.newCDPSession(page);
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        // WebP is a third of PNG; Playwright itself writes none.
        const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
        writeFileSync(join(folder, `${name}-${width}-${colorScheme}.webp`), data, 'base64');
      }
      await context.close();
    }
    console.log(name);
  }
}

const folder = process.argv[2] ?? join(ROOT, 'docs/pages');
mkdirSync(folder, { recursive: true });
const home = mkdtempSync(join(tmpdir(), 'onrecord-screenshots-'));
const demo = await startDemo(home);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  await furnish(demo.url, home);
  await take(browser, demo.url, folder);
} finally {
  await browser.close();
  await demo.stop();
  rmSync(home, { recursive: true });
}
