/** Helpers for the tests of capture: folders that vanish, and all that a run of captures gives. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { type CaptureOptions, capture, isRefusal } from '../../src/capture/index.ts';
import type { Capture, Refusal } from '../../src/model.ts';

export const NOW = new Date('2031-05-03T12:00:00Z');

export async function temporaryFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-test-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files into a fresh folder; gives the folder. */
export async function folderWith(
  t: TestContext,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> {
  const folder = await temporaryFolder(t);
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}

export async function collect(inputs: readonly string[], options: CaptureOptions = {}): Promise<(Capture | Refusal)[]> {
  const all: (Capture | Refusal)[] = [];
  for await (const each of capture(inputs, { now: () => NOW, ...options })) all.push(each);
  return all;
}

/** What a run gave, in short: ids of captures, codes of refusals. */
export const outcomes = (given: readonly (Capture | Refusal)[]): string[] =>
  given.map((each) => (isRefusal(each) ? `refused: ${each.code}` : each.article.id));

export function onlyCapture(given: readonly (Capture | Refusal)[]): Capture {
  const [first, ...rest] = given;
  if (!first || rest.length || isRefusal(first))
    throw new Error(`expected one capture, got ${JSON.stringify(given).slice(0, 500)}`);
  return first;
}

export function onlyRefusal(given: readonly (Capture | Refusal)[]): Refusal {
  const [first, ...rest] = given;
  if (!first || rest.length || !isRefusal(first))
    throw new Error(`expected one refusal, got ${outcomes(given).join(', ')}`);
  return first;
}

/** A stream of bytes in pieces of a given size. */
export async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export const SENTENCES = [
  'Kalvia will not hand the harbour back until a new ferry pact is signed, Prime Minister Ilona Varga told parliament.',
  '"We have waited eleven years and we are not going to wait a twelfth," she told deputies in Norta on Friday.',
  'The foreign minister of Merrow, Tomas Reddick, called the remarks a step back from what was agreed in March.',
];

export const pageOf = (paragraphs: readonly string[], head = '<title>Harbour talks go on</title>'): string =>
  `<!doctype html><html><head>${head}</head><body><article><h1>Harbour talks go on</h1>${paragraphs
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('')}</article></body></html>`;
