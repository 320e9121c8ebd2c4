import type { Span } from '../model.ts';
import { type Document, readDocument } from '../text/index.ts';
import { plain } from './lexicon/phrases.ts';
import { beginningsOf, conceptOf } from './over-time/thesaurus.ts';
import { sentencesAround, tokenFrom } from './reading.ts';

/** Words of a question that tell nothing of its matter. */
const EMPTY = new Set(
  'a an the of on in at to for with by from about and or over between against its their his her this that'.split(' '),
);

/** What "peace" adds to these is understood: "peace talks" are talks. */
const UNDERSTOOD_BEFORE = new Set(['talk']);

/** So many words of a question are read. */
const MOST_WORDS = 24;

const conceptsOf = (document: Document, from: number, end: number): string[] =>
  document.tokens.slice(from, end).map(({ lemma, form }) => conceptOf(/^\p{Lu}/u.test(form) ? plain(form) : lemma));

/** A question that positions are on: words, each standing for its forms and for what the thesaurus puts beside it. */
export class Issue {
  readonly #wordings: readonly (readonly string[])[];

  /**
   * @param wordings one or more ways to put it ("peace talks", "negotiations with Tarn"): a position is on the issue when
   *   it has all words of one of them
   * @throws Error, in words for people, when a wording has no word that tells anything
   */
  constructor(wordings: readonly string[]) {
    this.#wordings = wordings.map((wording) => {
      const document = readDocument(wording.slice(0, 400));
      const words = document.tokens.filter(({ form }) => /[\p{L}\p{N}]/u.test(form)).slice(0, MOST_WORDS);
      const telling = words.filter(({ form }) => !EMPTY.has(plain(form)));
      if (telling.length === 0) throw new Error(`“${wording}” has no word to look for: name what positions are on.`);
      const concepts = telling.map(({ lemma, form }) => conceptOf(/^\p{Lu}/u.test(form) ? plain(form) : lemma));
      return concepts.filter((concept, i) => !(concept === 'peace' && UNDERSTOOD_BEFORE.has(concepts[i + 1] ?? '')));
    });
  }

  /** How words begin of which the content of every attribution on the issue holds one at least; irregular forms apart. */
  get beginnings(): string[] {
    return [...new Set(this.#wordings.flat().flatMap(beginningsOf))];
  }

  /**
   * Whether an attribution is on the issue: all words of one wording stand in its content or in the sentences around it,
   * one of them at least in the content.
   * @param content spans in UTF-16 code units of the document's text
   */
  matches(document: Document, content: readonly Span[]): boolean {
    const inside = new Set<string>();
    const around = new Set<string>();
    for (const [start, end] of content) {
      const from = tokenFrom(document.tokens, start);
      const to = tokenFrom(document.tokens, end);
      for (const concept of conceptsOf(document, from, to)) inside.add(concept);
      for (const concept of conceptsOf(document, ...sentencesAround(document, from, Math.max(from, to - 1))))
        around.add(concept);
    }
    return this.#wordings.some(
      (words) => words.some((word) => inside.has(word)) && words.every((word) => inside.has(word) || around.has(word)),
    );
  }
}
