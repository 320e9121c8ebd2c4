/** Inputs to captures: tells files, folders, addresses and standard input apart, and goes on after each refusal. */
import type { Attempt, Capture, Refusal } from '../model.ts';
import { refuseBinary, toCapture } from './article.ts';
import type { FetchedPage } from './fetch/index.ts';
import { attemptOf, captureFetched } from './fetched.ts';
import { idOfFile, isFolder, manyIn, readFile, streamFile, walk } from './files.ts';
import { readJsonLines } from './jsonlines.ts';
import { LeftOut } from './left-out.ts';
import type { Notice, TakeNotice } from './notice.ts';
import { Refused, refusal } from './refused.ts';
import type { SiteRule } from './site-rule.ts';
import { isAddress, isArchive, MEDIA_TYPES, sniffKind } from './sniff.ts';

export interface CaptureOptions {
  /** Lets addresses of this machine and of local networks be fetched. */
  readonly allowPrivateAddresses?: boolean;
  /** How many bytes a file, a body (both unpacked) or a line may have; default 20 million. */
  readonly maxBytes?: number;
  /** How long one address may take, redirects and body included; default 30 seconds. */
  readonly timeoutMs?: number;
  /** The user's own rules for pages, as `readRules` gives them; default none. */
  readonly rules?: readonly SiteRule[];
  /** The clock; default the system's. */
  readonly now?: () => Date;
  /** What "-" reads; default standard input. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** Takes what people should know beside articles and refusals: what was left out, what was guessed. */
  readonly notice?: TakeNotice;
  /** Is told of each attempt to fetch an address, with the first thing that came of it, before that is given. */
  readonly onAttempt?: OnAttempt;
}

/** Takes an attempt with what came of it. */
export type OnAttempt = (attempt: Attempt, gave: Capture | Refusal) => void;

interface Settings {
  readonly allowPrivate: boolean;
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly rules: readonly SiteRule[];
  readonly now: () => Date;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly notice: TakeNotice;
  readonly onAttempt: OnAttempt;
}

/** How much of a stream is looked at to tell what it is. */
const SNIFFED = 65_536;

export const isRefusal = (given: Capture | Refusal): given is Refusal => 'code' in given;

