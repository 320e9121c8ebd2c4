import type { Span } from '../../src/model.ts';
import { foldedWords } from '../../src/store/fold.ts';
import type { Term } from '../../src/store/search-words.ts';

interface Word {
  /** As the record's index has it. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: run, index } of text.matchAll(/[\p{L}\p{N}\p{M}\p{Co}\p{Default_Ignorable_Code_Point}]+/gu)) {
    for (const folded of foldedWords(run)) words.push({ folded, start: index, end: index + run.length });
  }
  return words;
}

function holdsAt(words: readonly Word[], from: number, { words: wanted, ending }: Term): boolean {
  return wanted.every((word, i) => {
    const folded = words[from + i]?.folded;
    if (folded === undefined) return false;
    return ending === 'prefix' && i === wanted.length - 1 ? folded.startsWith(word) : folded === word;
  });
}

/**
 * Where a text holds what was searched for, as whole words, by the record's own rules (`src/store/search-words.ts`).
 * Gives spans in order, without overlap.
 */
export function matchesIn(text: string, terms: readonly Term[]): Span[] {
  const words = wordsOf(text);
  const found: [number, number][] = [];
  words.forEach(({ start }, i) => {
    for (const term of terms) {
      if (!holdsAt(words, i, term)) continue;
      const { end } = words[i + term.words.length - 1]!;
      const last = found.at(-1);
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else found.push([start, end]);
    }
  });
  return found;
}
