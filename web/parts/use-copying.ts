import { useCallback, useState } from 'react';

/** Puts text on the clipboard, and says in words what came of it: for a live region. */
export function useCopying(): readonly [said: string, copy: (text: string, what: string) => Promise<void>] {
  const [said, setSaid] = useState('');
  const copy = useCallback(async (text: string, what: string) => {
    // Emptied first, so that a copy made twice is said twice.
    setSaid('');
    try {
      await navigator.clipboard.writeText(text);
      setSaid(`Copied: ${what}.`);
    } catch {
      setSaid('The browser does not let this page copy: mark the words and copy them yourself.');
    }
  }, []);
  return [said, copy];
}
