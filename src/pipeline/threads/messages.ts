import type { Article, Attribution } from '../../model.ts';

/** What a worker thread starts with. */
export interface WorkerData {
  /** The folder of the models. */
  readonly models: string;
}

/** What a worker thread is sent; it answers each batch in turn. */
export type Batch = readonly Article[];

/** What a worker thread sends: that it is ready, then for each batch the attributions of each article, or why there are none. */
export type Answer =
  | { readonly ready: true }
  | { readonly found: readonly (readonly Attribution[])[] }
  | { readonly failed: string };
