/** The thread that reads one PDF. */
import { parentPort, workerData } from 'node:worker_threads';
import { extractPdf } from './extract.ts';

parentPort!.postMessage(await extractPdf(workerData as Uint8Array));
