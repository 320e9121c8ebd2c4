import { useCallback, useEffect, useState } from 'react';
import type {
  ArticleDetail,
  ArticlePage,
  AttributionPage,
  Counts,
  OutletList,
  Problem,
  RefusalPage,
  SpeakerDetail,
  SpeakerPage,
} from '../src/server/schemas.ts';
import { addressOf } from './router.tsx';

export type { ArticleDetail, ArticlePage, AttributionPage, Counts, SpeakerDetail, SpeakerPage };
export type ArticleSummary = ArticlePage['items'][number];
export type Attribution = AttributionPage['items'][number];
export type SpeakerSummary = SpeakerPage['items'][number];

declare const answer: unique symbol;
/** An address of the API together with the type of its answer. */
export type Address<T> = string & { readonly [answer]?: T };

/** How many items a page of a list shows. */
export const PAGE_LENGTH = 50;

const segment = encodeURIComponent;
const paged = (page: number, limit = PAGE_LENGTH) => ({ limit, offset: (page - 1) * limit });

/** The addresses of the API (see `src/server/schemas.ts`). Pages count from 1. */
export const api = {
  counts: (): Address<Counts> => '/api/counts',
  outlets: (): Address<OutletList> => '/api/outlets',
  articles: (page: number, outlet: string | null): Address<ArticlePage> =>
    addressOf('/api/articles', { ...paged(page), outlet }),
  article: (key: string): Address<ArticleDetail> => `/api/articles/${segment(key)}`,
  snapshot: (key: string) => `/api/articles/${segment(key)}/snapshot`,
  speakers: (page: number, name: string, limit = PAGE_LENGTH): Address<SpeakerPage> =>
    addressOf('/api/speakers', { ...paged(page, limit), name }),
  speaker: (key: string, page: number, limit = PAGE_LENGTH): Address<SpeakerDetail> =>
    addressOf(`/api/speakers/${segment(key)}`, paged(page, limit)),
  search: (q: string, speaker: string | null, outlet: string | null, page: number): Address<AttributionPage> =>
    addressOf('/api/search', { q, speaker, outlet, ...paged(page) }),
  refusals: (page: number, limit = PAGE_LENGTH): Address<RefusalPage> => addressOf('/api/refusals', paged(page, limit)),
};

/** What came of asking: `data` of an earlier address stays there while the next one loads. */
export interface Answer<T> {
  readonly data: T | undefined;
  /** A sentence for the reader, and whether the thing asked for does not exist. */
  readonly problem: { readonly words: string; readonly missing: boolean } | undefined;
  readonly loading: boolean;
  retry(): void;
}

class Refused extends Error {
  readonly missing: boolean;
  constructor(words: string, missing: boolean) {
    super(words);
    this.missing = missing;
  }
}

async function ask(address: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(address, { signal, headers: { accept: 'application/json' } }).catch((error) => {
    if (signal.aborted) throw error;
    throw new Refused('The server does not answer. Start it again with "onrecord serve", then try again.', false);
  });
  if (response.ok) return response.json();
  const problem: Partial<Problem> = await response.json().catch(() => ({}));
  throw new Refused(problem.error ?? `The server answered with status ${response.status}.`, response.status === 404);
}

/** Answers already had, so that going back shows the page at once; the newest are asked for again all the same. */
const kept = new Map<string, unknown>();
const KEPT_AT_MOST = 60;

function keep(address: string, data: unknown): void {
  kept.delete(address);
  kept.set(address, data);
  if (kept.size > KEPT_AT_MOST) kept.delete(kept.keys().next().value!);
}

interface Asked {
  readonly address: string | null;
  readonly data: unknown;
  readonly problem: Answer<unknown>['problem'];
}

/** Asks the API and keeps the answer; null asks nothing. */
export function useAnswer<T>(address: Address<T> | null): Answer<T> {
  const [asked, setAsked] = useState<Asked>({ address: null, data: undefined, problem: undefined });
  const [tries, setTries] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` asks the same address again.
  useEffect(() => {
    if (address === null) return;
    const stop = new AbortController();
    ask(address, stop.signal).then(
      (data) => {
        keep(address, data);
        setAsked({ address, data, problem: undefined });
      },
      (error: unknown) => {
        if (stop.signal.aborted) return;
        const problem = { words: (error as Error).message, missing: error instanceof Refused && error.missing };
        setAsked({ address, data: undefined, problem });
      },
    );
    return () => stop.abort();
  }, [address, tries]);

  const retry = useCallback(() => setTries((before) => before + 1), []);
  if (asked.address === address) {
    return { data: asked.data as T | undefined, problem: asked.problem, loading: false, retry };
  }
  const already = address === null ? undefined : kept.get(address);
  const data = (already ?? asked.data) as T | undefined;
  return { data, problem: undefined, loading: already === undefined && address !== null, retry };
}
