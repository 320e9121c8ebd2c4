/** What a thread aside runs: answers addresses of the API, one at a time, from a record that it reads by itself. */
import { workerData } from 'piscina';
import { openRecord } from '../../store/index.ts';
import { addApi } from '../api.ts';
import { createApp } from '../app.ts';
import type { Answer } from './answers.ts';
import type { AsideData } from './aside.ts';

const { record: path, issues } = workerData as AsideData;
const record = openRecord(path, { readOnly: true, openInProcess: true });
const app = createApp().then(async (created) => {
  await created.register(async (api) => addApi(api, record, issues), { prefix: '/api' });
  return created;
});

/** Of the connection, and not of the answer. */
const OF_CONNECTION = new Set(['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding']);

/** @param address an address of the API, with its query. */
export default async function answer(address: string): Promise<Answer> {
  const ready = await app;
  const start = performance.now();
  const { statusCode, headers, rawPayload } = await ready.inject(address);
  const own = Object.entries(headers).filter(([name, value]) => value !== undefined && !OF_CONNECTION.has(name));
  return {
    status: statusCode,
    headers: Object.fromEntries(own.map(([name, value]) => [name, String(value)])),
    body: rawPayload,
    tookMs: performance.now() - start,
  };
}
