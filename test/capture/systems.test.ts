import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Capture } from '../../src/model.ts';
import { collect, onlyCapture } from './inputs.ts';

const FOLDER = fileURLToPath(new URL('../fixtures/capture/systems/', import.meta.url));

/** What a careful reader finds in a page; written before the page was ever read by the code. */
interface Expected {
  readonly title: string;
  readonly byline: string | null;
  readonly published: string;
  readonly modified: string | null;
  readonly outlet: string;
  readonly language: string;
  readonly section: string | null;
  readonly paywalled: boolean | null;
  readonly amp?: string;
  /** The line below the headline, which may or may not count as text. */
  readonly dek?: string;
  /** All paragraphs; null where only `lines` are certain to be the article's. */
  readonly text: readonly string[] | null;
  readonly lines?: readonly string[];
  readonly posts?: readonly { at: string; title: string | null; begins: string; ends: string }[];
}

/** The field, what was expected, what was found. */
type Wrong = readonly [field: string, expected: unknown, found: unknown];

/** Whether two dates are the same moment, or the same day where neither says more. */
function sameTime(a: string | null, b: string | null): boolean {
  if (a === b) return true;
  return a !== null && b !== null && a.length > 10 && b.length > 10 && Date.parse(a) === Date.parse(b);
}

function wrongText(given: string, expected: Expected): Wrong[] {
  const paragraphs = given.split('\n\n').filter((paragraph) => paragraph !== expected.dek);
  const wanted = (expected.text ?? expected.lines ?? []).filter((paragraph) => paragraph !== expected.dek);
  const missing = wanted.filter((paragraph) => !paragraphs.includes(paragraph));
  const extra = expected.text ? paragraphs.filter((paragraph) => !wanted.includes(paragraph)) : [];
  const ordered =
    missing.length > 0 ||
    extra.length > 0 ||
    wanted.every((each, i) => i === 0 || paragraphs.indexOf(each) > paragraphs.indexOf(wanted[i - 1]!));
  return missing.length || extra.length || !ordered ? [['text', { missing }, { extra, ordered }]] : [];
}

function wrongPosts({ article, posts = [] }: Capture, expected: Expected): Wrong[] {
  const found = posts.map(({ span, at, title }) => {
    const lines = article.text.slice(...span).split('\n\n');
    return { at, title, begins: lines[0], ends: lines.at(-1) };
  });
  const wanted = expected.posts ?? [];
  const same =
    found.length === wanted.length &&
    found.every((post, i) => {
      const other = wanted[i]!;
      return (
        sameTime(post.at, other.at) &&
        post.title === other.title &&
        post.begins === other.begins &&
        post.ends === other.ends
      );
    });
  return same ? [] : [['posts', wanted, found]];
}

function wrongFields(capture: Capture, expected: Expected): Wrong[] {
  const { article, page } = capture;
  const found = { ...article, ...page };
  const wrong: Wrong[] = [];
  for (const field of ['title', 'byline', 'outlet', 'language', 'section', 'paywalled'] as const) {
    if (plain(found[field]) !== plain(expected[field])) wrong.push([field, expected[field], found[field]]);
  }
  for (const field of ['published', 'modified'] as const) {
    if (!sameTime(found[field] ?? null, expected[field])) wrong.push([field, expected[field], found[field]]);
  }
  if ((found.amp ?? null) !== (expected.amp ?? null)) wrong.push(['amp', expected.amp, found.amp]);
  return [...wrong, ...wrongText(article.text, expected), ...wrongPosts(capture, expected)];
}

/** Apostrophes may be typeset or not. */
const plain = (value: unknown): unknown => (typeof value === 'string' ? value.replaceAll('’', "'") : value);

/** The least share of pages on which each is right. */
const BARS: Readonly<Record<string, number>> = {
  title: 0.95,
  published: 0.95,
  outlet: 0.95,
  byline: 0.9,
  modified: 0.9,
  language: 0.95,
  section: 0.8,
  paywalled: 0.9,
  amp: 0.95,
  text: 0.9,
  posts: 0.95,
};

describe('pages in the markup of publishing systems', () => {
  const pages = globSync('*/*.html', { cwd: FOLDER }).sort();

  it('are of twenty-five systems at least, two outlets each or more', () => {
    assert.ok(pages.length >= 60, `${pages.length} pages`);
    assert.ok(new Set(pages.map((page) => page.split('/')[0])).size >= 25);
  });

  it('give their metadata and their text', async (t: TestContext) => {
    const wrong = new Map<string, string[]>(Object.keys(BARS).map((field) => [field, []]));
    for (const page of pages) {
      const expected: Expected = JSON.parse(readFileSync(join(FOLDER, page.replace(/html$/, 'expected.json')), 'utf8'));
      const capture = onlyCapture(await collect([join(FOLDER, page)]));
      for (const [field, wanted, found] of wrongFields(capture, expected)) {
        t.diagnostic(`${page} ${field}: expected ${JSON.stringify(wanted)}, found ${JSON.stringify(found)}`);
        wrong.get(field)!.push(page);
      }
    }
    const shares = Object.keys(BARS).map((field) => [field, 1 - wrong.get(field)!.length / pages.length] as const);
    for (const [field, share] of shares) {
      t.diagnostic(`${field} right on ${(share * 100).toFixed(1)}% of ${pages.length} pages`);
    }
    for (const [field, share] of shares) {
      assert.ok(share >= BARS[field]!, `${field} is right on ${share}, less than ${BARS[field]}`);
    }
  });
});
