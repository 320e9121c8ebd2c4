/** What a worker thread runs: loads the models, then analyses what it is sent, one batch after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { messageOf } from '../errors.ts';
import { loadStages } from '../stages.ts';
import { onMessages } from './ending.ts';
import type { Answer, Batch, WorkerData } from './messages.ts';

const port = parentPort!;
const analyze = await loadStages((workerData as WorkerData).models);

async function answer(articles: Batch): Promise<Answer> {
  try {
    const analyzed = await analyze(articles);
    return { found: analyzed.map(({ attributions }) => attributions) };
  } catch (error) {
    return { failed: messageOf(error) };
  }
}

let last = Promise.resolve();
onMessages(port, (articles: Batch) => {
  last = last.then(async () => port.postMessage(await answer(articles)));
});
port.postMessage({ ready: true } satisfies Answer);
