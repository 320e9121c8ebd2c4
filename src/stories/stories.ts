import type { Article, Grouper, KnownStory, Member, RegroupedStory } from '../model.ts';
import { Holders } from './holders.ts';

type Told = Pick<Article, 'title' | 'text' | 'published'>;

/** One story as it is now. */
export interface Story {
  readonly id: number;
  /** The ids of its articles, in the order of their coming. */
  readonly articles: readonly number[];
  /** The article that stands for it. */
  readonly lead: number;
}

/** A story's address, whether it still has articles or not. */
interface Held {
  readonly id: number;
  /** The article with which it came to be: where the story has gone into others, it leads to that article's. */
  readonly founder: number;
  readonly members: Member[];
}

/**
 * Stories in memory: for runs without a record, for measuring, and as the pattern of what a record does with an index in
 * its database. Articles come in one after another, in any order; each looks at its candidates only.
 */
export class Stories {
  readonly #grouper: Grouper;
  readonly #held: Held[] = [];
  /** Which story each article is in. */
  readonly #storyOf: number[] = [];
  readonly #profiles: Member[] = [];
  readonly #holders = new Map<number, Holders>();
  /** Article → the addresses that came to be with it. */
  readonly #founded = new Map<number, number[]>();
  readonly #counts = new Map<string, number>();
  #counted = 0;

  constructor(grouper: Grouper) {
    this.#grouper = grouper;
  }

  /** Counts an article's words before any is added: of a batch, all that come together. */
  count(article: Told): void {
    this.#counted++;
    for (const word of this.#grouper.wordsOf(article)) this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
  }

  /**
   * Puts an article into its story. It must have been counted.
   * @returns its id: articles are numbered from 0 in the order of their coming.
   */
  add(article: Told): number {
    const of = (word: string) => this.#counts.get(word) ?? 0;
    const profile = this.#grouper.profileOf(article, { articles: this.#counted, of });
    const member = { id: this.#profiles.length, profile };
    this.#profiles.push(member);
    this.#apply(this.#grouper.regroup(member, this.#candidates(member)));
    return member.id;
  }

  /**
   * Looks at each article once more, now that the others are there.
   * @returns whether any went elsewhere.
   */
  settle(): boolean {
    let changed = false;
    for (const member of this.#profiles) {
      changed = this.#apply(this.#grouper.regroup(member, this.#candidates(member))) || changed;
    }
    return changed;
  }

  /** The story that an address leads to now. */
  resolve(address: number): number {
    const held = this.#held[address]!;
    return held.members.length > 0 ? held.id : this.#storyOf[held.founder]!;
  }

  /** The story of an article. */
  storyOf(article: number): number {
    return this.#storyOf[article]!;
  }

  /** All stories, in the order in which they came to be. */
  all(): Story[] {
    return this.#held.flatMap(({ id, members }) =>
      members.length === 0
        ? []
        : [{ id, articles: members.map((each) => each.id), lead: this.#grouper.leadOf(members) }],
    );
  }

  /** The stories whose keys weigh most together among the latest that hold one; and that of the article itself. */
  #candidates({ id, profile }: Member): KnownStory[] {
    const { mostHolders, mostStories, mostMembers, keysOf } = this.#grouper;
    const weights = new Map<number, number>();
    for (const [key, weight] of keysOf(profile)) {
      const holders = this.#holders.get(key)?.latest(mostHolders) ?? [];
      for (const story of holders) weights.set(story, (weights.get(story) ?? 0) + weight);
    }
    const home = this.#storyOf[id];
    if (home !== undefined) weights.set(home, Number.POSITIVE_INFINITY);
    return [...weights]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, mostStories)
      .map(([story]) => {
        const { members } = this.#held[story]!;
        return { id: story, size: members.length, members: members.slice(-mostMembers) };
      });
  }

  #apply(groups: readonly RegroupedStory[]): boolean {
    let changed = false;
    for (const { story, members } of groups) {
      const target = story ?? this.#found(members);
      for (const article of members) {
        if (this.#storyOf[article] === target) continue;
        this.#move(this.#profiles[article]!, target);
        changed = true;
      }
    }
    return changed;
  }

  /** A story that is new, or an address whose story had gone into one of these and now parts from it again. */
  #found(members: readonly number[]): number {
    const gone = members
      .flatMap((article) => this.#founded.get(article) ?? [])
      .filter((address) => this.#held[address]!.members.length === 0);
    if (gone.length > 0) return Math.min(...gone);
    const id = this.#held.length;
    const founder = members[0]!;
    this.#held.push({ id, founder, members: [] });
    this.#founded.set(founder, [...(this.#founded.get(founder) ?? []), id]);
    return id;
  }

  #move(member: Member, target: number): void {
    const source = this.#storyOf[member.id];
    if (source !== undefined) {
      const { members } = this.#held[source]!;
      members.splice(members.indexOf(member), 1);
    }
    const { members } = this.#held[target]!;
    members.push(member);
    members.sort((a, b) => a.id - b.id);
    this.#storyOf[member.id] = target;
    for (const [key] of this.#grouper.keysOf(member.profile)) {
      if (source !== undefined) this.#holders.get(key)!.release(source);
      let holders = this.#holders.get(key);
      if (!holders) {
        holders = new Holders();
        this.#holders.set(key, holders);
      }
      holders.hold(target);
    }
  }
}
