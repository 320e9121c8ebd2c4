import { type Alignment, align, isFunctionWord, Mark, sameKey } from '../align/index.ts';
import { isWholeClause, type Taken, takenAfter, takenBefore } from './cuts.ts';
import type { Difference } from './difference.ts';
import { Classifier } from './replaced.ts';
import { shifted } from './shifts.ts';
import { has, keyAt, markAt, opensCondition, type Side, type Stretch } from './side.ts';

/** A stretch between words that are the same: what each side has there. */
interface Gap {
  readonly a: Stretch;
  readonly b: Stretch;
}

/** A difference, with where it stands in both wordings also where one has no words for it. */
export interface Placed extends Difference {
  readonly atA: number;
  readonly atB: number;
}

/** What parts two wordings. */
export interface Parted {
  readonly alignment: Alignment;
  /** Whether one leaves out words of the other at an end, or where a mark says so. */
  readonly cut: boolean;
  /** What such cuts took from the sense. */
  readonly taken: readonly Placed[];
  readonly differences: readonly Placed[];
}

/** Where a longer wording was cut beside a replaced word, so many more words of it than of the other are taken as replaced. */
const MORE_REPLACED = 2;

/** Compares two wordings word by word; with `shifts` as a reporter renders words, not as they are quoted. */
export class Wordings {
  private readonly alignment: Alignment;
  private readonly taken: Placed[] = [];
  private readonly differences: Placed[] = [];
  private cut = false;
  private readonly goneA: Uint8Array;
  private readonly goneB: Uint8Array;

  private readonly left: Side;
  private readonly right: Side;
  private readonly shifts: boolean;

  constructor(left: Side, right: Side, shifts: boolean) {
    this.left = left;
    this.right = right;
    this.shifts = shifts;
    const cache = new Map<string, string>();
    const shiftedOnce = (key: string): string => {
      const known = cache.get(key) ?? shifted(key);
      cache.set(key, known);
      return known;
    };
    const keys = ({ units }: Side): string[] => units.map(({ key }) => (shifts ? shiftedOnce(key) : key));
    this.alignment = align(keys(left), keys(right), shifts ? undefined : sameKey);
    this.goneA = Uint8Array.from(left.units, ({ filler }) => (filler ? 1 : 0));
    this.goneB = Uint8Array.from(right.units, ({ filler }) => (filler ? 1 : 0));
  }

  compare(): Parted {
    for (const { a, b, length } of this.alignment.moves) {
      this.goneA.fill(1, a, a + length);
      this.goneB.fill(1, b, b + length);
      const along = this.left.units.slice(a, a + length).every(({ key }) => isFunctionWord(key));
      if (!this.shifts && !along)
        this.differences.push({ kind: 'order', a: [a, a + length], b: [b, b + length], atA: a, atB: b });
    }
    for (const gap of this.gaps()) this.part(gap);
    if (!this.shifts) this.questions();
    const differences = this.shifts ? this.settled() : this.differences;
    return { alignment: this.alignment, cut: this.cut, taken: this.taken, differences };
  }

  private *gaps(): Generator<Gap> {
    const { links } = this.alignment;
    let [fromA, fromB] = [0, 0];
    for (let at = 0; at <= links.length; at++) {
      const to = at < links.length ? links[at]! : this.right.units.length;
      if (to < 0) continue;
      if (at > fromA || to > fromB) yield { a: [fromA, at], b: [fromB, to] };
      fromA = at + 1;
      fromB = to + 1;
    }
  }

  private part(gap: Gap): void {
    let a = open(this.goneA, gap.a);
    let b = open(this.goneB, gap.b);
    if (!a.length && !b.length) return;
    const put = (list: readonly number[], side: Side): boolean => list.some((at) => side.units[at]!.bracketed);
    if (put(a, this.left) || put(b, this.right)) {
      const all = (list: readonly number[], side: Side): boolean =>
        list.length > 0 && list.every((at) => side.units[at]!.bracketed);
      if (all(a, this.left) || all(b, this.right)) {
        this.tell(gap, a, b, true);
        return;
      }
      [a, b] = [withoutPut(a, this.left, put(b, this.right)), withoutPut(b, this.right, put(a, this.left))];
    }
    if (!a.length || !b.length) this.partOne(gap, a, b);
    else this.partBoth(gap, a, b);
  }

  /** Words that only one side has: cut off, left out with a mark, or left out without one. */
  private partOne(gap: Gap, a: readonly number[], b: readonly number[]): void {
    const onA = a.length > 0;
    const list = onA ? a : b;
    const side = onA ? this.left : this.right;
    if (!list.length) return;
    const stretch: Stretch = [list[0]!, list.at(-1)! + 1];
    const { leading, trailing } = this.ends(gap);
    const marked = onA ? marksGap(this.right, gap.b) : marksGap(this.left, gap.a);
    if (leading || trailing || marked) {
      this.take(gap, onA, stretch, { before: leading || marked, after: trailing || marked });
      return;
    }
    if (!isWholeClause(side, stretch)) {
      this.tell(gap, a, b);
      return;
    }
    const condition = list.some((at) => opensCondition(side, at));
    const kind = condition ? 'condition' : onA ? 'omission' : 'addition';
    this.differences.push({ kind, a: onA ? stretch : null, b: onA ? null : stretch, atA: gap.a[0], atB: gap.b[0] });
  }

