import type { Held, Place } from '../../model.ts';
import { stemsOf } from './names.ts';
import { isWeak } from './thesaurus.ts';
import { placeOf, type Word, wordsOf } from './words.ts';

/** So many words in a row, and so many of them that tell, are one utterance and no common phrase. */
const WORDS = 6;
const TELLING = 4;

const isWord = ({ form }: Word): boolean => /^[\p{L}\p{N}]/u.test(form);
/** Names and their titles are everybody's words. */
const tells = ({ pos, lemma, capital }: Word): boolean =>
  !capital && /^(?:NOUN|VERB|ADJ|NUM)$/.test(pos) && !isWeak(lemma);

/** A quotation within one: words of somebody else. */
const INNER = /(?<![\p{L}\p{N}])[‘'](?=[\p{L}\p{N}])[^‘’'"“”]{12,300}[’'](?![\p{L}\p{N}])/gu;

/** The words inside quotation marks; all of a direct content. */
function quoted({ words, type }: Held): Word[] {
  let inside = type === 'direct';
  const own = words.map((piece) => piece.replace(INNER, (quotation) => ' '.repeat(quotation.length)));
  return wordsOf(own).filter((word) => {
    if (type === 'mixed' && word.form === '“') inside = true;
    else if (type === 'mixed' && word.form === '”') inside = false;
    else if (type === 'mixed' && /^(?:"|'')$/.test(word.form)) inside = !inside;
    return inside && isWord(word);
  });
}

/** The longest run of words that two contents share. */
function longestRun(a: readonly Word[], b: readonly Word[]): readonly [first: number, second: number, length: number] {
  let best: readonly [number, number, number] = [0, 0, 0];
  let above = new Array<number>(b.length + 1).fill(0);
  for (let i = 0; i < a.length; i++) {
    const row = new Array<number>(b.length + 1).fill(0);
    for (let j = 0; j < b.length; j++) {
      if (a[i]!.low !== b[j]!.low) continue;
      row[j + 1] = above[j]! + 1;
      if (row[j + 1]! > best[2]) best = [i - above[j]!, j - above[j]!, row[j + 1]!];
    }
    above = row;
  }
  return best;
}

/** "Ferguson, a researcher with Trend Micro": the body speaks through him. */
const mentions = (source: readonly string[], names: readonly string[]): boolean =>
  source.flatMap(stemsOf).some((name) => names.includes(name));

/** Last names that may be one in two spellings: the same beginning, and as long within a letter or two. */
function spelledAlike(a: string, b: string): boolean {
  const [one, other] = [stemsOf(a).at(-1) ?? '', stemsOf(b).at(-1) ?? ''];
  return one.slice(0, 3) === other.slice(0, 3) && Math.abs(one.length - other.length) <= 2;
}

/** Two people, or two bodies, that no part of the name joins. */
function areDifferent(a: Held, b: Held): boolean {
  const [one, other] = [a.speaker, b.speaker];
  if (!one || !other || one.id === other.id || one.kind !== other.kind) return false;
  if (one.kind !== 'person' && one.kind !== 'organization') return false;
  const names = new Set(stemsOf(one.name));
  const others = stemsOf(other.name);
  if (mentions(a.source, others) || mentions(b.source, [...names]) || spelledAlike(one.name, other.name)) return false;
  if (!names.size || !others.length || others.some((name) => names.has(name))) return false;
  const roles = [...stemsOf(one.role ?? ''), ...stemsOf(other.role ?? '')];
  return !roles.some((role) => names.has(role) || others.includes(role));
}

/** Where two outlets give the same quoted words to different speakers; null where they do not. */
export function saidByTwo(a: Held, b: Held): { readonly a: Place; readonly b: Place } | null {
  if (a.article.id === b.article.id || a.nested || b.nested || !areDifferent(a, b)) return null;
  if (a.type === 'indirect' || b.type === 'indirect') return null;
  const [one, other] = [quoted(a), quoted(b)];
  const [first, second, length] = longestRun(one, other);
  const run = one.slice(first, first + length);
  if (length < WORDS || run.filter(tells).length < TELLING) return null;
  const place = (words: readonly Word[]): Place =>
    placeOf(words[0]!, words.findLast(({ piece }) => piece === words[0]!.piece)!);
  return { a: place(run), b: place(other.slice(second, second + length)) };
}
