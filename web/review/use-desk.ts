import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { SentCorrection } from '../../src/server/corrections-schemas.ts';
import type { ReviewPage } from '../../src/server/review-schemas.ts';
import type { RecordedCorrection } from '../../src/server/schemas.ts';
import { api, type ReviewAsked } from '../api.ts';
import { send } from '../sending.ts';
import { ask } from '../use-answer.ts';
import { type Desk, type DeskEvent, deskAfter, EMPTY_DESK, isSettled } from './desk-state.ts';

/** How many are fetched at once, and how near to the end of them more are. */
const AT_ONCE = 20;
const NEAR_THE_END = 6;

export const sendCorrection = (asked: SentCorrection): Promise<RecordedCorrection> =>
  send('/api/corrections', asked, '--accept-corrections');

export interface DeskTools {
  readonly desk: Desk;
  readonly tell: (event: DeskEvent) => void;
  /** Makes a correction that concerns the statement of a key; corrections are sent one after the other, in their order. */
  readonly correct: (key: string, asked: SentCorrection) => void;
  /** Takes back the last correction that was made here. */
  readonly undo: () => void;
  /** Why the statements could not be fetched; null while they can. */
  readonly problem: string | null;
  readonly retry: () => void;
}

/** What is to be reviewed, fetched as it is needed, and what a reviewer does with it. */
export function useDesk(asked: ReviewAsked): DeskTools {
  const [desk, tell] = useReducer(deskAfter, EMPTY_DESK);
  const fetching = useFetching(desk, tell, asked);
  const last = useRef<Promise<unknown>>(Promise.resolve());

  // Not read off the desk, which is drawn later: an undoing that waits for a correction is of that one.
  const made = useRef<Taken[]>([]);
  const correct = useCallback((key: string, correction: SentCorrection) => {
    tell({ type: 'sent', key, asked: correction });
    last.current = last.current.then(() =>
      sendCorrection(correction).then(
        ({ number, summary }) => {
          made.current.push({ key, number });
          tell({ type: 'answered', key, asked: correction, made: { number, summary } });
        },
        (error: Error) => tell({ type: 'failed', failure: { key, asked: correction, words: error.message } }),
      ),
    );
  }, []);
  const undo = useCallback(() => {
    // After all that is on its way: the last of that is what is taken back.
    last.current = last.current.then(() => takeBack(made.current, tell));
  }, []);
  return { desk, tell, correct, undo, ...fetching };
}

/** A correction that was made here, and the statement that it concerns. */
interface Taken {
  readonly key: string;
  readonly number: number;
}

/** Takes back the last of what was made, and off the list. */
async function takeBack(made: Taken[], tell: (event: DeskEvent) => void): Promise<void> {
  const latest = made.at(-1);
  if (!latest) return;
  const asked: SentCorrection = { action: 'undo', number: latest.number };
  await sendCorrection(asked).then(
    () => {
      made.pop();
      tell({ type: 'undone', ...latest });
    },
    (error: Error) => tell({ type: 'failed', failure: { key: latest.key, asked, words: error.message } }),
  );
}

function useFetching(desk: Desk, tell: (event: DeskEvent) => void, asked: ReviewAsked) {
  const [problem, setProblem] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  const { seats, at, whole } = desk;
  const wanted = !whole && seats.length - at <= NEAR_THE_END;
  // What is settled is not in the server's list any more; what is on its way may still be.
  const offset = seats.filter((seat) => !isSettled(seat)).length;
  const start = useRef(offset);
  start.current = offset;

  // biome-ignore lint/correctness/useExhaustiveDependencies: more are fetched once for each batch, and when asked again.
  useEffect(() => {
    if (!wanted) return;
    const stop = new AbortController();
    setProblem(null);
    ask(api.review(asked, start.current, AT_ONCE), stop.signal).then(
      ({ data }) => {
        const { items, total } = data as ReviewPage;
        tell({ type: 'loaded', items, total, asked: AT_ONCE });
      },
      (error: Error) => {
        if (!stop.signal.aborted) setProblem(error.message);
      },
    );
    return () => stop.abort();
  }, [wanted, seats.length, tries]);

  return { problem, retry: useCallback(() => setTries((before) => before + 1), []) };
}
