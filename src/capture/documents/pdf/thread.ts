/** A PDF is a program of a kind: it is read in a thread that can be ended when it takes too long or too much memory. */
import { Worker } from 'node:worker_threads';
import { Refused } from '../../refused.ts';
import type { PdfText } from './types.ts';

const SCRIPT = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);

/** A newspaper of a hundred pages takes ten seconds. */
const LONGEST_MS = 60_000;
const MOST_MEMORY_MB = 768;

/** Reads a PDF in a thread of its own. @throws Refused 'timed out', 'too large', 'damaged' */
export function extractInThread(bytes: Uint8Array, longestMs = LONGEST_MS): Promise<PdfText> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(SCRIPT, {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
      // What the library has to say about a PDF is not for whoever reads our output.
      stdout: true,
      stderr: true,
    });
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      settle();
      void worker.terminate();
    };
    const timer = setTimeout(() => {
      const reason = `reading it takes more than ${longestMs / 1000} seconds`;
      end(() => reject(new Refused('timed out', reason)));
    }, longestMs);
    worker.once('message', (text: PdfText) => end(() => resolve(text)));
    worker.once('error', (error: NodeJS.ErrnoException) => {
      const tooLarge = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      const reason = tooLarge ? 'reading it takes too much memory' : `it could not be read (${error.message})`;
      end(() => reject(new Refused(tooLarge ? 'too large' : 'damaged', reason)));
    });
    worker.once('exit', (code) => end(() => reject(new Refused('damaged', `reading it ended with code ${code}`))));
  });
}
