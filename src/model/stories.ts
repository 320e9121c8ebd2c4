/** Articles on the same event. */
import type { Article } from './articles.ts';

/** What tells an article's event: so many of its words, names, numbers and pairs of words, with how much each tells. */
export interface Profile {
  /** Each once, the weightiest first; weights are whole numbers above 0, so that sums do not depend on their order. */
  readonly words: readonly (readonly [word: string, weight: number])[];
  /** The day it was published, in days since 1970-01-01, or null when that is not known. */
  readonly day: number | null;
}

/** An article of a story, as grouping sees it. */
export interface Member {
  /** The same for the same article; smaller for one that came in earlier. */
  readonly id: number;
  readonly profile: Profile;
}

/** A story that newcomers may belong to. */
export interface KnownStory {
  /** Smaller for one that came to be earlier. */
  readonly id: number;
  /** How many articles it has. */
  readonly size: number;
  /** Its articles, or the latest `Grouper.mostMembers` of them: then it stays whole. */
  readonly members: readonly Member[];
}

/** How often words were met: what is common tells little. */
export interface WordCounts {
  /** In how many articles. */
  readonly articles: number;
  /** In how many of them a word of `Grouper.wordsOf` occurs. */
  of(word: string): number;
}

/** One story as it is after an article came in. */
export interface RegroupedStory {
  /** The story of before whose address it keeps; null: it is new. */
  readonly story: number | null;
  /** All stories of before that have articles in it, the one it keeps first. */
  readonly from: readonly number[];
  /** Its articles as far as they were given, by their ids, in ascending order. */
  readonly members: readonly number[];
}

/** A key under which stories are held and looked for: an integer from 0 to 2^53 - 1, and how much it tells. */
export type StoryKey = readonly [key: number, weight: number];

/** Tells which articles are on the same event. Pure: the same for the same arguments. */
export interface Grouper {
  /** Of each key, the latest so many stories that hold it are looked at. */
  readonly mostHolders: number;
  /** So many stories are candidates at most: those whose keys weigh most together. */
  readonly mostStories: number;
  /** So many articles of a story are compared at most, the latest. */
  readonly mostMembers: number;
  /** The words of an article that are counted, each once. */
  wordsOf(article: Pick<Article, 'title' | 'text'>): string[];
  /** @param counts the article itself may be among them or not. */
  profileOf(article: Pick<Article, 'title' | 'text' | 'published'>, counts: WordCounts): Profile;
  keysOf(profile: Profile): StoryKey[];
  /**
   * Finds the newcomer's place, which may join stories or part them. What it does not name stays as it was.
   *
   * @param known the candidates, each once.
   */
  regroup(newcomer: Member, known: readonly KnownStory[]): RegroupedStory[];
  /** The article that stands for a story, by its id: the one most like the others, then the one published first. */
  leadOf(members: readonly Member[]): number;
}
