import { setTimeout } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { Random } from '../training/synthetic/random.ts';

/** The readers of bench/serve.ts, in a thread of their own: what they do takes nothing from the server's. */

/** A page: what it asks for at once. */
export interface Asked {
  readonly what: string;
  readonly addresses: readonly string[];
}

/** How long a page took. */
export interface Timed {
  readonly what: string;
  readonly ms: number;
}

interface Reading {
  readonly url: string;
  readonly pages: readonly Asked[];
  readonly typed: readonly Asked[];
  readonly readers: number;
  readonly seconds: number;
}

/** Milliseconds between two letters, and between two pages. */
const TYPING = 150;
const READING = [500, 1500] as const;

async function open(url: string, { what, addresses }: Asked): Promise<Timed> {
  const start = performance.now();
  await Promise.all(
    addresses.map(async (address) => {
      const response = await fetch(url + address);
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`${address}: status ${response.status}`);
    }),
  );
  return { what, ms: performance.now() - start };
}

/** Every second reader types, letter by letter; the others open pages. */
async function reader(number: number, { url, pages, typed, readers, seconds }: Reading): Promise<Timed[]> {
  const random = new Random(number + 1);
  const end = performance.now() + seconds * 1000;
  const times: Timed[] = [];
  // Each begins elsewhere, so that none types what another has typed.
  let letter = Math.floor((number / readers) * typed.length);
  while (performance.now() < end) {
    const types = number % 2 === 0;
    await setTimeout(types ? TYPING : random.between(...READING));
    times.push(await open(url, types ? typed[letter++ % typed.length]! : random.pick(pages)));
  }
  return times;
}

if (parentPort) {
  const reading = workerData as Reading;
  const all = await Promise.all(Array.from({ length: reading.readers }, (_, number) => reader(number, reading)));
  parentPort.postMessage(all.flat());
}
