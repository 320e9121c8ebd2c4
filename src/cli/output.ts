import { once } from 'node:events';
import { stripUnsafe } from './terminal.ts';

/** Exit status when the reader of the output has gone: 128 and the number of SIGPIPE, as shells have it. */
const READER_GONE = 141;

/** C1 controls and marks that change the direction of writing, which JSON lets through as they are. */
const UNESCAPED = /[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

let endsWithOutput = true;
let lost = false;

/** Writes text or bytes to standard output; resolves when the reader has room for more, so that memory stays flat. */
export async function print(output: string | Uint8Array): Promise<void> {
  if (lost || process.stdout.write(output)) return;
  // An error is the business of the listener of `watchOutput`, which ends the program or lets it go on without output.
  await once(process.stdout, 'drain').catch(() => {});
}

/** Writes one line to standard output. */
export function printLine(line = ''): Promise<void> {
  return print(`${line}\n`);
}

/** A value as JSON on one line, with everything escaped that could steer a terminal. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(
    UNESCAPED,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Writes one value as a line of JSON to standard output. */
export function printJson(value: unknown): Promise<void> {
  return printLine(jsonText(value));
}

/** Writes a message for people to standard error. */
export function note(message: string): void {
  process.stderr.write(`${stripUnsafe(message)}\n`);
}

/**
 * Ends the program when its output can no longer be written: quietly, with 141, when the reader has gone away
 * (`onrecord … | head`), and otherwise (a full disk) with the reason and 1.
 */
export function watchOutput(): void {
  process.stderr.on('error', (error: NodeJS.ErrnoException) => {
    if (endsWithOutput) process.exit(error.code === 'EPIPE' ? READER_GONE : 1);
  });
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && !lost) {
      note(`onrecord: the output could not be written: ${error.message}`);
      process.exitCode = 1;
    }
    lost = true;
    if (endsWithOutput) process.exit(error.code === 'EPIPE' ? READER_GONE : 1);
  });
}

/** For a command whose work is not its output: it goes on to its end, with its own exit status, when nobody reads. */
export function goOnWithoutReader(): void {
  endsWithOutput = false;
}
