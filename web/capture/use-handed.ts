import { useEffect, useState } from 'react';
import { type Handed, type NotTaken, takeHanded } from './handed.ts';

/**
 * What came of the window that opened this one: nothing did ("none"); the bookmarklet did, but its page cut the tie
 * ("cut"); it is asked ("asked"), and does not answer ("silent"); or its page, or why it was not taken.
 */
export type Handing = 'none' | 'cut' | 'asked' | 'silent' | Handed | NotTaken;

/** A page that answers does so at once, but for one that is large or busy. */
const SILENT_AFTER_MS = 5_000;

/** Asks the window that opened this one for its page, and takes one answer. @param accepts whether pages are taken at all */
export function useHanded(accepts: boolean): Handing {
  const [handing, setHanding] = useState<Handing>(() => {
    if (!accepts) return 'none';
    if (window.opener) return 'asked';
    return window.location.search === '?handed' ? 'cut' : 'none';
  });

  useEffect(() => {
    const opener = window.opener as Window | null;
    if (!accepts || !opener) return;
    const silent = setTimeout(() => setHanding('silent'), SILENT_AFTER_MS);
    const hear = (event: MessageEvent<unknown>): void => {
      if (event.source !== opener) return;
      stop();
      setHanding(takeHanded(event.data, event.origin, new Date()));
    };
    const stop = (): void => {
      clearTimeout(silent);
      window.removeEventListener('message', hear);
    };
    window.addEventListener('message', hear);
    // To whom it may concern: who opened this window is not known yet, and the words say nothing.
    opener.postMessage('onrecord:ready', '*');
    return stop;
  }, [accepts]);

  return handing;
}
