import type { ArticleFilter } from '../audit/types.ts';
import type { Connection } from '../connection.ts';
import { spellingsOf } from '../spellings.ts';
import { byFrequency, groupBySpelling, sameName, type Worded } from './merge.ts';
import { saidBy } from './said.ts';
import type { Alias } from './types.ts';

/**
 * What a speaker is called: the name that is shown, then the others, the commonest first; a name that a correction gives
 * or takes over without an article that gives it has no attributions.
 *
 * @param shown the speaker's name in the record.
 */
export function readAliases(connection: Connection, speaker: number, shown: string, filter: ArticleFilter): Alias[] {
  const unseen = spellingsOf(connection, speaker).map((words): Worded => ({ words, ...NEVER }));
  const groups = groupBySpelling([...connection.all(namesGiven(speaker, filter)), ...unseen], sameName);
  const first = groups.find(({ words }) => sameName(words) === sameName(shown));
  const others = groups.filter((group) => group !== first).sort(byFrequency);
  return [...(first ? [{ ...first, words: shown }] : []), ...others].map(({ words, spellings, ...seen }) => ({
    name: words,
    ...seen,
    articles: seen.attributions === 0 ? 0 : connection.first(articlesWith(speaker, spellings, filter))!.articles,
  }));
}

const NEVER = { attributions: 0, first: null, last: null } as const;

/** The names that articles give; where a correction says who speaks, the article's name is somebody else's. */
function namesGiven(speaker: number, filter: ArticleFilter) {
  return saidBy(speaker, filter)
    .where('attribution.reassigned', '=', 0)
    .where('attribution.found_name', 'is not', null)
    .groupBy('attribution.found_name')
    .select((of) => [
      'attribution.found_name as words',
      of.fn.countAll<number>().as('attributions'),
      of.fn.min<string | null>('article.published').as('first'),
      of.fn.max<string | null>('article.published').as('last'),
    ])
    .$narrowType<{ words: string }>();
}

/** Several spellings may stand in one article, so that their articles do not add up. */
function articlesWith(speaker: number, spellings: readonly string[], filter: ArticleFilter) {
  return saidBy(speaker, filter)
    .where('attribution.reassigned', '=', 0)
    .where('attribution.found_name', 'in', [...spellings])
    .select((of) => of.fn.count<number>('attribution.article_id').distinct().as('articles'));
}
