import { Worker } from 'node:worker_threads';
import type { Refusal } from '../../model.ts';
import { messageOf } from '../errors.ts';
import { OWN_MODELS } from '../models.ts';
import { endThread } from '../threads/ending.ts';
import type { CheckBounds, CheckedInRecord, GivenDraft } from './in-record.ts';

/** What the thread starts with. */
export interface CheckWorkerData {
  /** The path of the record. */
  readonly record: string;
  /** The folder of the models. */
  readonly models: string;
  readonly bounds: CheckBounds;
}

/** What the thread answers to each draft. */
export type CheckAnswer = { readonly checked: CheckedInRecord | Refusal } | { readonly failed: string };

/** Checks drafts against a record in a thread of its own, so that whoever else is at work is not held up. */
export interface Checker {
  /**
   * Drafts are checked one at a time, in the order in which they come.
   *
   * @returns a refusal where what was given holds no draft
   * @throws Error, in words for people, when it takes longer than it may, or the thread is lost
   */
  check(draft: GivenDraft): Promise<CheckedInRecord | Refusal>;
  /** Ends the thread. What is being checked or waits fails, and so does what comes later. */
  close(): Promise<void>;
}

/** What a checker works with. */
export interface CheckerOptions extends Partial<CheckBounds> {
  /** The path of the record. */
  readonly record: string;
  /** The folder of the models; the package's own when left out. */
  readonly models?: string;
  /** How long one draft may take at most, in milliseconds, from when it is begun; the thread is ended then. */
  readonly longestMs?: number;
  /** After so long without a draft the thread ends, and its models leave the memory. */
  readonly idleMs?: number;
}

const SCRIPT = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);
const BOUNDS: CheckBounds = { mostBytes: 1_000_000, mostCharacters: 200_000, mostMs: 20_000 };

/** A checker, whose thread starts with the first draft: a server that checks none holds no models. */
export function createChecker(options: CheckerOptions): Checker {
  const { record, models = OWN_MODELS, longestMs = 60_000, idleMs = 300_000, ...bounds } = options;
  const data: CheckWorkerData = { record, models, bounds: { ...BOUNDS, ...bounds } };
  let thread: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const end = async (): Promise<void> => {
    clearTimeout(idle);
    const ending = thread;
    thread = null;
    if (ending) await endThread(ending);
  };
  const start = (): Worker => {
    const started = new Worker(SCRIPT, { workerData: data });
    // An error that comes while no draft is at hand is told by the next one, which finds no thread and starts another.
    started
      .on('error', () => {})
      .on('exit', () => {
        if (thread === started) thread = null;
      });
    return started;
  };
  const checkNow = async (draft: GivenDraft): Promise<CheckedInRecord | Refusal> => {
    if (closed) throw new Error('The draft could not be checked: the checker was closed.');
    clearTimeout(idle);
    thread ??= start();
    try {
      return await answerOf(thread, draft, longestMs);
    } catch (error) {
      await end();
      throw error;
    } finally {
      idle = setTimeout(end, idleMs).unref();
    }
  };
  return {
    check(draft) {
      const turn = last.then(() => checkNow(draft));
      last = turn.catch(() => {});
      return turn;
    },
    close() {
      closed = true;
      return end();
    },
  };
}

/** Gives a thread a draft and waits for what comes of it. The process stays alive for that, and for nothing else. */
async function answerOf(thread: Worker, draft: GivenDraft, longestMs: number): Promise<CheckedInRecord | Refusal> {
  thread.ref();
  let timer: NodeJS.Timeout | undefined;
  const { promise, resolve, reject } = Promise.withResolvers<CheckAnswer>();
  const fail = (error: unknown): void => reject(new Error(`The draft could not be checked: ${messageOf(error)}.`));
  const lost = (): void => fail('the thread that read it ended');
  thread.once('message', resolve).once('error', fail).once('exit', lost);
  try {
    timer = setTimeout(() => fail(`it took longer than ${Math.round(longestMs / 1000)} seconds`), longestMs);
    thread.postMessage(draft);
    const answer = await promise;
    if ('failed' in answer) throw new Error(`The draft could not be checked: ${answer.failed}`);
    return answer.checked;
  } finally {
    clearTimeout(timer);
    thread.off('message', resolve).off('error', fail).off('exit', lost);
    thread.unref();
  }
}
