import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';

const HERE = new URL('../../samples/', import.meta.url);
/** The folder that holds the articles and nothing else. */
export const articlesFolder = fileURLToPath(new URL('articles', HERE));

/** One statement that `samples/expected.json` names by a stretch of its words. */
export interface ExpectedStatement {
  readonly speaker: string;
  readonly kind: string;
  readonly type: string;
  readonly words: string;
  readonly saidOn: string | null;
  readonly medium: string | null;
}

/** What a careful reader finds in one sample article; `opens` and `closes` are words of its first and last sentence. */
export interface Expected {
  readonly id: string;
  readonly title: string;
  readonly published: string;
  readonly outlet: string;
  readonly byline: string | null;
  readonly opens: string;
  readonly closes: string;
  readonly boilerplate: readonly string[];
  readonly statements: readonly ExpectedStatement[];
}

type Pair = readonly [id: string, words: string, otherId: string, otherWords: string];
interface Place {
  readonly id: string;
  readonly words: string;
}

/** What a careful reader finds across the sample articles. */
export interface ExpectedRecord {
  readonly same_person: readonly (readonly string[])[];
  readonly not_same_person: readonly (readonly string[])[];
  readonly same_statement: readonly (readonly [...Pair, change: string])[];
  readonly not_same_statement: readonly Pair[];
  readonly altered: readonly (Place & { readonly from: string; readonly original: string })[];
  readonly misattributed: readonly (Place & {
    readonly given_to: string;
    readonly from: string;
    readonly speaker: string;
  })[];
  readonly provenance: readonly { readonly article: string; readonly reprints?: string; readonly credits?: string }[];
  readonly same_story: readonly (readonly string[])[];
  readonly positions: readonly { readonly id: string; readonly speaker: string; readonly condition: string | null }[];
  readonly conflicts: readonly {
    readonly id: string;
    readonly a: string;
    readonly other: string;
    readonly b: string;
  }[];
  readonly claimed_by_one: readonly (Place & { readonly speaker: string })[];
}

interface Queried {
  readonly textContent: string | null;
  querySelectorAll(selector: string): Iterable<Queried>;
}

/** One article as its file holds it. */
export interface Sample {
  readonly id: string;
  /** Path from `samples/articles`. */
  readonly file: string;
  /** The file as text, markup and all. */
  readonly source: string;
  /** All the words of the page, white space folded, menus and all. */
  readonly text: string;
  /** The words of the elements that a selector finds; for a plain text, of its lines. */
  readonly pieces: (selector: string) => string[];
}

/** White space of every sort folded into single spaces. */
export const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Folded, lower case, with one sort of quotation mark and apostrophe. */
export const plain = (text: string): string =>
  fold(text)
    .toLowerCase()
    .replace(/[“”«»]/g, '"')
    .replace(/[‘’]/g, "'");

/** The paths of all files under `samples/articles`, sorted. */
export const articleFiles = (): string[] =>
  readdirSync(articlesFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

function readPage(id: string, file: string, bytes: Uint8Array): Sample {
  const declared = /charset="?([\w-]+)/i.exec(Buffer.from(bytes).toString('latin1'))?.[1] ?? 'utf-8';
  const source = new TextDecoder(declared, { fatal: true }).decode(bytes);
  const document = parseHTML(source).document as unknown as Queried & { readonly body: Queried };
  return {
    id,
    file,
    source,
    text: fold(document.body.textContent ?? ''),
    pieces: (selector) => [...document.querySelectorAll(selector)].map((found) => fold(found.textContent ?? '')),
  };
}

function readText(id: string, file: string, source: string): Sample {
  const lines = source.split(/\r?\n/).map(fold).filter(Boolean);
  return { id, file, source, text: fold(source), pieces: () => lines };
}

/** Every article under `samples/articles`, in the order of the files; a wire file gives one article a line. */
export function readSamples(): Sample[] {
  return articleFiles().flatMap((path) => {
    const file = relative(articlesFolder, path);
    const bytes = readFileSync(path);
    const id = basename(path).replace(/\.(html|txt|jsonl)$/, '');
    if (path.endsWith('.html')) return [readPage(id, file, bytes)];
    const source = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (path.endsWith('.txt')) return [readText(id, file, source)];
    return source
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; text: string })
      .map((row) => readText(row.id, file, row.text));
  });
}

const json = (name: string): unknown => JSON.parse(readFileSync(new URL(name, HERE), 'utf8'));
export const expected = json('expected.json') as readonly Expected[];
export const record = json('record.json') as ExpectedRecord;
export const readme = (): string => readFileSync(new URL('README.md', HERE), 'utf8');
