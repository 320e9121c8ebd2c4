import type { ReactNode } from 'react';
import type { Term } from '../../src/store/search-words.ts';
import { matchesIn } from './matches.ts';

/** A text with the words that were searched for marked. */
export function Marked({ text, terms }: { readonly text: string; readonly terms: readonly Term[] }) {
  const pieces: ReactNode[] = [];
  let from = 0;
  for (const [start, end] of matchesIn(text, terms)) {
    pieces.push(text.slice(from, start), <mark key={start}>{text.slice(start, end)}</mark>);
    from = end;
  }
  return (
    <>
      {pieces}
      {text.slice(from)}
    </>
  );
}
