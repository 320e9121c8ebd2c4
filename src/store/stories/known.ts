import type { KnownStory, Member, Profile } from '../../model.ts';
import { type Connection, prepared } from '../connection.ts';
import { build } from '../schema.ts';

const holders = prepared((v: { key: number; most: number }) =>
  build
    .selectFrom('story_key')
    .select('story_id as id')
    .where('key', '=', v.key)
    .orderBy('story_id', 'desc')
    .limit(v.most),
);
const sizeOf = prepared((v: { story: number }) =>
  build.selectFrom('story').select('articles').where('id', '=', v.story),
);
const latestOf = prepared((v: { story: number; most: number }) =>
  build
    .selectFrom('article')
    .innerJoin('story_profile', 'story_profile.article_id', 'article.id')
    .select(['article.id', 'day', 'words'])
    .where('story_id', '=', v.story)
    .orderBy('article.id', 'desc')
    .limit(v.most),
);
const profile = prepared((v: { article: number }) =>
  build.selectFrom('story_profile').select(['day', 'words']).where('article_id', '=', v.article),
);

const toProfile = ({ day, words }: { day: number | null; words: string }): Profile => ({
  day,
  words: JSON.parse(words) as Profile['words'],
});

/** What tells an article's event, of one that has a story. */
export function readProfile(connection: Connection, article: number): Profile {
  return toProfile(connection.first(profile, { article })!);
}

/** The latest articles of a story in the order of their coming, as many as are compared. */
export function membersOf(connection: Connection, story: number): Member[] {
  return connection
    .all(latestOf, { story, most: connection.grouper.mostMembers })
    .map(({ id, ...row }) => ({ id, profile: toProfile(row) }))
    .reverse();
}

/** The stories that a newcomer may belong to: those whose keys weigh most together. */
export function candidatesOf(connection: Connection, newcomer: Profile): KnownStory[] {
  const { mostHolders, mostStories, keysOf } = connection.grouper;
  const weights = new Map<number, number>();
  for (const [key, weight] of keysOf(newcomer)) {
    for (const { id } of connection.all(holders, { key, most: mostHolders })) {
      weights.set(id, (weights.get(id) ?? 0) + weight);
    }
  }
  return [...weights]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, mostStories)
    .map(([id]) => ({
      id,
      size: connection.first(sizeOf, { story: id })!.articles,
      members: membersOf(connection, id),
    }));
}
