import type { TokenRange } from '../text/index.ts';
import type { Item } from './items.ts';
import { INDEFINITE } from './lexicon/words.ts';
import type { Reading } from './reading.ts';
import { Wordings } from './wordings.ts';

/** A stated reason is read so far. */
const LONGEST_REASON = 40;

/** What goes on with a reason behind a comma: ", citing company rules", ", because she feared for her job". */
const CARRYING_ON = new Set('because citing fearing for given due as since out'.split(' '));
/** Words before a wording that belong to it: "who was", "because they are", "speaking". */
const OPENING = new Set(
  (
    'who whom was were is are has had have been being be did do does would could can cannot only also both all he she ' +
    'they it because as since spoke speaking speak spoken talked talking to agreed'
  ).split(' '),
);
/** So many of them. */
const LONGEST_OPENING = 6;

const isMark = (form: string): boolean => /^(?:[.,;:!?()[\]—–“”"«»]|''|``)$/.test(form);

/** Takes in the words before a wording that belong to it. */
function opened({ folded, sentenceOf }: Reading, first: number): number {
  let at = first;
  while (
    at > 0 &&
    first - at < LONGEST_OPENING &&
    sentenceOf[at - 1] === sentenceOf[first] &&
    OPENING.has(folded[at - 1]!)
  )
    at--;
  // "the official he", "to": a reason begins with no infinitive's "to", and no bare noun's verb.
  while (at < first && /^(?:to|it|all|both|also|only|as)$/.test(folded[at]!)) at++;
  return at;
}

/** Goes on to the end of the clause, and over a comma into what goes on with the reason. */
function closed(
  { document, folded, sentenceOf }: Reading,
  [first, end]: TokenRange,
  stops: (at: number) => boolean,
): number {
  const { tokens } = document;
  let at = end;
  let grounds = false;
  while (at < tokens.length && at < first + LONGEST_REASON && sentenceOf[at] === sentenceOf[first] && !stops(at)) {
    const word = folded[at]!;
    const { form } = tokens[at]!;
    if (word === 'because' || word === 'citing' || word === 'fearing') grounds = true;
    if (form === ',') {
      if (!CARRYING_ON.has(folded[at + 1] ?? '') || stops(at + 1)) break;
    } else if (isMark(form) || (word === 'that' && !grounds)) break;
    // "and a diplomat" is somebody else; "and feared for her job" goes on.
    else if (/^(?:and|but|or)$/.test(word) && (!grounds || /^(?:DET|PROPN|NUM)$/.test(tokens[at + 1]?.pos ?? '')))
      break;
    at++;
  }
  return at;
}

/** The index of the first range that begins at a token or behind it. */
function firstFrom(ranges: readonly TokenRange[], at: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]![0] < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Says for nameless sources where the article tells why it does not name them. */
export class Reasons {
  readonly #reading: Reading;
  readonly #items: readonly Item[];
  #wordings: readonly TokenRange[] | null = null;

  /** @param items the article's attributions in the order of the text */
  constructor(reading: Reading, items: readonly Item[]) {
    this.#reading = reading;
    this.#items = items;
  }

  /**
   * The words for why the source of an attribution is not named, or null: in the source's sentence, as far as no other source
   * stands between, or where the next sentence begins with the same one.
   */
  of(item: Item, position: number): TokenRange | null {
    const source = item.source[0];
    if (!source) return null;
    const [first, end] = this.#room(source, position);
    const near = this.#within(first, end, item);
    // What stands behind another source is that one's.
    const leads = first === this.#reading.document.sentences[this.#reading.sentenceOf[source[0]]!]![0];
    const wording =
      near.find((each) => each[1] > source[0]) ?? (leads ? near.at(-1) : undefined) ?? this.#next(source, item);
    if (!wording) return null;
    const stops = (at: number): boolean =>
      this.#reading.quoted[at] === 1 ||
      item.cue.some(([begins]) => begins === at) ||
      item.content.some(([begins]) => begins === at);
    const begins = opened(this.#reading, wording[0]);
    const said = item.content.some(([from, to]) => begins < to && wording[0] > from);
    return [said ? wording[0] : begins, closed(this.#reading, wording, stops)];
  }

  /** All wordings of the article outside quotation marks, in its order. */
  #all(): readonly TokenRange[] {
    if (this.#wordings) return this.#wordings;
    const wordings = new Wordings(this.#reading);
    const found: TokenRange[] = [];
    for (let i = 0; i < this.#reading.folded.length; i++) {
      const wording = this.#reading.quoted[i] ? null : wordings.at(i);
      if (!wording || wording[0] < (found.at(-1)?.[1] ?? 0)) continue;
      const forms = this.#reading.document.tokens.slice(...wording).map(({ form }) => form);
      if (!forms.some((form) => isMark(form) && form !== ',')) found.push(wording);
    }
    this.#wordings = found;
    return found;
  }

  /** Wordings among tokens that are not what the attribution itself says. */
  #within(first: number, end: number, { content }: Item): readonly TokenRange[] {
    const all = this.#all();
    const near: TokenRange[] = [];
    for (let i = firstFrom(all, first); i < all.length && all[i]![1] <= end; i++) {
      const [at] = all[i]!;
      if (!content.some(([from, to]) => at >= from && at < to)) near.push(all[i]!);
    }
    return near;
  }

  /** The tokens of a source's sentence between the sources before and behind it; pronouns may be the same one. */
  #room([first, end]: TokenRange, position: number): TokenRange {
    const { document, sentenceOf } = this.#reading;
    const room: [number, number] = [...document.sentences[sentenceOf[first]!]!];
    for (const step of [-1, 1]) {
      for (let i = position + step; ; i += step) {
        const other = this.#items[i];
        if (!other || sentenceOf[other.at] !== sentenceOf[first]) break;
        const source = other.source[0];
        if (!source || other.reference.type === 'pronoun' || (source[0] < end && source[1] > first)) continue;
        if (step < 0) room[0] = Math.max(room[0], source[1]);
        else room[1] = Math.min(room[1], source[0]);
        break;
      }
    }
    return room;
  }

  /** "The official spoke on condition of anonymity.", "She asked not to be named." right behind the source's sentence. */
  #next([first, end]: TokenRange, item: Item): TokenRange | null {
    const { document, sentenceOf, paragraphOf, folded } = this.#reading;
    const next = document.sentences[sentenceOf[first]! + 1];
    if (!next || paragraphOf[next[0]]! > paragraphOf[first]! + 1) return null;
    const wording = this.#within(next[0], next[1], item)[0];
    if (!wording) return null;
    // "Another official asked not to be named."
    if (INDEFINITE.has(folded[next[0]]!) && folded[next[0]] !== 'some' && folded[next[0]] !== 'each') return null;
    const opening = folded.slice(next[0], wording[0]);
    const same = /^(?:he|she|they|both|all|some|each)$/.test(folded[next[0]]!) || opening.includes(folded[end - 1]!);
    return same && opening.length <= LONGEST_OPENING ? wording : null;
  }
}
