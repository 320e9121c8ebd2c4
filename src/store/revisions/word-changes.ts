import { diffArrays, diffWordsWithSpace } from 'diff';
import type { WordChange } from './types.ts';

/** Texts that differ in more paragraphs, or passages in more words, are given as wholly replaced: comparing costs the square. */
const MOST_PARAGRAPHS = 2_000;
const MOST_WORDS = 2_000;
/** Longer passages (UTF-16 code units) are not compared word by word. */
const LONGEST_PASSAGE = 200_000;

/**
 * Changes as people read them: what was removed at one place together, then what was added there. White space between two
 * changed words is changed with them, so that "two of the" and "all" do not come word by word.
 */
function joined(changes: readonly WordChange[]): WordChange[] {
  const out: WordChange[] = [];
  let [removed, added, space] = ['', '', ''];
  const close = (): void => {
    for (const [change, words] of [
      ['removed', removed],
      ['added', added],
      ['same', space],
    ] as const) {
      if (words !== '') out.push({ change, words });
    }
    [removed, added, space] = ['', '', ''];
  };
  for (const { change, words } of changes) {
    if (words === '') continue;
    if (change === 'same') {
      const isBetween = removed + added !== '' && space === '' && /^[^\S\n]+$/.test(words);
      if (isBetween) space = words;
      else {
        close();
        const last = out.at(-1);
        if (last?.change === 'same') out[out.length - 1] = { change, words: last.words + words };
        else out.push({ change, words });
      }
      continue;
    }
    [removed, added, space] = [removed + space, added + space, ''];
    if (change === 'removed') removed += words;
    else added += words;
  }
  close();
  return out;
}

const replaced = (before: string, after: string): WordChange[] => [
  { change: 'removed', words: before },
  { change: 'added', words: after },
];

/** The word changes within one passage, by the algorithm of Myers (1986) as jsdiff has it. */
function inPassage(before: string, after: string): WordChange[] {
  if (before === '' || after === '' || before.length + after.length > LONGEST_PASSAGE) return replaced(before, after);
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MOST_WORDS });
  if (!parts) return replaced(before, after);
  return parts.map(({ value, added, removed }) => ({
    change: added ? 'added' : removed ? 'removed' : 'same',
    words: value,
  }));
}

/** The paragraphs of a text, each with its line break. */
const paragraphsOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/**
 * What was changed from one text to another, word by word: paragraphs are compared first, then the words of those that
 * differ. What is `same` or `removed` is the text before, to the character; what is `same` or `added` is the text after.
 */
export function wordChanges(before: string, after: string): WordChange[] {
  const parts = diffArrays(paragraphsOf(before), paragraphsOf(after), { maxEditLength: MOST_PARAGRAPHS });
  if (!parts) return joined(replaced(before, after));
  const changes: WordChange[] = [];
  let removed = '';
  let added = '';
  const close = (): void => {
    changes.push(...inPassage(removed, added));
    removed = '';
    added = '';
  };
  for (const part of parts) {
    const words = part.value.join('');
    if (part.removed) removed += words;
    else if (part.added) added += words;
    else {
      close();
      changes.push({ change: 'same', words });
    }
  }
  close();
  return joined(changes);
}
