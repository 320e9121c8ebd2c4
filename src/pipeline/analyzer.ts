import { availableParallelism } from 'node:os';
import type { AnalyzedArticle, Article } from '../model.ts';
import { OWN_MODELS } from './models.ts';
import { OWN_WORKER, Threads } from './threads/threads.ts';

/** Finds the attributions of articles, with their speakers. */
export interface Analyzer {
  /** So many calls of `analyze` at a time keep it busy; 1 when left out. */
  readonly atOnce?: number;
  /**
   * Analyses articles together, which is faster than one by one and gives the same.
   * Takes any number of articles and gives as many, in the same order.
   */
  analyze(articles: readonly Article[]): Promise<AnalyzedArticle[]>;
}

/** An analyser with the threads that it has started. They never keep a process alive that has nothing else to do. */
export interface OpenAnalyzer extends Analyzer {
  readonly atOnce: number;
  /** Ends the threads. What is still being analysed fails. */
  close(): Promise<void>;
}

/** What an analyser works with. */
export interface AnalyzerOptions {
  /** The folder of the models; the package's own when left out. */
  readonly models?: string;
  /** How many threads analyse at most, this one among them; 1 when left out. Others start when there is enough to do. */
  readonly threads?: number;
  /** So many characters are to come, as far as is known: threads that will be needed start at once. */
  readonly expected?: number;
  /** Is told, in words for people, when a thread was lost. The results lack nothing. */
  readonly note?: (message: string) => void;
}

/** Each thread holds the models once more: more than this would take more memory than an ordinary machine can spare. */
const MOST_THREADS = 8;

/** One thread for each core that the process may use, within reason. */
export function usualThreads(): number {
  return Math.min(availableParallelism(), MOST_THREADS);
}

/**
 * Loads the models and gives what analyses articles with them.
 * @throws Error, in words for people, when a model is missing or cannot be read.
 */
export async function createAnalyzer(options: AnalyzerOptions = {}): Promise<OpenAnalyzer> {
  const { models = OWN_MODELS, threads = 1, expected = 0, note = () => {} } = options;
  const others = new Threads({ models, most: threads - 1, script: OWN_WORKER, note });
  others.expect(expected);
  try {
    // Loaded only now, while the other threads start: the stages and their models are most of the start.
    const { loadStages } = await import('./stages.ts');
    others.here(await loadStages(models));
  } catch (error) {
    await others.close();
    throw error;
  }
  return {
    atOnce: others.atOnce,
    analyze: (articles) => others.analyze(articles),
    close: () => others.close(),
  };
}
