import type { ChangeKind } from '../../model.ts';
import type { Difference } from './difference.ts';
import { formOf, sameStem, tenseDiffers } from './forms.ts';
import {
  AUXILIARIES,
  DATES,
  DEICTIC,
  HEDGES,
  HEDGING_QUANTITIES,
  MEASURES,
  MODALS,
  negatesByPrefix,
  ONE_NAME,
  SEMI_MODALS,
  SHIFTED_MODALS,
  VAGUE_NUMBERS,
} from './lexicon.ts';
import { misspelt, sameNameSpelt } from './misspelt.ts';
import { isName } from './names.ts';
import { approximates, isNegative, keyAt, negates, opensCondition, type Side } from './side.ts';

/** Words of both sides that stand for each other, by index; one list may be empty. */
export interface Replaced {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

/** Longer stretches that only one side has are told as left out, not as another tense or modal. */
const MOST_FOR_VERBS = 3;

/** Longer stretches are not compared word with word, which costs their product. */
const MOST_WORDS = 300;

/** Tells what became of words that differ, taking them one kind after another, the gravest first. */
export class Classifier {
  readonly found: Difference[] = [];

  private readonly left: Side;
  private readonly right: Side;
  private a: number[];
  private b: number[];
  /** Whether the words of a reporter are compared: then persons, tenses and what goes with them shift. */
  private readonly shifts: boolean;

  constructor(left: Side, right: Side, { a, b }: Replaced, shifts: boolean) {
    this.left = left;
    this.right = right;
    this.a = [...a];
    this.b = [...b];
    this.shifts = shifts;
  }

  run(): Difference[] {
    if (Math.max(this.a.length, this.b.length) > MOST_WORDS) return this.roughly();
    if (this.joined(this.a, this.left) === this.joined(this.b, this.right)) return this.found;
    this.negation();
    this.numbers();
    this.modals();
    this.names();
    if (!this.shifts) this.tense();
    this.conditions();
    this.rest();
    return this.found;
  }

  /** Of stretches too long to hold each word against each: whether negations and numbers differ, and the stretch itself. */
  private roughly(): Difference[] {
    const { a, b, left, right, found } = this;
    const [notA, notB] = [a.findIndex((at) => negates(left, at)), b.findIndex((at) => negates(right, at))];
    const whole = { a: stretch(a), b: stretch(b) };
    if (notA < 0 !== notB < 0) found.push({ kind: 'negation', ...whole });
    const figures = (side: Side, list: readonly number[]): Set<string> =>
      new Set(list.filter((at) => isFigure(side, at)).map((at) => keyAt(side, at)));
    if (figures(left, a).symmetricDifference(figures(right, b)).size > 0) found.push({ kind: 'number', ...whole });
    found.push({ kind: !a.length ? 'addition' : !b.length ? 'omission' : 'wording', ...whole });
    return found;
  }

  /** What the words are run together: "cease fire" and "ceasefire" are one. */
  private joined(list: readonly number[], side: Side): string {
    const joined = list.map((at) => keyAt(side, at)).join('');
    return ONE_NAME.get(joined) ?? joined;
  }

  private tell(kind: ChangeKind, a: readonly number[], b: readonly number[]): void {
    if (a.length || b.length) this.found.push({ kind, a: stretch(a), b: stretch(b) });
    this.a = this.a.filter((at) => !a.includes(at));
    this.b = this.b.filter((at) => !b.includes(at));
  }

  private onA = (test: (side: Side, at: number) => boolean): number[] => this.a.filter((at) => test(this.left, at));
  private onB = (test: (side: Side, at: number) => boolean): number[] => this.b.filter((at) => test(this.right, at));

  private get oneSided(): boolean {
    return this.a.length === 0 || this.b.length === 0;
  }

  /** Two negations of which one is a word's meaning come to none; two words that only negate come to one. */
  private negation(): void {
    const [notA, notB] = [this.onA(negates), this.onB(negates)];
    const [negA, negB] = [this.onA(isNegative), this.onB(isNegative)];
    const pairs: [a: number, b: number][] = [];
    for (const a of this.a) {
      for (const b of this.b) {
        const [x, y] = [keyAt(this.left, a), keyAt(this.right, b)];
        if (negatesByPrefix(x, y)) negA.push(a);
        else if (negatesByPrefix(y, x)) negB.push(b);
        else continue;
        pairs.push([a, b]);
      }
    }
    const negated = (core: number[], within: number[]): boolean => core.length > 0 !== new Set(within).size % 2 > 0;
    if (negated(notA, negA) !== negated(notB, negB)) {
      const [a, b] = [pairs.map(([at]) => at), pairs.map(([, at]) => at)];
      this.tell('negation', distinct([...notA, ...negA, ...a]), distinct([...notB, ...negB, ...b]));
      return;
    }
    const article = this.oneSided && (this.article(this.a, this.left) ?? this.article(this.b, this.right));
    if (article === undefined || article === false) return;
    this.tell('negation', this.a.includes(article) ? [article] : [], this.b.includes(article) ? [article] : []);
  }

