import type { Profile, RegroupedStory } from '../../model.ts';
import { type Connection, prepared } from '../connection.ts';
import { keyFor, sha256 } from '../keys.ts';
import { readText } from '../passages.ts';
import { build } from '../schema.ts';
import { candidatesOf, membersOf, readProfile } from './known.ts';
import { countWords, wordCounts } from './words.ts';

const articleOf = prepared((v: { id: number }) =>
  build.selectFrom('article').select(['title', 'published', 'digest', 'story_id as story']).where('id', '=', v.id),
);
const revisionsAt = prepared((v: { address: string }) =>
  build
    .selectFrom('article')
    .select(['id', 'superseded_by', 'story_id as story'])
    .where('address', '=', v.address)
    .orderBy('id'),
);
const unfiled = prepared((v: { most: number }) =>
  build
    .selectFrom('article')
    .select('id')
    .where('story_id', 'is', null)
    .where('superseded_by', 'is', null)
    .orderBy('id')
    .limit(v.most),
);
const insertProfile = prepared((v: { article: number; day: number | null; words: string }) =>
  build.insertInto('story_profile').values({ article_id: v.article, day: v.day, words: v.words }),
);
const deleteProfile = prepared((v: { article: number }) =>
  build.deleteFrom('story_profile').where('article_id', '=', v.article),
);
const byKey = prepared((v: { key: string }) => build.selectFrom('story').select('id').where('key', '=', v.key));
const insertStory = prepared((v: { key: string; founder: number }) =>
  build.insertInto('story').values({ key: v.key, founder_id: v.founder }),
);
const goneOf = prepared((v: { founder: number }) =>
  build
    .selectFrom('story')
    .select('id')
    .where('founder_id', '=', v.founder)
    .where('articles', '=', 0)
    .orderBy('id')
    .limit(1),
);
const setStory = prepared((v: { article: number; story: number | null }) =>
  build.updateTable('article').set({ story_id: v.story }).where('id', '=', v.article),
);
const addArticles = prepared((v: { story: number; change: number }) =>
  build
    .updateTable('story')
    .set((of) => ({ articles: of('articles', '+', v.change) }))
    .where('id', '=', v.story),
);
const setLead = prepared((v: { story: number; lead: number | null; latest: string }) =>
  build.updateTable('story').set({ lead_id: v.lead, latest: v.latest }).where('id', '=', v.story),
);
const latestOf = prepared((v: { story: number }) =>
  build
    .selectFrom('article')
    .select((of) => of.fn.max('published').as('latest'))
    .where('story_id', '=', v.story),
);
const holdKey = prepared((v: { key: number; story: number }) =>
  build
    .insertInto('story_key')
    .values({ key: v.key, story_id: v.story, articles: 1 })
    .onConflict((on) => on.doUpdateSet((of) => ({ articles: of('story_key.articles', '+', 1) }))),
);
const releaseKey = prepared((v: { key: number; story: number }) =>
  build
    .updateTable('story_key')
    .set((of) => ({ articles: of('articles', '-', 1) }))
    .where('key', '=', v.key)
    .where('story_id', '=', v.story)
    .where('articles', '>', 1),
);
const dropKey = prepared((v: { key: number; story: number }) =>
  build.deleteFrom('story_key').where('key', '=', v.key).where('story_id', '=', v.story).where('articles', '=', 1),
);

/**
 * Puts articles that have no story yet into theirs, at most so many: those of records older than stories. Where all have
 * one it costs one look at an empty index.
 */
export function fileIntoStories(connection: Connection, most: number): void {
  if (connection.all(unfiled, { most: 1 }).length === 0) return;
  connection.write(() => {
    for (const { id } of connection.all(unfiled, { most })) file(connection, id);
  });
}

/**
 * Lets the newest revision at an address have a story, and no other: it is found among the others first, so that it keeps
 * theirs. An article without an address is filed alone.
 */
export function regroupRevisions(connection: Connection, article: number, address: string | null): void {
  if (address === null) {
    file(connection, article);
    return;
  }
  const revisions = connection.all(revisionsAt, { address });
  for (const { id, superseded_by, story } of revisions) {
    if (superseded_by === null && story === null) file(connection, id);
  }
  for (const { id, superseded_by, story } of revisions) {
    if (superseded_by !== null && story !== null) withdraw(connection, id);
  }
}

function toldBy(connection: Connection, article: number) {
  const { title, published } = connection.first(articleOf, { id: article })!;
  return { title, published, text: readText(connection, article) };
}

function file(connection: Connection, article: number): void {
  const { grouper } = connection;
  const told = toldBy(connection, article);
  const words = grouper.wordsOf(told);
  countWords(connection, words, 1);
  const profile = grouper.profileOf(told, wordCounts(connection, words));
  connection.run(insertProfile, { article, day: profile.day, words: JSON.stringify(profile.words) });
  apply(connection, grouper.regroup({ id: article, profile }, candidatesOf(connection, profile)));
}

function withdraw(connection: Connection, article: number): void {
  const { story } = connection.first(articleOf, { id: article })!;
  move(connection, article, readProfile(connection, article), story, null);
  connection.run(deleteProfile, { article });
  countWords(connection, connection.grouper.wordsOf(toldBy(connection, article)), -1);
  present(connection, story!);
}

function apply(connection: Connection, groups: readonly RegroupedStory[]): void {
  const changed = new Set<number>();
  for (const { story, members } of groups) {
    const target = story ?? found(connection, members);
    for (const article of members) {
      const { story: source } = connection.first(articleOf, { id: article })!;
      if (source === target) continue;
      move(connection, article, readProfile(connection, article), source, target);
      changed.add(target);
      if (source !== null) changed.add(source);
    }
  }
  for (const story of changed) present(connection, story);
}

/** A story that is new, or an address whose story had gone into one of these and now parts from it again. */
function found(connection: Connection, members: readonly number[]): number {
  const gone = members.flatMap((founder) => connection.first(goneOf, { founder })?.id ?? []);
  if (gone.length > 0) return Math.min(...gone);
  const founder = members[0]!;
  const { digest } = connection.first(articleOf, { id: founder })!;
  const whole = sha256(JSON.stringify(['story', digest]));
  const key = keyFor(whole, (candidate) => connection.first(byKey, { key: candidate }) !== undefined);
  return connection.run(insertStory, { key, founder });
}

/** Takes an article out of one story and into another, with its keys. */
function move(
  connection: Connection,
  article: number,
  profile: Profile,
  source: number | null,
  target: number | null,
): void {
  connection.run(setStory, { article, story: target });
  if (source !== null) connection.run(addArticles, { story: source, change: -1 });
  if (target !== null) connection.run(addArticles, { story: target, change: 1 });
  for (const [key] of connection.grouper.keysOf(profile)) {
    if (source !== null) {
      connection.run(dropKey, { key, story: source });
      connection.run(releaseKey, { key, story: source });
    }
    if (target !== null) connection.run(holdKey, { key, story: target });
  }
}

/** Chooses anew what stands for a story, among its latest articles. */
function present(connection: Connection, story: number): void {
  const members = membersOf(connection, story);
  const lead = members.length === 0 ? null : connection.grouper.leadOf(members);
  connection.run(setLead, { story, lead, latest: connection.first(latestOf, { story })?.latest ?? '' });
}
