import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import cliProgress from 'cli-progress';
import type { Refusal } from '../model.ts';
import type { Notice } from '../pipeline/index.ts';
import { note, printLine } from './output.ts';
import { stripUnsafe } from './terminal.ts';

/** Work shorter than this needs no bar. */
const LONG_MS = 1_000;
const KNOWN_LENGTH = '{bar} {percentage}% · {articles} articles, {attributions} attributions · {eta_formatted} left';
const SPEAKERS = '{bar} {value} of {total} speakers · {eta_formatted} left';
const UNKNOWN_LENGTH = '{articles} articles, {attributions} attributions · {duration_formatted}';

/** Archives of many pages, packed: what is in them is not known before they are read. */
const ARCHIVE = /\.(?:warc|warc\.gz|wacz)$/i;

/** Bytes under these inputs, or null when that cannot be known before reading them (pages, archives, standard input). */
async function sizeOf(inputs: readonly string[]): Promise<number | null> {
  let bytes = 0;
  for (const input of inputs) {
    if (input === '-' || /^https?:\/\//i.test(input) || ARCHIVE.test(input)) return null;
    const found = await stat(input).catch(() => null);
    if (!found) continue;
    if (!found.isDirectory()) {
      bytes += found.size;
      continue;
    }
    const entries = await readdir(input, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (!entry.isFile()) continue;
      const file = await stat(join(entry.parentPath, entry.name)).catch(() => null);
      bytes += file?.size ?? 0;
    }
  }
  return bytes;
}

/** How a refusal is named on standard error. */
export function refusalLine(refusal: Refusal): string {
  return `onrecord: ${refusal.input}: ${refusal.reason}`;
}

/** How a notice is named on standard error. */
export function noticeLine(notice: Notice): string {
  return `onrecord: ${notice.input}: ${notice.words}`;
}

/** Results and messages of a long command, with a bar on standard error where that is a terminal. */
interface Lines {
  /** Writes a line of results to standard output, made safe to show; above the bar when both are on one terminal. */
  line(text: string): Promise<void>;
  /** Writes a message to standard error, above the bar. */
  note(text: string): void;
  /** Takes the bar away. To be called whatever happens. */
  stop(): void;
}

/** How far a long command is: a bar on standard error where that is a terminal, and nothing otherwise. */
export interface Progress extends Lines {
  /** One article is done. */
  step(bytes: number, attributions: number): void;
}

/** The same of a command on speakers. */
export interface SpeakerProgress extends Lines {
  /** One speaker is done. */
  step(): void;
}

/** What a command without a terminal gets: plain lines. */
const plain: Progress & SpeakerProgress = {
  step() {},
  line: (text) => printLine(stripUnsafe(text)),
  note,
  stop() {},
};

/** Whether a bar may be shown. @param interactive false where results are written that a bar would break up. */
const showsBar = (interactive: boolean): boolean => process.stderr.isTTY && (interactive || !process.stdout.isTTY);

/**
 * Prepares a progress bar for work on these inputs; it appears once the work has gone on for a second.
 * @param interactive false where results are written that a bar would break up.
 */
export async function startProgress(inputs: readonly string[], interactive = true): Promise<Progress> {
  if (!showsBar(interactive)) return plain;
  const total = await sizeOf(inputs);
  const done = { bytes: 0, articles: 0, attributions: 0 };
  const { update, ...lines } = startBar(total, total === null ? UNKNOWN_LENGTH : KNOWN_LENGTH, done);
  return {
    ...lines,
    step(bytes, attributions) {
      done.bytes += bytes;
      done.articles += 1;
      done.attributions += attributions;
      update(done.bytes);
    },
  };
}

/** The same for work on so many speakers. */
export function startSpeakerProgress(speakers: number, interactive = true): SpeakerProgress {
  if (!showsBar(interactive)) return plain;
  let done = 0;
  const { update, ...lines } = startBar(speakers, SPEAKERS, {});
  return { ...lines, step: () => update(++done) };
}

/**
 * A bar that appears at the first update after a second.
 * @param total null: not known. @param shown what the format names; looked at anew with each update.
 */
function startBar(total: number | null, format: string, shown: object): Lines & { update(done: number): void } {
  const started = Date.now();
  const bars = new cliProgress.MultiBar({
    format,
    stream: process.stderr,
    barsize: 24,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    clearOnComplete: true,
    // The terminal's settings stay as they are, so that an interrupted command leaves nothing to repair.
    hideCursor: false,
    linewrap: true,
    gracefulExit: false,
  });
  let bar: cliProgress.SingleBar | null = null;
  const above = (text: string): void => {
    bars.log(`${stripUnsafe(text)}\n`);
  };
  return {
    update(done) {
      if (!bar && Date.now() - started > LONG_MS) bar = bars.create(Math.max(total ?? 0, 1), 0, shown);
      bar?.update(Math.min(done, total ?? 0), shown);
    },
    async line(text) {
      if (bar && process.stdout.isTTY) above(text);
      else await printLine(stripUnsafe(text));
    },
    note(text) {
      if (bar) above(text);
      else note(text);
    },
    stop() {
      if (!bar) return;
      // Lines still waiting above the bar are written with its last drawing.
      bars.update();
      bars.stop();
    },
  };
}