  /** The "a" without which "a few" is "few". */
  private article(list: readonly number[], side: Side): number | undefined {
    return list.find((at) => keyAt(side, at) === 'a' && /^(?:few|little)$/.test(keyAt(side, at + 1)));
  }

  private numbers(): void {
    this.dropEqual(isNumeric);
    const [a, b] = [this.onA(isNumeric), this.onB(isNumeric)];
    if (a.length && b.length) this.tell('number', a, b);
    else
      this.tell(
        'number',
        a.filter((at) => isFigure(this.left, at)),
        b.filter((at) => isFigure(this.right, at)),
      );
    const [measureA, measureB] = [this.onA(isMeasure), this.onB(isMeasure)];
    if (measureA.length && measureB.length) {
      const same = measureA.every(
        (x, at) => measureB[at] !== undefined && sameStem(keyAt(this.left, x), keyAt(this.right, measureB[at])),
      );
      if (!same) this.tell('number', measureA, measureB);
    }
    this.dropEqual(approximates);
    this.tell('number', this.onA(approximates), this.onB(approximates));
  }

  /** What is the same on both sides, at whatever place, is no change of this kind. */
  private dropEqual(test: (side: Side, at: number) => boolean): void {
    for (const at of this.onA(test)) {
      const same = this.onB(test).find((other) => keyAt(this.right, other) === keyAt(this.left, at));
      if (same === undefined) continue;
      this.a = this.a.filter((other) => other !== at);
      this.b = this.b.filter((other) => other !== same);
    }
  }

  private modals(): void {
    const [a, b] = [this.modalsOf(this.a, this.left), this.modalsOf(this.b, this.right)];
    const [onlyA, onlyB] = [without(a, b), without(b, a)];
    if (onlyA.length && onlyB.length) {
      this.tell(
        'modal',
        onlyA.flatMap(({ at }) => at),
        onlyB.flatMap(({ at }) => at),
      );
      return;
    }
    if (this.shifts || (this.oneSided && this.a.length + this.b.length > MOST_FOR_VERBS)) return;
    const able = [...this.a.map((at) => keyAt(this.left, at)), ...this.b.map((at) => keyAt(this.right, at))].includes(
      'able',
    );
    const grave = ({ modal }: Modal): boolean =>
      !/^(?:will|shall)$/.test(modal) && !(able && /^(?:can|could)$/.test(modal));
    this.tell(
      'modal',
      onlyA.filter(grave).flatMap(({ at }) => at),
      onlyB.filter(grave).flatMap(({ at }) => at),
    );
  }

  private modalsOf(list: readonly number[], side: Side): Modal[] {
    return list.flatMap((at) => {
      const key = keyAt(side, at);
      const semi = keyAt(side, at + 1) === 'to';
      if (semi && Object.hasOwn(SEMI_MODALS, key))
        return [{ modal: SEMI_MODALS[key]!, at: list.includes(at + 1) ? [at, at + 1] : [at] }];
      if (key === "'d" && !this.shifts && formOf(keyAt(side, at + 1)).inflection !== 'past')
        return [{ modal: 'would', at: [at] }];
      if (!Object.hasOwn(MODALS, key) || isDate(side, at)) return [];
      const modal = MODALS[key]!;
      return [{ modal: this.shifts ? (SHIFTED_MODALS[modal] ?? modal) : modal, at: [at] }];
    });
  }

  private names(): void {
    if (this.oneSided) return;
    const [a, b] = [this.onA(isName), this.onB(isName)];
    const [keysA, keysB] = [a.map((at) => keyAt(this.left, at)), b.map((at) => keyAt(this.right, at))];
    const onlyA = a.filter((at) => !keysB.includes(keyAt(this.left, at)));
    const onlyB = b.filter((at) => !keysA.includes(keyAt(this.right, at)));
    if (!onlyA.length || !onlyB.length) return;
    const spelt =
      onlyA.length === onlyB.length &&
      onlyA.every((at, place) => sameNameSpelt(keyAt(this.left, at), keyAt(this.right, onlyB[place]!)));
    this.tell(spelt ? 'spelling' : 'name', onlyA, onlyB);
  }

