/** The worker thread of the package, but that some articles end it, as running out of memory does. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Article } from '../../src/pipeline/index.ts';

export const DEADLY = 'This article ends the thread that reads it.';
/** Instead of a folder of models: the thread ends before it is ready. */
export const NO_MODELS = '/nonexistent';

if (parentPort) {
  if (workerData.models === NO_MODELS) throw new Error('there is no memory left');
  await import('../../src/pipeline/threads/worker.ts');
  parentPort.on('message', (articles: readonly Article[] | string) => {
    if (typeof articles !== 'string' && articles.some(({ text }) => text.includes(DEADLY))) process.exit(7);
  });
}
