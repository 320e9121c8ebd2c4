import { useCallback, useState } from 'react';
import type { CaptureOutcome, SentPage } from '../../src/server/captures-schemas.ts';
import { sendPage } from './send-page.ts';

/** Where the adding of a page stands. */
export type Sending = 'not yet' | 'sending' | { readonly outcome: CaptureOutcome } | { readonly failed: string };

/** Adds a page when told to. A page is given by what makes it, since reading a file takes its time. */
export function useSending(): readonly [Sending, (make: () => Promise<SentPage>) => Promise<void>] {
  const [sending, setSending] = useState<Sending>('not yet');
  const send = useCallback(async (make: () => Promise<SentPage>) => {
    setSending('sending');
    try {
      setSending({ outcome: await sendPage(await make()) });
    } catch (error) {
      setSending({ failed: (error as Error).message });
    }
  }, []);
  return [sending, send];
}
