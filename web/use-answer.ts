import { useCallback, useEffect, useState } from 'react';
import type { Problem } from '../src/server/schemas.ts';
import type { Address } from './api.ts';

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

/** An answer of the API. */
interface Said {
  readonly data: unknown;
  /** Whether it is of the record as it was before, while what takes long is made anew (`Age`). */
  readonly aged: boolean;
}

/** After so long an answer that was aged is asked for again, and again after twice as long. */
const AGAIN_MS = 1_500;

/** Asks the API. @throws Error, in words for people, unless it was given up */
export async function ask(address: string, signal: AbortSignal): Promise<Said> {
  const response = await fetch(address, { signal, headers: { accept: 'application/json' } }).catch((error) => {
    if (signal.aborted) throw error;
    throw new Refused('The server does not answer. Start it again with "onrecord serve", then try again.', false);
  });
  if (response.ok) return { data: await response.json(), aged: response.headers.has('age') };
  const problem = (await response.json().catch(() => ({}))) as Partial<Problem>;
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
    let later: number | undefined;
    const askNow = (again: number): void => {
      ask(address, stop.signal).then(
        ({ data, aged }) => {
          if (stop.signal.aborted) return;
          keep(address, data);
          setAsked({ address, data, problem: undefined });
          if (aged) later = window.setTimeout(askNow, again, 2 * again);
        },
        (error: unknown) => {
          // What is shown stays where asking again comes to nothing.
          if (stop.signal.aborted || again > AGAIN_MS) return;
          const problem = { words: (error as Error).message, missing: error instanceof Refused && error.missing };
          setAsked({ address, data: undefined, problem });
        },
      );
    };
    askNow(AGAIN_MS);
    return () => {
      stop.abort();
      window.clearTimeout(later);
    };
  }, [address, tries]);

  const retry = useCallback(() => setTries((before) => before + 1), []);
  if (asked.address === address) {
    return { data: asked.data as T | undefined, problem: asked.problem, loading: false, retry };
  }
  const already = address === null ? undefined : kept.get(address);
  const data = (already ?? asked.data) as T | undefined;
  return { data, problem: undefined, loading: already === undefined && address !== null, retry };
}
