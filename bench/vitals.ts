import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { startServer } from '../src/server/index.ts';
import { openRecord, type RecordStore } from '../src/store/index.ts';
import { fullRecord } from './full-record.ts';

/**
 * What Lighthouse measures of a page, and how much script it loads: node bench/vitals.ts [RECORD]. Once as on a desk, once with
 * the slow telephone that Lighthouse plays (a processor of a fourth of the speed, 150 ms and 1.6 Mbit/s). Needs the pages
 * built and Chromium. Ends with 1 where a page loads more than 180 KB of script.
 */
const MOST_SCRIPT = 180_000;
const STATEMENTS = 5_000;
/** Once a page shows what it is about, more is waited for no longer than this. */
const QUIET_MS = 1_000;

const DESK = { name: 'desk', viewport: { width: 1280, height: 900 }, slow: false } as const;
const TELEPHONE = { name: 'telephone', viewport: { width: 390, height: 844 }, slow: true } as const;

/** Runs in the page before anything of it does. */
const OBSERVE = `(() => {
  const seen = { lcp: 0, fcp: 0, shifts: [], tasks: [] };
  window.vitals = seen;
  const observe = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe('largest-contentful-paint', (entry) => { seen.lcp = entry.startTime; });
  observe('paint', (entry) => { if (entry.name === 'first-contentful-paint') seen.fcp = entry.startTime; });
  observe('layout-shift', (entry) => { if (!entry.hadRecentInput) seen.shifts.push([entry.startTime, entry.value]); });
  observe('longtask', (entry) => { seen.tasks.push([entry.startTime, entry.duration]); });
})()`;

interface Seen {
  readonly lcp: number;
  readonly fcp: number;
  readonly shifts: readonly (readonly [at: number, value: number])[];
  readonly tasks: readonly (readonly [at: number, duration: number])[];
}

/** The worst of the windows in which shifts follow each other within a second, five seconds at most (web.dev/cls). */
function cumulativeShift(shifts: Seen['shifts']): number {
  let [worst, sum, first, last] = [0, 0, -Infinity, -Infinity];
  for (const [at, value] of shifts) {
    if (at - last > 1000 || at - first > 5000) [sum, first] = [0, at];
    sum += value;
    last = at;
    worst = Math.max(worst, sum);
  }
  return worst;
}

/** What tasks after the first paint take beyond 50 ms each. */
const blockingTime = ({ fcp, tasks }: Seen): number =>
  tasks.filter(([at]) => at >= fcp).reduce((sum, [, duration]) => sum + Math.max(0, duration - 50), 0);

function pathsOf(record: RecordStore): Record<string, string> {
  const [article] = record.articles({ limit: 1 }).items;
  const [speaker] = record.speakers({ limit: 1 }).items;
  return {
    today: '/',
    article: `/articles/${article!.key}`,
    speakers: '/speakers',
    speaker: `/speakers/${speaker!.key}`,
    sources: '/sources',
    statements: '/statements?show=all',
    stories: '/stories',
    issues: '/issues',
    search: '/search?q=we+will',
    check: '/check',
    review: '/review',
    'not captured': '/refusals',
  };
}

async function slowDown(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const bytesASecond = (1.6 * 1024 * 1024) / 8;
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: bytesASecond,
    uploadThroughput: bytesASecond / 2,
  });
}

async function measure(browser: Browser, address: string, { viewport, slow }: typeof DESK | typeof TELEPHONE) {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  await page.addInitScript(OBSERVE);
  if (slow) await slowDown(page);
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') {
      sizes.push(
        response
          .request()
          .sizes()
          .then(({ responseBodySize }) => responseBodySize),
      );
    }
  });
  await page.goto(address, { waitUntil: 'networkidle', timeout: 120_000 });
  await page.locator('main:has(h1):not(:has(.loading, [aria-busy="true"]))').waitFor({ timeout: 120_000 });
  await page.waitForTimeout(QUIET_MS);
  const seen = (await page.evaluate('window.vitals')) as Seen;
  const script = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await context.close();
  return { lcp: seen.lcp, cls: cumulativeShift(seen.shifts), tbt: blockingTime(seen), script };
}

async function run(path: string): Promise<void> {
  const record = openRecord(path, { readOnly: true });
  const server = await startServer({ record, port: 0 });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    for (const screen of [DESK, TELEPHONE]) {
      for (const [name, at] of Object.entries(pathsOf(record))) {
        const { lcp, cls, tbt, script } = await measure(browser, server.url + at, screen);
        console.log(
          `${screen.name.padEnd(9)} ${name.padEnd(12)} LCP ${lcp.toFixed(0).padStart(5)} ms   CLS ${cls.toFixed(3)}   ` +
            `TBT ${tbt.toFixed(0).padStart(4)} ms   script ${(script / 1000).toFixed(1)} KB`,
        );
        if (script === 0 || script > MOST_SCRIPT) process.exitCode = 1;
      }
    }
  } finally {
    await browser.close();
    await server.close();
    record.close();
  }
}

const [given] = process.argv.slice(2);
if (given !== undefined) await run(given);
else {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-vitals-'));
  try {
    const path = join(folder, 'record.db');
    fullRecord(path, STATEMENTS);
    await run(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