/** A stream that begins with what was already read of it. */
async function* rejoin(head: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** Reads the beginning of a stream, and gives it with the whole stream. */
async function peek(
  stream: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; whole: AsyncIterable<Uint8Array> }> {
  const rest = stream[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let length = 0;
  while (length < SNIFFED) {
    const next = await rest.next();
    if (next.done) break;
    parts.push(next.value);
    length += next.value.length;
  }
  return { head: Buffer.concat(parts), whole: rejoin(parts, rest) };
}

/** Lines of a stream; one that is no text at all is refused as a whole instead of line by line. */
async function* captureLines(
  stream: AsyncIterable<Uint8Array>,
  location: string,
  settings: Settings,
): AsyncGenerator<Capture | Refusal> {
  const { head, whole } = await peek(stream);
  refuseBinary(head);
  let given = 0;
  for await (const each of readJsonLines(whole, location, settings.maxBytes, settings.now)) {
    given++;
    yield each;
  }
  if (given === 0) throw new Refused('empty', 'it holds no lines');
}

async function* captureFile(path: string, settings: Settings): AsyncGenerator<Capture | Refusal> {
  const many = manyIn(path);
  if (many === 'lines') yield* captureLines(streamFile(path), path, settings);
  else if (many) yield* captureArchive(many, path, settings);
  else yield await toCapture(await readFile(path, settings.maxBytes), idOfFile(path), settings.now(), settings.rules);
}

/** Web archives: what reads them loads when one comes. */
async function* captureArchive(
  kind: 'warc' | 'wacz',
  path: string,
  settings: Settings,
): AsyncGenerator<Capture | Refusal> {
  const { captureWacz, captureWarc } = await import('./archives/index.ts');
  if (kind === 'wacz') yield* captureWacz(path, settings);
  else yield* captureWarc(streamFile(path), path, settings);
}

async function* captureFolder(folder: string, settings: Settings): AsyncGenerator<Capture | Refusal> {
  const leftOut = new LeftOut();
  let found = 0;
  for await (const each of walk(folder)) {
    if ('leftOut' in each) {
      leftOut.count(each.leftOut);
      continue;
    }
    found++;
    if ('error' in each) yield refusal(each.path, each.error);
    else yield* guarded(each.path, captureFile(each.path, settings));
  }
  if (`${leftOut}`) {
    settings.notice({ input: folder, words: `Files were left out, since nothing is read of their kinds: ${leftOut}.` });
  }
  if (found === 0) throw new Refused('empty', 'the folder holds no file whose ending says that it is an article');
}

async function* captureUrl(address: string, settings: Settings): AsyncGenerator<Capture | Refusal> {
  // Loaded here: files need none of what fetches.
  const { attemptPage, pageOf } = await import('./fetch/index.ts');
  const { allowPrivate, maxBytes, timeoutMs } = settings;
  const fetched = await attemptPage(address, { allowPrivate, maxBytes, timeoutMs });
  const captures = captureFetchedPage(() => pageOf(fetched), settings);
  let isFirst = true;
  for await (const each of guarded(address, captures)) {
    if (isFirst) settings.onAttempt(attemptOf(fetched, each), each);
    isFirst = false;
    yield each;
  }
}

/** @param pageOf gives the page that came, or throws Refused */
async function* captureFetchedPage(pageOf: () => FetchedPage, settings: Settings): AsyncGenerator<Capture | Refusal> {
  const page = pageOf();
  if (page.kind === 'lines') yield* captureLines(once(page.bytes), page.url, settings);
  else yield await captureFetched(page, settings.now(), settings.rules);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function* captureStdin(settings: Settings): AsyncGenerator<Capture | Refusal> {
  const { head, whole } = await peek(settings.stdin);
  if (isArchive(head)) {
    const { captureWarc } = await import('./archives/index.ts');
    yield* captureWarc(whole, '-', settings);
    return;
  }
  const kind = sniffKind(head);
  if (kind === 'lines') {
    yield* captureLines(whole, '-', settings);
    return;
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of whole) {
    length += part.length;
    if (length > settings.maxBytes) throw new Refused('too large', `it is larger than ${settings.maxBytes} bytes`);
    parts.push(part);
  }
  const bytes = Buffer.concat(parts);
  const mediaType = MEDIA_TYPES[kind];
  yield await toCapture(
    { bytes, content: bytes, kind, mediaType, charset: null, location: '-', url: null },
    'stdin',
    settings.now(),
    settings.rules,
  );
}

/** Whatever is thrown while an input is read is that input's refusal, and the end of it. */
async function* guarded(input: string, captures: AsyncGenerator<Capture | Refusal>): AsyncGenerator<Capture | Refusal> {
  try {
    yield* captures;
  } catch (error) {
    yield refusal(input, error);
  }
}

async function* captureInput(input: string, settings: Settings): AsyncGenerator<Capture | Refusal> {
  if (input === '-') yield* captureStdin(settings);
  else if (isAddress(input)) yield* captureUrl(input, settings);
  else if (await isFolder(input)) yield* captureFolder(input, settings);
  else yield* captureFile(input, settings);
}

/** One input, with a notice where the encoding of an article was guessed. */
async function* captureOne(input: string, settings: Settings): AsyncGenerator<Capture | Refusal> {
  for await (const each of captureInput(input, settings)) {
    if (!isRefusal(each) && each.guessedEncoding)
      settings.notice(guessNotice(each.snapshot.location, each.guessedEncoding));
    yield each;
  }
}

const guessNotice = (input: string, encoding: string): Notice => ({
  input,
  words: `Its encoding is not declared, or not truly: it was read as ${encoding}, which is what it looks like.`,
});

/**
 * Captures articles: from files (text, Markdown, pages, saved pages, PDF, Word, JSON Lines, web archives: see
 * `files.ts`), folders (walked in the order of names), http and https addresses, and "-" for standard input (told by how
 * it begins). Gives one capture or refusal at a time, in order; holds one article, line or record in memory. Never throws
 * for input.
 */
export async function* capture(
  inputs: readonly string[],
  options: CaptureOptions = {},
): AsyncGenerator<Capture | Refusal> {
  const settings: Settings = {
    allowPrivate: options.allowPrivateAddresses ?? false,
    maxBytes: options.maxBytes ?? 20_000_000,
    timeoutMs: options.timeoutMs ?? 30_000,
    rules: options.rules ?? [],
    now: options.now ?? (() => new Date()),
    stdin: options.stdin ?? process.stdin,
    notice: options.notice ?? (() => {}),
    onAttempt: options.onAttempt ?? (() => {}),
  };
  for (const input of inputs) yield* guarded(input, captureOne(input, settings));
}
