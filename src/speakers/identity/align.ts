import type { Tradition } from '../lexicon/name-forms.ts';
import { genderOfGiven, initialsOf, isGivenName, sameGivenName } from './given.ts';
import type { Part } from './person-name.ts';
import { soundOf } from './sounds.ts';
import { undoubled } from './spelling.ts';

/** How two names lie on one another, word by word, in order. */
export interface Alignment {
  /** Pairs of indices; a word may lie on two that are written apart. */
  readonly matched: readonly Match[];
  /** Words that lie on nothing, by index. */
  readonly onlyA: readonly number[];
  readonly onlyB: readonly number[];
}

export interface Match {
  readonly a: number;
  readonly b: number;
  /** How many words of each side lie on one another. */
  readonly wide: readonly [number, number];
  /** Only a first letter speaks for it. */
  readonly initial: boolean;
}

const sharesSpelling = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((one) => b.some((other) => one === other || undoubled(one) === undoubled(other)));

/** Whether two words are spellings of one word, by their letters or by a tradition that both names may come from. */
export function sameWord(a: readonly string[], b: readonly string[], traditions: readonly Tradition[]): boolean {
  if (sharesSpelling(a, b)) return true;
  return traditions.some((tradition) =>
    a.some((one) => b.some((other) => soundOf(tradition, one) === soundOf(tradition, other))),
  );
}

/** Whether two words can be one given name. Two that a lexicon knows as different names are not, however they sound. */
export function sameGiven(a: Part, b: Part, traditions: readonly Tradition[]): boolean {
  const [one, other] = [a.spellings[0]!, b.spellings[0]!];
  if (a.spellings.some((left) => b.spellings.some((right) => sameGivenName(left, right)))) return true;
  if (isGivenName(one) && isGivenName(other)) return false;
  const genders = [genderOfGiven(one), genderOfGiven(other)];
  if (genders[0] && genders[1] && genders[0] !== genders[1]) return false;
  return sameWord(a.spellings, b.spellings, traditions);
}

const together = (parts: readonly Part[]): string[] => [
  parts.map((part) => part.spellings[0]!).join(''),
  parts.map((part) => part.spellings.at(-1)!).join(''),
];

/** Lays two names on one another so that as many words as possible match. Names are short: at most eight words each. */
export class Aligner {
  readonly #a: readonly Part[];
  readonly #b: readonly Part[];
  readonly #traditions: readonly Tradition[];
  readonly #known = new Map<number, { score: number; matched: Match[] }>();

  constructor(a: readonly Part[], b: readonly Part[], traditions: readonly Tradition[]) {
    this.#a = a;
    this.#b = b;
    this.#traditions = traditions;
  }

  align(): Alignment {
    const { matched } = this.#best(0, 0);
    const usedA = new Set(matched.flatMap(({ a, wide }) => [a, ...(wide[0] > 1 ? [a + 1] : [])]));
    const usedB = new Set(matched.flatMap(({ b, wide }) => [b, ...(wide[1] > 1 ? [b + 1] : [])]));
    return {
      matched,
      onlyA: this.#a.map((_, i) => i).filter((i) => !usedA.has(i)),
      onlyB: this.#b.map((_, i) => i).filter((i) => !usedB.has(i)),
    };
  }

  #best(i: number, j: number): { score: number; matched: Match[] } {
    if (i >= this.#a.length || j >= this.#b.length) return { score: 0, matched: [] };
    const key = i * 16 + j;
    const found = this.#known.get(key);
    if (found) return found;
    let best = this.#best(i + 1, j);
    const without = this.#best(i, j + 1);
    if (without.score > best.score) best = without;
    for (const wide of [
      [1, 1],
      [1, 2],
      [2, 1],
    ] as const) {
      const score = this.#score(i, j, wide);
      if (!score) continue;
      const rest = this.#best(i + wide[0], j + wide[1]);
      // Words that match beat letters that do; the ends of a name count a little more than its middle.
      const ends =
        Number(i === 0 && j === 0) + Number(i + wide[0] === this.#a.length && j + wide[1] === this.#b.length);
      const total = score + 0.1 * ends + rest.score;
      if (total > best.score)
        best = { score: total, matched: [{ a: i, b: j, wide, initial: score < 1 }, ...rest.matched] };
    }
    this.#known.set(key, best);
    return best;
  }

  #score(i: number, j: number, [wideA, wideB]: readonly [number, number]): number {
    if (i + wideA > this.#a.length || j + wideB > this.#b.length) return 0;
    const [a, b] = [this.#a[i]!, this.#b[j]!];
    if (wideA + wideB > 2) {
      const left = this.#a.slice(i, i + wideA);
      const right = this.#b.slice(j, j + wideB);
      if ([...left, ...right].some((part) => part.initial)) return 0;
      const [one, other] = [wideA > 1 ? together(left) : a.spellings, wideB > 1 ? together(right) : b.spellings];
      const lastOfBoth = i + wideA === this.#a.length && j + wideB === this.#b.length;
      const given = !lastOfBoth && one.some((left) => other.some((right) => sameGivenName(left, right)));
      return given || sameWord(one, other, this.#traditions) ? wideA + wideB - 1 : 0;
    }
    if (a.initial && b.initial) return a.spellings[0] === b.spellings[0] ? 0.8 : 0;
    if (a.initial || b.initial) {
      const [letter, word] = a.initial ? [a, b] : [b, a];
      return word.spellings.some((form) => initialsOf(form).includes(letter.spellings[0]!)) ? 0.7 : 0;
    }
    const given = i < this.#a.length - 1 && j < this.#b.length - 1;
    return (given ? sameGiven(a, b, this.#traditions) : sameWord(a.spellings, b.spellings, this.#traditions)) ? 1 : 0;
  }
}