  /** Words that stand for others; of a much longer side the words next to what is the same, the others being cut. */
  private partBoth(gap: Gap, a: readonly number[], b: readonly number[]): void {
    const { leading, trailing } = this.ends(gap);
    const longA = a.length > b.length;
    const [long, short] = longA ? [a, b] : [b, a];
    const side = longA ? this.left : this.right;
    const marked = longA ? marksGap(this.right, gap.b) : marksGap(this.left, gap.a);
    const extra = long.length - short.length - MORE_REPLACED;
    if ((leading && trailing) || !(leading || trailing || marked) || extra <= 0) {
      this.tell(gap, a, b);
      return;
    }
    const otherEnd = longA ? gap.b : gap.a;
    const other = longA ? this.right : this.left;
    const markBefore = has(markAt(other, otherEnd[0]), Mark.gap | Mark.piece);
    const atBegin = leading || (!trailing && markBefore);
    let near = atBegin ? long.slice(extra) : long.slice(0, -extra);
    const breaks = near.findIndex((at, place) => place > 0 && has(markAt(side, at), Mark.stop));
    if (breaks > 0) near = atBegin ? near.slice(breaks) : near.slice(0, breaks);
    const cut: Stretch = atBegin ? [long[0]!, near[0]!] : [near.at(-1)! + 1, long.at(-1)! + 1];
    this.take(gap, longA, cut, { before: atBegin, after: !atBegin });
    if (longA) this.tell(gap, near, b);
    else this.tell(gap, a, near);
  }

  private ends({ a, b }: Gap): { leading: boolean; trailing: boolean } {
    return {
      leading: a[0] === 0 && b[0] === 0,
      trailing: a[1] === this.left.units.length && b[1] === this.right.units.length,
    };
  }

  /** A cut that is none of the words' own fault: told only where it takes from the sense. */
  private take(gap: Gap, onA: boolean, cut: Stretch, where: { before: boolean; after: boolean }): void {
    this.cut = true;
    const side = onA ? this.left : this.right;
    const length = side.units.length;
    const found: (Taken | null)[] = [];
    if (where.after && cut[0] > 0) found.push(takenAfter(side, cut, [0, cut[0]]));
    if (where.before && cut[1] < length) found.push(takenBefore(side, cut, [cut[1], length]));
    const told = found.find((one) => one?.kind === 'negation') ?? found.find((one) => one !== null);
    if (!told) return;
    const [a, b] = onA ? [told.at, null] : [null, told.at];
    this.taken.push({ kind: told.kind, a, b, atA: onA ? told.at[0] : gap.a[0], atB: onA ? gap.b[0] : told.at[0] });
  }

  /** @param marked an editor's brackets say that words were replaced: only what turns the sense is told then */
  private tell(gap: Gap, a: readonly number[], b: readonly number[], marked = false): void {
    const found = new Classifier(this.left, this.right, { a, b }, this.shifts).run();
    for (const difference of found) {
      if (marked && !/^(?:negation|number|name)$/.test(difference.kind)) continue;
      const atA = difference.a?.[0] ?? gap.a[0];
      this.differences.push({ ...difference, atA, atB: difference.b?.[0] ?? gap.b[0] });
    }
  }

  /** A question that became a statement, or the other way round. */
  private questions(): void {
    const { left, right } = this;
    for (const [a, b] of this.alignment.links.entries()) {
      if (b < 0) continue;
      const [x, y] = [markAt(left, a + 1), markAt(right, b + 1)];
      if (has(x, Mark.question) === has(y, Mark.question)) continue;
      const goesOn = a + 1 < left.units.length && b + 1 < right.units.length && this.alignment.links[a + 1] === b + 1;
      if (!goesOn && !has(has(x, Mark.question) ? y : x, Mark.stop)) continue;
      this.differences.push({ kind: 'punctuation', a: [a, a + 1], b: [b, b + 1], atA: a, atB: b });
    }
  }

  /** Of a reporter's words: what only stands elsewhere is no difference. */
  private settled(): Placed[] {
    const { left, right, differences } = this;
    const negations = differences.filter(({ kind }) => kind === 'negation');
    const onlyA = negations.filter(({ b }) => b === null).length;
    const moved = onlyA > 0 && onlyA === negations.length - onlyA;
    const keysOf = (side: Side, at: Stretch | null): string[] =>
      at ? side.units.slice(...at).flatMap(({ key }) => (key.startsWith('#') ? [key] : [])) : [];
    const [inLeft, inRight] = [left, right].map(({ units }) => new Set(units.map(({ key }) => key))) as [
      Set<string>,
      Set<string>,
    ];
    const stands = ({ a, b }: Placed): boolean => {
      const [x, y] = [keysOf(left, a), keysOf(right, b)];
      if (!x.length && !y.length) return false;
      return x.every((key) => inRight.has(key)) && y.every((key) => inLeft.has(key));
    };
    return differences.filter(
      (difference) =>
        !(difference.kind === 'negation' && moved && (difference.a === null || difference.b === null)) &&
        !(difference.kind === 'number' && stands(difference)),
    );
  }
}

const open = (gone: Uint8Array, [from, to]: Stretch): number[] => {
  const list: number[] = [];
  for (let at = from; at < to; at++) if (!gone[at]) list.push(at);
  return list;
};

/** Whether a mark within a gap says that words were left out there. */
function marksGap(side: Side, [from, to]: Stretch): boolean {
  for (let at = from; at <= to; at++)
    if (has(markAt(side, at), Mark.gap | Mark.piece) && (at > 0 || from === to)) return true;
  return false;
}

const PRONOUNS = new Set('he she it they him her them his their its this that'.split(' '));

/** Without what an editor put in; and without the pronouns, where the other side has put something in for them. */
const withoutPut = (list: readonly number[], side: Side, other: boolean): number[] =>
  list.filter((at) => !side.units[at]!.bracketed && !(other && PRONOUNS.has(keyAt(side, at))));
