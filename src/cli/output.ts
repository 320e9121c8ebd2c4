import { once } from 'node:events';
import { stripUnsafe } from './terminal.ts';

/** Writes text to standard output; resolves when the reader has room for more, so that memory stays flat. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** Writes one line to standard output. */
export function printLine(line = ''): Promise<void> {
  return print(`${line}\n`);
}

/** Writes one value as a line of JSON to standard output. */
export function printJson(value: unknown): Promise<void> {
  return printLine(JSON.stringify(value));
}

/** Writes a message for people to standard error. */
export function note(message: string): void {
  process.stderr.write(`${stripUnsafe(message)}\n`);
}

/** Ends the program quietly when the reader of its output has gone away (`onrecord … | head`). */
export function endWhenReaderLeaves(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit();
      throw error;
    });
  }
}