  private tense(): void {
    for (const a of [...this.a]) {
      const b = this.b.find((at) => tenseDiffers(keyAt(this.left, a), keyAt(this.right, at)));
      if (b === undefined) continue;
      const auxA = this.a.filter((at) => at !== a && isAuxiliary(this.left, at));
      const auxB = this.b.filter((at) => at !== b && isAuxiliary(this.right, at));
      this.tell('tense', [...auxA, a].sort(byPlace), [...auxB, b].sort(byPlace));
    }
    if (this.a.length > MOST_FOR_VERBS || this.b.length > MOST_FOR_VERBS) return;
    const [a, b] = [this.onA(isAuxiliary), this.onB(isAuxiliary)];
    if (a.length > 0 === b.length > 0) return;
    const other = a.length ? this.b : this.a;
    const rest = a.length ? this.a.length - a.length : this.b.length - b.length;
    if (rest !== other.length) return;
    this.tell(
      'tense',
      a.length ? this.a : this.a.filter(() => rest > 0),
      b.length ? this.b : this.b.filter(() => rest > 0),
    );
  }

  private conditions(): void {
    this.dropEqual(opensCondition);
    const [a, b] = [this.onA(opensCondition), this.onB(opensCondition)];
    if (a.length || b.length) {
      // The condition goes on to the end of what was left out.
      const alone = this.oneSided;
      this.tell(
        'condition',
        alone ? this.a.filter((at) => at >= a[0]!) : a,
        alone ? this.b.filter((at) => at >= b[0]!) : b,
      );
      return;
    }
    const [hedgeA, hedgeB] = [this.onA(hedges), this.onB(hedges)];
    if (hedgeA.length > 0 !== hedgeB.length > 0) this.tell('condition', hedgeA, hedgeB);
  }

  private rest(): void {
    const [a, b] = [this.a, this.b];
    // Indirect speech puts its auxiliaries beside a verb ("had left") and "that" before a clause.
    const goesAlong = (side: Side, at: number): boolean => isAuxiliary(side, at) || keyAt(side, at) === 'that';
    if (this.shifts && this.onA(goesAlong).length === a.length && this.onB(goesAlong).length === b.length) return;
    if (a.length === 1 && b.length === 1 && misspelt(keyAt(this.left, a[0]!), keyAt(this.right, b[0]!)))
      this.tell('spelling', a, b);
    else this.tell(!a.length ? 'addition' : !b.length ? 'omission' : 'wording', a, b);
  }
}

interface Modal {
  readonly modal: string;
  readonly at: readonly number[];
}

const distinct = (list: readonly number[]): number[] => [...new Set(list)].sort(byPlace);
const byPlace = (a: number, b: number): number => a - b;
const stretch = (list: readonly number[]): readonly [number, number] | null =>
  list.length ? [list[0]!, list.at(-1)! + 1] : null;
const without = (list: readonly Modal[], others: readonly Modal[]): Modal[] =>
  list.filter(({ modal }) => !others.some((other) => other.modal === modal));

/** May as a month, by its capital within a sentence and what stands beside it. */
const isDate = (side: Side, at: number): boolean =>
  DATES.has(keyAt(side, at)) &&
  (keyAt(side, at) !== 'may' || (/^M/.test(side.units[at]!.form) && at > 0)) &&
  keyAt(side, at) !== 'fall';

const isFigure = (side: Side, at: number): boolean => {
  const key = keyAt(side, at);
  return (key.startsWith('#') && key !== '#1' && key !== '#1th') || (isDate(side, at) && !DEICTIC.has(key));
};
const isNumeric = (side: Side, at: number): boolean =>
  keyAt(side, at).startsWith('#') || VAGUE_NUMBERS.has(keyAt(side, at)) || isDate(side, at);
const isMeasure = (side: Side, at: number): boolean => MEASURES.has(keyAt(side, at));
const isAuxiliary = (side: Side, at: number): boolean => AUXILIARIES.has(keyAt(side, at));
const hedges = (side: Side, at: number): boolean =>
  HEDGES.has(keyAt(side, at)) || HEDGING_QUANTITIES.has(keyAt(side, at));
