/** A PDF is a program of a kind: it is read in a thread that can be ended when it takes too long or too much memory. */
import { Worker } from 'node:worker_threads';
import { Refused } from '../../refused.ts';
import type { PdfText } from './types.ts';

const SCRIPT = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);

/** What reading one PDF may take. */
export interface PdfLimits {
  readonly longestMs: number;
  /** Of V8's heap, and again of what is beside it. */
  readonly mostMemoryMb: number;
}

/** A hundred pages of four columns take four seconds, and 130 MB. */
const USUAL: PdfLimits = { longestMs: 60_000, mostMemoryMb: 512 };
/** How often it is looked at how much the thread holds beside V8's heap: what streams unpack to, which V8 does not bound. */
const WATCH_MS = 100;

const TOO_MUCH = 'reading it takes too much memory';

/** Reads a PDF in a thread of its own. @throws Refused 'timed out', 'too large', 'damaged' */
export function extractInThread(bytes: Uint8Array, { longestMs, mostMemoryMb }: PdfLimits = USUAL): Promise<PdfText> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(SCRIPT, {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
      // What the library has to say about a PDF is not for whoever reads our output.
      stdout: true,
      stderr: true,
    });
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      clearInterval(watch);
      settle();
      void worker.terminate();
    };
    const refuse = (code: 'timed out' | 'too large' | 'damaged', reason: string): void =>
      end(() => reject(new Refused(code, reason)));
    const timer = setTimeout(
      () => refuse('timed out', `reading it takes more than ${longestMs / 1000} seconds`),
      longestMs,
    );
    const watch = setInterval(async () => {
      const held = await worker.getHeapStatistics().catch(() => null);
      if (held && held.external_memory > mostMemoryMb * 1024 * 1024) refuse('too large', TOO_MUCH);
    }, WATCH_MS);
    worker.once('message', (text: PdfText) => end(() => resolve(text)));
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') refuse('too large', TOO_MUCH);
      else refuse('damaged', `it could not be read (${error.message})`);
    });
    worker.once('exit', (code) => refuse('damaged', `reading it ended with code ${code}`));
  });
}
