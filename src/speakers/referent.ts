import type { Entity } from './entities.ts';
import type { NounKind, Phrase } from './nouns.ts';
import type { Standing } from './roles.ts';

/** A place where a referent is mentioned, and what the sentence does with it there. */
export interface Place {
  readonly first: number;
  readonly end: number;
  /** Where a title before the name begins, or `first`. */
  readonly titled: number;
  readonly referent: Referent;
  /** What follows is its verb, and no preposition comes before. */
  readonly subject: boolean;
  /** "Carvalho's aides", "the Carvalho campaign": it only describes what follows. */
  readonly modifier: boolean;
}

/** Anyone and anything that a pronoun or a noun phrase of the article may point to. */
export interface Referent {
  readonly id: number;
  readonly kind: NounKind;
  readonly entity: Entity | null;
  /** Where it is described, when it has no name. */
  readonly phrase: Phrase | null;
  readonly standing: Standing | null;
  /** What sorts of organization it is, by its name and by what stands beside it (`ORGANIZATION_CLASSES`). */
  readonly classes: ReadonlySet<string>;
  /** Two who are named together: "Milan Horvat and Zdenka Kolar". */
  readonly members: readonly Referent[];
  gender: number;
  readonly plural: boolean;
  /** In text order. */
  readonly places: Place[];
}

export interface Referents {
  readonly all: readonly Referent[];
  /** All places of all referents in text order. */
  readonly places: readonly Place[];
  /** Per token the place that covers it. */
  readonly placeAt: readonly (Place | undefined)[];
  readonly ofEntity: ReadonlyMap<Entity, Referent>;
  /** "id campaign" → a person's own organization, however it is called. */
  readonly ownedBy: ReadonlyMap<string, Referent>;
  /** The places that begin before a token, the nearest first. */
  before(at: number): Generator<Place>;
}

/** The index of the first place that begins at a token or behind it. */
export function placeFrom(places: readonly Place[], at: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]!.first < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
