import { Worker } from 'node:worker_threads';
import type { AnalyzedArticle } from '../../model.ts';
import { messageOf } from '../errors.ts';
import { endThread } from './ending.ts';
import type { Answer, Batch, WorkerData } from './messages.ts';

/** A batch that somebody waits for. */
export interface Job {
  readonly articles: Batch;
  resolve(analyzed: AnalyzedArticle[]): void;
  reject(error: Error): void;
}

/** Who is told what becomes of a worker thread. */
export interface Watcher {
  /** It has become ready, or has done a job. */
  free(): void;
  /** It has ended by itself. @param jobs what it had been given and not done, the one it was at first */
  lost(thread: WorkerThread, reason: string, jobs: readonly Job[]): void;
}

/**
 * New objects of a thread take at most this much memory before the rubbish among them is cleared away. Left alone, V8
 * takes three times as much, and gains two parts in a hundred of speed by it.
 */
const YOUNG_MB = 16;

/** A worker thread that analyses the jobs it is given, one after the other. Keeps the process alive only while it works. */
export class WorkerThread {
  readonly #worker: Worker;
  readonly #watcher: Watcher;
  readonly #jobs: Job[] = [];
  #ready = false;
  #reason: string | null = null;
  #stopped = false;

  constructor(script: URL, data: WorkerData, watcher: Watcher) {
    this.#watcher = watcher;
    this.#worker = new Worker(script, { workerData: data, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
    this.#worker.on('message', (answer: Answer) => this.#take(answer));
    this.#worker.on('error', (error) => {
      this.#reason = messageOf(error);
    });
    this.#worker.on('exit', (code) => {
      if (!this.#stopped) watcher.lost(this, this.#reason ?? `it ended with code ${code}`, this.#jobs);
    });
  }

  /** Whether its models are loaded. */
  get ready(): boolean {
    return this.#ready;
  }

  /** How many jobs it has and has not done. */
  get load(): number {
    return this.#jobs.length;
  }

  give(job: Job): void {
    this.#jobs.push(job);
    this.#worker.ref();
    this.#worker.postMessage(job.articles);
  }

  /** Ends the thread; its jobs fail. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await endThread(this.#worker);
    for (const job of this.#jobs.splice(0)) job.reject(new Error('The analyser was closed.'));
  }

  #take(answer: Answer): void {
    if ('ready' in answer) this.#ready = true;
    else this.#settle(this.#jobs.shift()!, answer);
    if (this.#jobs.length === 0) this.#worker.unref();
    this.#watcher.free();
  }

  #settle({ articles, resolve, reject }: Job, answer: Exclude<Answer, { ready: true }>): void {
    if ('failed' in answer) reject(new Error(answer.failed));
    else resolve(articles.map((article, i) => ({ ...article, attributions: answer.found[i]! })));
  }
}
