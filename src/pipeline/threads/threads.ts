import type { AnalyzedArticle, Article } from '../../model.ts';
import type { Analyze } from '../stages.ts';
import type { Batch } from './messages.ts';
import { type Job, WorkerThread } from './worker-thread.ts';

/** Beside this file, with its ending: `.ts` in a checkout, `.js` in the published package. */
export const OWN_WORKER = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);

/**
 * A thread takes as long to start as it takes to analyse so many characters. It is worth its start when there are more
 * for each of the threads.
 */
const WORTH_A_THREAD = 250_000;

/** A worker thread has a second job waiting, so that it goes on while this thread is at work and cannot give it one. */
const AHEAD = 2;

/** Where threads come from and how many there may be. */
export interface ThreadsOptions {
  /** The folder of the models. */
  readonly models: string;
  /** How many worker threads there may be beside this one. */
  readonly most: number;
  /** What a worker thread runs. */
  readonly script: URL;
  /** Is told, in words for people, when a thread was lost. */
  readonly note: (message: string) => void;
}

/**
 * Analyses batches in this thread and in worker threads: each batch goes to a thread that is free, else it waits. Worker
 * threads start when what has been given, or is expected, is worth it.
 *
 * A worker thread that ends by itself (out of memory, a fault in native code) fails the batch that it was at, whose
 * articles from then on go to worker threads alone: what ended one must not end the process.
 */
export class Threads {
  readonly #options: ThreadsOptions;
  readonly #workers: WorkerThread[] = [];
  readonly #waiting: Job[] = [];
  /** Articles that a worker thread was at when it ended. */
  readonly #suspects = new WeakSet<Article>();
  #here: Analyze | null = null;
  #busyHere = false;
  /** Characters given or expected so far. */
  #given = 0;
  #expected = 0;
  /** Why a worker thread could not start; there is no use in trying again. */
  #unable: string | null = null;
  #closed = false;

  constructor(options: ThreadsOptions) {
    this.#options = options;
  }

  /** So many batches keep all threads busy, those that wait included. */
  get atOnce(): number {
    const { most } = this.#options;
    return most > 0 ? 1 + AHEAD * most + 1 : 1;
  }

  /** Starts the threads that so many characters are worth. */
  expect(characters: number): void {
    this.#expected = characters;
    while (this.#wantsAnother()) this.#start();
  }

  /** Gives this thread what it analyses with. */
  here(analyze: Analyze): void {
    this.#here = analyze;
    this.#giveOut();
  }

  /**
   * Analyses articles together, in whichever thread is free first.
   * @throws Error when a stage fails on one of them, or when the thread that they were given to is lost.
   */
  analyze(articles: Batch): Promise<AnalyzedArticle[]> {
    if (this.#closed) return Promise.reject(new Error('The analyser was closed.'));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ articles, resolve, reject });
      for (const { text } of articles) this.#given += text.length;
      this.#giveOut();
    });
  }

  /** Ends the worker threads; what is not analysed yet fails. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const job of this.#waiting.splice(0)) job.reject(new Error('The analyser was closed.'));
    await Promise.all(this.#workers.splice(0).map((worker) => worker.stop()));
  }

  #wantsAnother(): boolean {
    const { most } = this.#options;
    if (this.#unable !== null || this.#closed || this.#workers.length >= most) return false;
    return Math.max(this.#given, this.#expected) >= WORTH_A_THREAD * (this.#workers.length + 1);
  }

  #start(): void {
    const { script, models } = this.#options;
    const watcher = {
      free: () => this.#giveOut(),
      lost: (thread: WorkerThread, reason: string, jobs: readonly Job[]) => this.#lose(thread, reason, jobs),
    };
    this.#workers.push(new WorkerThread(script, { models }, watcher));
  }

  /** Gives waiting jobs to free threads, and starts a thread where more wait than those that there are can take. */
  #giveOut(): void {
    if (this.#closed) return;
    this.#giveWorkers(1, 0);
    this.#giveHere();
    // The last one that waits goes to whichever thread is free first.
    this.#giveWorkers(AHEAD, 1);
    if (this.#waiting.length > 0 && this.#wantsAnother()) this.#start();
    const suspect = this.#waiting.some((job) => this.#isSuspect(job));
    if (!suspect || this.#workers.length > 0) return;
    if (this.#unable === null) this.#start();
    else this.#failSuspects(this.#unable);
  }

  /** Gives worker threads jobs up to a load, and leaves some waiting. */
  #giveWorkers(load: number, leave: number): void {
    for (const worker of this.#workers) {
      while (worker.ready && worker.load < load && this.#waiting.length > leave) worker.give(this.#waiting.shift()!);
    }
  }

  #giveHere(): void {
    if (this.#busyHere || !this.#here) return;
    const at = this.#waiting.findIndex((job) => !this.#isSuspect(job));
    const [job] = at < 0 ? [] : this.#waiting.splice(at, 1);
    if (!job) return;
    this.#busyHere = true;
    this.#here(job.articles)
      .then(job.resolve, job.reject)
      .finally(() => {
        this.#busyHere = false;
        this.#giveOut();
      });
  }

  #isSuspect({ articles }: Job): boolean {
    return articles.some((article) => this.#suspects.has(article));
  }

  #lose(thread: WorkerThread, reason: string, [running, ...next]: readonly Job[]): void {
    this.#workers.splice(this.#workers.indexOf(thread), 1);
    this.#waiting.unshift(...next);
    if (!thread.ready) this.#unable = reason;
    if (running) {
      for (const article of running.articles) this.#suspects.add(article);
      running.reject(new Error(`the thread that read it ended (${reason})`));
    }
    const { note } = this.#options;
    if (thread.ready) note(`A thread ended (${reason}). What it was reading is read again, one article at a time.`);
    else note(`A further thread could not start (${reason}). The work goes on without it.`);
    this.#giveOut();
  }

  #failSuspects(reason: string): void {
    const failed = this.#waiting.filter((job) => this.#isSuspect(job));
    for (const job of failed) {
      this.#waiting.splice(this.#waiting.indexOf(job), 1);
      job.reject(new Error(`the thread that read it ended, and no other could start (${reason})`));
    }
  }
}
