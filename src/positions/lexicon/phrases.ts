import { remembered, type Token } from '../../text/index.ts';

/** A phrase that was found: what it means, and how many tokens it takes. */
export interface Found<M> {
  readonly meaning: M;
  readonly length: number;
}

/**
 * Phrases by their first word. A word of a phrase stands for every token with that dictionary form, or with that very
 * form in small letters ("oppose" for "opposed", "opposed" for "opposed" alone).
 */
export class Phrases<M> {
  readonly #byFirst = new Map<string, { readonly words: readonly string[]; readonly meaning: M }[]>();

  /** @param lists for each meaning its phrases, parted by commas or line breaks. */
  constructor(lists: readonly (readonly [meaning: M, phrases: string])[]) {
    for (const [meaning, list] of lists) {
      for (const phrase of list.split(/[,\n]/)) this.#add(phrase.trim().split(/ +/), meaning);
    }
    for (const phrases of this.#byFirst.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  }

  #add(words: readonly string[], meaning: M): void {
    const first = words[0]!;
    if (!first) return;
    const known = this.#byFirst.get(first);
    if (known) known.push({ words, meaning });
    else this.#byFirst.set(first, [{ words, meaning }]);
  }

  /** The longest phrase that begins at a token; null without one. */
  at(tokens: readonly Token[], index: number): Found<M> | null {
    const token = tokens[index];
    if (!token) return null;
    const form = plain(token.form);
    const byForm = this.#longest(this.#byFirst.get(form), tokens, index);
    if (form === token.lemma) return byForm;
    const byLemma = this.#longest(this.#byFirst.get(token.lemma), tokens, index);
    if (!byForm || !byLemma) return byForm ?? byLemma;
    return byLemma.length > byForm.length ? byLemma : byForm;
  }

  #longest(
    phrases: readonly { readonly words: readonly string[]; readonly meaning: M }[] | undefined,
    tokens: readonly Token[],
    index: number,
  ): Found<M> | null {
    const found = phrases?.find(({ words }) => words.every((word, k) => k === 0 || isWord(tokens[index + k], word)));
    return found ? { meaning: found.meaning, length: found.words.length } : null;
  }
}

/** So many forms are remembered: news repeats its words. */
const MOST_FORMS = 20_000;

const made = remembered(MOST_FORMS, (form) => form.toLowerCase().replaceAll('’', "'"));

/** A form in small letters, with straight apostrophes. */
export function plain(form: string): string {
  // Most forms are plain: to see that takes less than to look them up.
  for (let i = 0; i < form.length; i++) {
    const code = form.charCodeAt(i);
    if (code > 0x7f || (code >= 0x41 && code <= 0x5a)) return made(form);
  }
  return form;
}

function isWord(token: Token | undefined, word: string): boolean {
  return token !== undefined && (token.lemma === word || plain(token.form) === word);
}
