import type { Connection } from '../connection.ts';
import { spellingsOf } from '../spellings.ts';
import { byFrequency, groupBySpelling, sameName, type Worded } from './merge.ts';
import { articlesOf, type Said, seenOf } from './said.ts';
import type { Alias } from './types.ts';

/**
 * What a speaker is called: the name that is shown, then the others, the commonest first; a name that a correction gives
 * or takes over without an article that gives it has no attributions.
 *
 * @param shown the speaker's name in the record
 * @param said what is attributed to it
 */
export function aliasesOf(connection: Connection, speaker: number, shown: string, said: readonly Said[]): Alias[] {
  const unseen = spellingsOf(connection, speaker).map((words): Worded => ({ words, ...NEVER }));
  const byName = Map.groupBy(said, ({ name }) => name);
  const given = [...byName].flatMap(([words, some]) => (words === null ? [] : { words, ...seenOf(some) }));
  const groups = groupBySpelling([...given, ...unseen], sameName);
  const first = groups.find(({ words }) => sameName(words) === sameName(shown));
  const others = groups.filter((group) => group !== first).sort(byFrequency);
  return [...(first ? [{ ...first, words: shown }] : []), ...others].map(({ words, spellings, ...seen }) => ({
    name: words,
    ...seen,
    // Several spellings may stand in one article, so that their articles do not add up.
    articles: articlesOf([...new Set(spellings)].flatMap((spelling) => byName.get(spelling) ?? [])),
  }));
}

const NEVER = { attributions: 0, first: null, last: null } as const;
