/** What the thread of a checker runs: checks the drafts that it is sent against a record, one after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { openRecord } from '../../store/index.ts';
import { createAnalyzer } from '../analyzer.ts';
import { messageOf } from '../errors.ts';
import { onMessages } from '../threads/ending.ts';
import type { CheckAnswer, CheckWorkerData } from './checker.ts';
import { checkInRecord, type GivenDraft } from './in-record.ts';

const port = parentPort!;
const { record: path, models, bounds } = workerData as CheckWorkerData;
const analyzer = createAnalyzer({ models });
// Whoever waits for it is told why it failed.
analyzer.catch(() => {});

async function answer(draft: GivenDraft): Promise<CheckAnswer> {
  try {
    // Opened for each draft: a rebuild puts another file in the place of a record.
    const record = openRecord(path, { readOnly: true, openInProcess: true });
    try {
      return { checked: await checkInRecord(record, await analyzer, draft, bounds) };
    } finally {
      record.close();
    }
  } catch (error) {
    return { failed: messageOf(error) };
  }
}

let last = Promise.resolve();
onMessages(port, (draft: GivenDraft) => {
  last = last.then(async () => port.postMessage(await answer(draft)));
});
