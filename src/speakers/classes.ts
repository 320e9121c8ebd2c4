import type { Entity } from './entities.ts';
import { CLASSES_OF, phraseAt } from './nouns.ts';
import type { Reading } from './reading.ts';
import { hasCapitalArticle } from './titles.ts';

/** So many mentions of an organization are searched for what it is. */
const MOST_SEARCHED = 12;

/** "the newspaper Harbour Times", "Radio Nord, a Danish broadcaster", "The Advocate", "Farmsale.com". */
export function classesOf(reading: Reading, { words, mentions }: Entity): ReadonlySet<string> {
  const classes = new Set<string>();
  const learn = (word: string | undefined): void => {
    for (const name of CLASSES_OF.get(word ?? '') ?? []) classes.add(name);
  };
  for (const word of words) learn(word);
  if (/\.(?:com|org|net)$/.test(words.at(-1)!)) for (const name of ['press', 'business']) classes.add(name);
  for (const { first, end } of mentions.slice(0, MOST_SEARCHED)) {
    if (hasCapitalArticle(reading, first)) classes.add('press');
    if (first > 0 && !reading.capital[first - 1]) learn(reading.folded[first - 1]);
    if (reading.document.tokens[end]?.form !== ',') continue;
    const phrase = phraseAt(reading, end + 1, Math.min(end + 12, reading.folded.length));
    if (phrase?.kind === 'organization' && reading.sentenceOf[phrase.head] === reading.sentenceOf[first])
      learn(reading.folded[phrase.head]);
  }
  return classes;
}
