import type { TokenRange } from '../text/index.ts';
import type { Name, NameKind } from './names.ts';

/** One that the article names, with every place where it does. */
export interface Entity {
  readonly id: number;
  readonly kind: NameKind;
  /** Folded words of the fullest name. */
  words: readonly string[];
  /** Where the fullest name stands. */
  full: TokenRange;
  /** Above zero: a woman; below: a man. */
  gender: number;
  /** The persons that a family name in the plural means ("the Karimis"). */
  readonly members: readonly Entity[];
  /** In text order. */
  readonly mentions: Mention[];
}

/** A place where an entity is named. */
export interface Mention {
  readonly first: number;
  readonly end: number;
  readonly entity: Entity;
  readonly title: TokenRange | null;
}

/** All places where the same words stand as a name. */
export interface Group {
  readonly words: readonly string[];
  readonly names: Name[];
  personal: number;
}

/** So many bearers of one word are compared; a text of nothing but names must not cost its square. */
export const MOST_BEARERS = 100;

/** The entities found so far. */
export class Registry {
  readonly all: Entity[] = [];
  readonly #byWord = new Map<string, Entity[]>();

  bearers(word: string): readonly Entity[] {
    return this.#byWord.get(word) ?? [];
  }

  create(kind: NameKind, group: Group, members: readonly Entity[] = []): Entity {
    const { first, end } = group.names[0]!;
    const entity: Entity = {
      id: this.all.length,
      kind,
      words: group.words,
      full: [first, end],
      gender: 0,
      members,
      mentions: [],
    };
    this.all.push(entity);
    return entity;
  }

  /** Lets every word of a name lead to its entity. */
  index(entity: Entity, words: readonly string[]): void {
    for (const word of words) {
      const list = this.#byWord.get(word) ?? [];
      if (list.length < MOST_BEARERS && !list.includes(entity)) list.push(entity);
      this.#byWord.set(word, list);
    }
  }
}

/** Groups names by their words, the fullest forms first, so that shorter ones can join them; then the most used. */
export function groupNames(names: readonly Name[]): Group[] {
  const groups = new Map<string, Group>();
  for (const name of names) {
    const key = name.words.join(' ');
    let group = groups.get(key);
    if (!group) {
      group = { words: name.words, names: [], personal: 0 };
      groups.set(key, group);
    }
    group.names.push(name);
    group.personal += name.personal;
  }
  return [...groups.values()].sort(
    (a, b) =>
      b.words.length - a.words.length || b.names.length - a.names.length || a.names[0]!.first - b.names[0]!.first,
  );
}
