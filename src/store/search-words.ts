import { foldedWords } from './fold.ts';

/** One thing that must occur: words in a row, of which the last may be only the beginning of a word. */
export interface Term {
  readonly words: readonly string[];
  readonly ending: 'exact' | 'prefix';
}

/** Words beyond these many are left out: FTS5 takes no deeper expression, and nobody types one. */
const MOST_WORDS = 64;
/** A shorter last word is not taken for the beginning of one: it would begin too many. */
const SHORTEST_BEGINNING = 3;
/** A quotation in straight, English, German or French marks; one that is not closed goes to the end. Or a word. */
const PIECE = /"([^"]*)("|$)|[“„]([^“”]*)([“”]|$)|«([^»]*)(»|$)|([^\s"“”„«»]+)/g;

/**
 * Reads what somebody typed into a search box. Words in quotation marks must occur in a row, just so; other words
 * each somewhere; a word with a star at its end stands for all that begin with it, and so does the last one, which may
 * still be being typed. Case and diacritics are ignored; other signs only part words ("cease-fire" is "cease fire" in
 * a row). Takes any string; gives no terms where it holds no word.
 */
export function readSearch(input: string): Term[] {
  const terms: Term[] = [];
  let room = MOST_WORDS;
  let lastIsPlain = false;
  for (const match of input.matchAll(PIECE)) {
    const quoted = match[1] ?? match[3] ?? match[5];
    const words = foldedWords(quoted ?? match[7] ?? '').slice(0, room);
    if (words.length === 0) continue;
    room -= words.length;
    lastIsPlain = quoted === undefined;
    terms.push({ words, ending: lastIsPlain && match[0].endsWith('*') ? 'prefix' : 'exact' });
  }
  const last = terms.at(-1);
  const long = (last?.words.at(-1)?.length ?? 0) >= SHORTEST_BEGINNING;
  if (last && lastIsPlain && long) terms[terms.length - 1] = { ...last, ending: 'prefix' };
  return terms;
}

/** Reads a part of a name: each word of it must begin a word of the name, in any order. */
export function readNamePart(input: string): Term[] {
  return foldedWords(input)
    .slice(0, MOST_WORDS)
    .map((word) => ({ words: [word], ending: 'prefix' }));
}
