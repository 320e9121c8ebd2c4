import type { TokenRange } from '../text/index.ts';
import type { Ask } from './ask.ts';
import type { Entity } from './entities.ts';
import type { Answer, Item } from './items.ts';
import type { Phrase } from './nouns.ts';
import { fold, type Reading } from './reading.ts';
import type { Referent } from './referent.ts';

/** The speaker of another attribution near by. */
export interface Neighbour {
  readonly referent: Referent | null;
  /** Speaks as the author. */
  readonly author: boolean;
  /** It asks something, so that the answer is likely another's. */
  readonly asks: boolean;
  readonly sentences: number;
  readonly paragraphs: number;
}

/** One reference that its own words do not resolve, with what surrounds it. */
export interface Question {
  readonly ask: Ask;
  /** Token where the reference stands. */
  readonly at: number;
  /** Where the reader stands when the reference comes: at the opening of a quotation that goes before it. */
  readonly from: number;
  /** The reference's noun phrase, for asks of nouns. */
  readonly phrase: Phrase | null;
  /** To whom the same noun pointed the last time ("the newspaper" again). */
  readonly earlier: Referent | null;
  /** Whose the phrase is, who cannot be the one it points to: "his deputy". */
  readonly owner: Entity | null;
  /** The role that one must have to be the phrase's referent, or null: only a known wife is "his wife". */
  readonly needed: string | null;
  /** Something follows the phrase that narrows it: "the man who …", "the head of …". */
  readonly narrowed: boolean;
  readonly possessive: boolean;
  readonly content: readonly TokenRange[];
  readonly cue: readonly TokenRange[];
  /** Speaker of the attribution in whose content the reference stands. */
  readonly enclosing: Referent | null;
  readonly enclosed: boolean;
  /**
   * Who cannot be meant, being the one who speaks there: within quotation marks that would be "I", and outside them "she"
   * ("she said she had told …") but no noun phrase or "who" ("she said the minister, who had told …").
   */
  readonly excluded: Referent | null;
  /** Folded words of the article's title. */
  readonly title: ReadonlySet<string>;
  readonly previous: Neighbour | null;
  /** The previous one that stands in nobody's content. */
  readonly outer: Neighbour | null;
  readonly next: Neighbour | null;
}

/** What a question asks by itself; the rest is what surrounds it. */
export interface Asked {
  readonly ask: Ask;
  readonly at: number;
  readonly phrase?: Phrase | null;
  readonly earlier?: Referent | null;
  readonly owner?: Entity | null;
  readonly needed?: string | null;
  readonly narrowed?: boolean;
}

const isMark = (form: string): boolean => /^(?:["“«„]|''|``)$/.test(form);
const ASKING = /^(?:ask|press|question|quiz|inquire|wonder)$/;
/** Neighbours are looked for among so many attributions. */
const FARTHEST = 30;

/** Looks up what surrounds a reference: the attributions before, behind and around it. */
export class Surroundings {
  readonly #reading: Reading;
  readonly #items: readonly Item[];
  readonly #cover: Int32Array;
  readonly #title: ReadonlySet<string>;

  constructor(reading: Reading, items: readonly Item[], cover: Int32Array, title: string | null) {
    this.#title = new Set((title ?? '').split(/[^\p{L}\p{N}'’-]+/u).map((word) => fold(word.replace(/['’]s?$/, ''))));
    this.#reading = reading;
    this.#items = items;
    this.#cover = cover;
  }

  /** The position of the attribution in whose content a token stands, other than the one at `position`; -1 for none. */
  enclosing(position: number, at: number): number {
    const cover = this.#cover[at] ?? -1;
    return cover === position ? -1 : cover;
  }

  /** The position of the first attribution that stands at a token or behind it. */
  positionOf(at: number): number {
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#items[middle]!.at < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * The answer of the attribution that a quotation continues: one that opens a paragraph with a mark while the paragraph
   * before left its own quotation open, as printers write a speech of several paragraphs.
   */
  continued(item: Item, position: number): Answer | null {
    const first = item.content[0]?.[0];
    const { document, paragraphOf, leftOpen } = this.#reading;
    if (first === undefined) return null;
    const paragraph = paragraphOf[first]!;
    const opening = document.paragraphs[paragraph]![0];
    if (first - opening > 1 || !leftOpen[paragraph - 1] || !isMark(document.tokens[opening]!.form)) return null;
    for (let i = position - 1; i >= 0 && i >= position - FARTHEST; i--) {
      const { answer, content } = this.#items[i]!;
      if (answer && content.some(([, end]) => paragraphOf[end - 1] === paragraph - 1)) return answer;
    }
    return null;
  }

  /** Puts a question; `item` is the attribution whose own source it is about, or null. */
  question(item: Item | null, position: number, asked: Asked): Question {
    const { ask, at, phrase = null, earlier = null, owner = null, needed = null, narrowed = false } = asked;
    const enclosing = this.#items[this.enclosing(position, at)];
    const enclosingReferent = enclosing?.answer?.referent ?? null;
    const another = ask !== 'none' && (phrase !== null || ask === 'who' || this.#reading.quoted[at] === 1);
    return {
      ask,
      at,
      from: this.#standpoint(item, at),
      phrase,
      earlier,
      owner,
      needed,
      narrowed,
      possessive: phrase === null && /^(?:his|her|its|their|whose)$/.test(this.#reading.folded[at] ?? ''),
      content: item?.content ?? [],
      cue: item?.cue ?? [],
      enclosing: enclosingReferent,
      enclosed: enclosing !== undefined,
      excluded: another ? enclosingReferent : null,
      title: this.#title,
      previous: this.#neighbour(position, -1, at, false),
      outer: this.#neighbour(position, -1, at, true),
      next: this.#neighbour(position, 1, at, false),
    };
  }

  /** The opening of the quotation that goes before "he said" in the same paragraph, or the reference itself. */
  #standpoint(item: Item | null, at: number): number {
    const first = item?.content[0]?.[0];
    const { document, paragraphOf, quoted } = this.#reading;
    if (first === undefined || first >= at || paragraphOf[first] !== paragraphOf[at]) return at;
    return quoted[first] || isMark(document.tokens[first]!.form) ? first : at;
  }

  /** The nearest attribution before or behind a position that has an answer already. */
  #neighbour(from: number, step: 1 | -1, at: number, outer: boolean): Neighbour | null {
    const { document, sentenceOf, paragraphOf } = this.#reading;
    for (let i = from + step, seen = 0; i >= 0 && i < this.#items.length && seen < FARTHEST; i += step, seen++) {
      const { answer, at: there, cue } = this.#items[i]!;
      if (!answer || (outer && (this.#cover[there] ?? -1) >= 0)) continue;
      return {
        referent: answer.referent,
        author: answer.speaker?.kind === 'author',
        asks: cue.some(([first, end]) => document.tokens.slice(first, end).some(({ lemma }) => ASKING.test(lemma))),
        sentences: Math.abs(sentenceOf[at]! - sentenceOf[there]!),
        paragraphs: Math.abs(paragraphOf[at]! - paragraphOf[there]!),
      };
    }
    return null;
  }
}
