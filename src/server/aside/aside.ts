import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { Piscina } from 'piscina';
import { readIssues } from '../../pipeline/index.ts';
import type { RecordStore } from '../../store/index.ts';
import { type Answer, KeptAnswers } from './answers.ts';

/** `quick`: what takes some hundredths of a second, of which there is much. `slow`: what may take seconds. */
export type LaneName = 'quick' | 'slow';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The lane that makes the answer, where there are lanes; the server's own thread where none is named. */
    aside?: LaneName;
  }
}

/** What a thread aside starts with. */
export interface AsideData {
  /** The path of the record. */
  readonly record: string;
  /** The folder of its issues; null: there are none. */
  readonly issues: string | null;
}

/** Answers to what takes long, made by threads of their own that read the record too, so that nobody else waits for them. */
export interface Aside {
  /** Lets them answer the routes of an app whose `config.aside` names a lane. */
  serve(app: FastifyInstance, record: RecordStore): void;
  /** Ends the threads; whoever waits for an answer is told that there is none. */
  close(): Promise<void>;
}

const SCRIPT = new URL(import.meta.url.endsWith('.ts') ? './thread.ts' : './thread.js', import.meta.url).href;
/**
 * Threads of the quick lane do not wait for each other; of the slow one what an answer was counted of serves the next. What is
 * slow is for whoever can wait: the quick goes before it where both want a processor (Linux).
 */
const LANES = { quick: { threads: 2, niceIncrement: 0 }, slow: { threads: 1, niceIncrement: 10 } } as const;
const BOUNDS = { waitMs: 400, mostBytes: 32_000_000 };

/** So many may wait for a thread; whoever comes then is to try again later. */
const MOST_WAITING = 200;

/** At most so many issues are looked up before anybody asks for them. */
const MOST_ISSUES = 20;

export function createAside(data: AsideData): Aside {
  // All start now, and stay: whoever asks first does not wait for one to start.
  const laneOf = (name: LaneName) => {
    const { threads, niceIncrement } = LANES[name];
    const options = { filename: SCRIPT, minThreads: threads, maxThreads: threads, workerData: data };
    return new Piscina<string, Answer>({ ...options, niceIncrement });
  };
  const lanes = { quick: laneOf('quick'), slow: laneOf('slow') };
  const keptBy = (lane: Piscina<string, Answer>) =>
    new KeptAnswers((asked) => lane.run(asked.split('\n', 1)[0]!), BOUNDS);
  const kept = { quick: keptBy(lanes.quick), slow: keptBy(lanes.slow) };
  // Whoever edited an issue is not to see what it was before: another file, another question.
  const answer = (lane: LaneName, address: string, record: RecordStore) =>
    kept[lane].answer(`${address}\n${stateOfFiles(data.issues)}`, record.state());
  return {
    serve(app, record) {
      app.addHook('onRequest', async (request, reply) => {
        const lane = request.routeOptions.config.aside;
        if (lane === undefined) return;
        if (lanes[lane].queueSize >= MOST_WAITING) {
          const error = 'Too much is asked at once of what takes long to answer: try again in a few seconds.';
          return reply.code(503).header('retry-after', '5').send({ error });
        }
        const { answer: given, ageMs } = await answer(lane, request.url, record);
        if (ageMs > 0) reply.header('age', Math.ceil(ageMs / 1000));
        return reply.code(given.status).headers(given.headers).send(given.body);
      });
      for (const [lane, address] of firstAsked(data.issues)) answer(lane, address, record).catch(() => {});
    },
    close: async () => {
      await Promise.all([lanes.quick.destroy(), lanes.slow.destroy()]);
    },
  };
}

/** What pages ask for first, of what takes longest: asked for as soon as the server runs, so that nobody waits for it. */
function firstAsked(issues: string | null): (readonly [LaneName, string])[] {
  const files = issues === null ? [] : readIssues(issues).issues.slice(0, MOST_ISSUES);
  const slow = [
    '/api/audit?limit=50&offset=0',
    '/api/suggested-issues',
    ...files.flatMap(({ name }) => [`/api/issues/${name}/counts`, `/api/issues/${name}`]),
  ];
  return [['quick', '/api/today'], ...slow.map((address) => ['slow', address] as const)];
}

/** Changes whenever a file of a folder does. */
function stateOfFiles(folder: string | null): string {
  if (folder === null) return '';
  try {
    const stats = readdirSync(folder).map((name) => [name, statSync(join(folder, name))] as const);
    return stats.map(([name, { mtimeMs, size }]) => `${name} ${mtimeMs} ${size}`).join('\n');
  } catch {
    // There is no folder, or a file went away meanwhile: who reads them says what is wrong.
    return '';
  }
}
