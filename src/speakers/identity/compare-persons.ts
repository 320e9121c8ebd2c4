import type { Tradition } from '../lexicon/name-forms.ts';
import { Aligner, type Alignment, sameWord } from './align.ts';
import { type EasternReading, easternReadings, sameReading, southernFamily } from './eastern.ts';
import { genderOfGiven, isGivenName } from './given.ts';
import { type Part, type PersonName, readPersonName } from './person-name.ts';
import { FREE_ORDER, traditionsOf } from './traditions.ts';
import type { Comparison } from './types.ts';

const same = (reason: string): Comparison => ({ verdict: 'same', reason });
const unsure = (reason: string): Comparison => ({ verdict: 'unsure', reason });
const different = (reason: string): Comparison => ({ verdict: 'different', reason });

/** Whether a name has a family name and a given name that is more than a letter: only then it means one person anywhere. */
export const isWhole = ({ parts }: PersonName): boolean =>
  parts.length >= 2 && !parts.at(-1)!.initial && parts.slice(0, -1).some((part) => !part.initial);

/** Two initials and a family name ("J. R. Marlow") are as good as a given name. */
const hasInitials = ({ parts }: PersonName): boolean =>
  parts.length >= 3 && !parts.at(-1)!.initial && parts.slice(0, -1).every((part) => part.initial);

/** Whether a name by itself can mean one person across articles. */
export const isComplete = (name: PersonName): boolean => isWhole(name) || hasInitials(name);

/** Whether the first word may be none of the name: "Honest Hannah Brandt", where the second is a known given name. */
export const hasEpithet = ({ parts }: PersonName): boolean =>
  parts.length >= 3 &&
  !parts[0]!.initial &&
  !parts[1]!.joined &&
  !isGivenName(parts[0]!.spellings[0]!) &&
  isGivenName(parts[1]!.spellings[0]!);

const words = (parts: readonly Part[]): string => parts.map((part) => part.written).join(' ');

/** Whether two words differ so little that a slip may have made one of the other. */
function isSlip(a: string, b: string): boolean {
  if (a[0] !== b[0] || Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 5) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  let j = 0;
  while (j < Math.min(a.length, b.length) - i && a[a.length - 1 - j] === b[b.length - 1 - j]) j++;
  return Math.max(a.length, b.length) - i - j <= 1;
}

/** The masculine form of a Slavic woman's family name, or the name itself. */
const masculine = (family: string): string =>
  family
    .replace(/(?<=[oei]v|in|yn)a$/, '')
    .replace(/(?:skaya|skaia|ska)$/, 'ski')
    .replace(/ova$/, '')
    .replace(/cka$/, 'cki');

/** Words on both sides that lie on nothing: other names, unless a slip or a woman's ending made them. */
function compareLeftOver(a: PersonName, b: PersonName, { matched, onlyA, onlyB }: Alignment): Comparison {
  const left = onlyA.map((i) => a.parts[i]!);
  const right = onlyB.map((i) => b.parts[i]!);
  const lastA = onlyA.includes(a.parts.length - 1);
  const lastB = onlyB.includes(b.parts.length - 1);
  const [one, other] = [left[0]!.spellings[0]!, right[0]!.spellings[0]!];
  if (left.length === 1 && right.length === 1 && matched.length > 0 && !matched.every((match) => match.initial)) {
    if (lastA && lastB && masculine(one) === masculine(other))
      return unsure(`one family name in a woman's and a man's form: ${words(left)}, ${words(right)}`);
    const bothKnown = !lastA && isGivenName(one) && isGivenName(other);
    if (lastA === lastB && !bothKnown) {
      if (isSlip(one, other)) return unsure(`nearly the same: ${words(left)}, ${words(right)}`);
      // Only one of the names tells that it comes from a tradition that writes both words so.
      const told = [...new Set([...traditionsOf(a), ...traditionsOf(b)])];
      if (sameWord(left[0]!.spellings, right[0]!.spellings, told))
        return unsure(`perhaps one name written two ways: ${words(left)}, ${words(right)}`);
    }
  }
  const what = lastA && lastB ? 'family names' : onlyA[0] === 0 && onlyB[0] === 0 ? 'given names' : 'names';
  return different(`${what} differ: ${words(left)}, ${words(right)}`);
}

/** One name lies wholly within the other: what was left out decides. */
function compareWithin(
  short: PersonName,
  long: PersonName,
  alignment: { matched: Alignment['matched']; left: readonly number[] },
  traditions: readonly Tradition[],
): Comparison {
  const { matched, left } = alignment;
  const iberian = traditions.includes('iberian');
  const last = long.parts.length - 1;
  const letters = matched.some((match) => match.initial);
  if (left.includes(last)) {
    const southern = southernFamily(long);
    if (southern > 0 && left[0] === southern + 1 && !letters)
      return same('the Western given name and the family name alone');
    const whole = left.length === 1 && matched.length >= 2 && !letters;
    if (iberian && whole && !long.parts[last]!.joined) return same('the second family name left out');
    return unsure(`one name more: ${words(left.map((i) => long.parts[i]!))}`);
  }
  if (left.some((i) => long.parts[i]!.joined || long.parts[i + 1]?.joined))
    return unsure(`half of a double name more: ${words(left.map((i) => long.parts[i]!))}`);
  if (left.includes(0)) {
    const whole = left.length === 1 && !letters;
    if (whole && (long.parts[0]!.initial || southernFamily(long) === 1)) return same('called by the second name');
    return unsure(`one given name more: ${words([long.parts[0]!])}`);
  }
  const first = matched[0]!;
  const second = matched.length > 2 && matched[1]!.a === 1 && matched[1]!.b === 1;
  if (first.initial && !second) return unsure(`only an initial: ${words([short.parts[0]!])}`);
  const doubtful = left.find((i) => i === last - 1 && !isGivenName(long.parts[i]!.spellings[0]!));
  if (iberian && doubtful !== undefined && !long.parts[doubtful]!.initial && traditions.length === 1)
    return unsure(`one family name more: ${words([long.parts[doubtful]!])}`);
  if (left.length === 0) return same(first.initial ? 'given names by their initials' : 'one name in two spellings');
  return same(`middle names left out: ${words(left.map((i) => long.parts[i]!))}`);
}

/** Compares two names whose words stand in one order. */
function compareInOrder(a: PersonName, b: PersonName, traditions: readonly Tradition[]): Comparison {
  const alignment = new Aligner(a.parts, b.parts, traditions).align();
  const { matched, onlyA, onlyB } = alignment;
  if (onlyA.length && onlyB.length) return compareLeftOver(a, b, alignment);
  if (!matched.length) return different(`nothing in common: ${words(a.parts)}, ${words(b.parts)}`);
  const family = matched.at(-1)!;
  if (family.initial) return unsure('the family name by its initial alone');
  if (a.parts.length === 1 || b.parts.length === 1) {
    const [lone, other] = a.parts.length === 1 ? [a, b] : [b, a];
    return unsure(`one name alone: ${words(lone.parts)}${other.parts.length === 1 ? '' : `, ${words(other.parts)}`}`);
  }
  return onlyA.length
    ? compareWithin(b, a, { matched, left: onlyA }, traditions)
    : compareWithin(a, b, { matched, left: onlyB }, traditions);
}

/** The name with its last word first, or its first word last. */
function turned(name: PersonName, way: 'first' | 'last'): PersonName {
  const { parts } = name;
  return { ...name, parts: way === 'last' ? [...parts.slice(1), parts[0]!] : [parts.at(-1)!, ...parts.slice(0, -1)] };
}

const RANK = { same: 2, unsure: 1, different: 0 } as const;
const better = (a: Comparison, b: Comparison): Comparison => (RANK[b.verdict] > RANK[a.verdict] ? b : a);

/** Compares in the orders that the names may have. */
function compareOrders(a: PersonName, b: PersonName): Comparison {
  const other = traditionsOf(b);
  const traditions = [...traditionsOf(a)].filter((tradition) => other.has(tradition));
  let best = compareInOrder(a, b, traditions);
  if (best.verdict === 'same' || a.parts.length < 2 || b.parts.length < 2) return best;
  const free = FREE_ORDER.some((tradition) => traditions.includes(tradition));
  for (const way of ['first', 'last'] as const) {
    for (const [one, two] of [
      [turned(a, way), b],
      [a, turned(b, way)],
    ] as const) {
      const swapped = compareInOrder(one, two, traditions);
      if (swapped.verdict !== 'same') continue;
      const full = a.parts.length === b.parts.length;
      if (free) return same('the family name first in one, last in the other');
      if (full) best = better(best, unsure('the same words in another order'));
    }
  }
  return best;
}

/** Chinese and Korean names have rules of their own: no word of them is left out. */
function compareEastern(a: readonly EasternReading[], b: readonly EasternReading[]): Comparison | null {
  if (!a.length || !b.length) return null;
  if (a.some((one) => b.some((other) => sameReading(one, other)))) return same('one name romanised two ways');
  const scripts = (readings: readonly EasternReading[]) => new Set(readings.map((reading) => reading.script));
  const shared = [...scripts(a)].some((script) => scripts(b).has(script));
  return shared ? different('the syllables of the names differ') : null;
}

/** Father and son: suffixes that differ tell them apart, one alone makes it unsure. */
function withSuffixes(a: PersonName, b: PersonName, found: Comparison): Comparison {
  if (found.verdict === 'different' || a.suffix === b.suffix) return found;
  if (a.suffix && b.suffix) return different(`generations differ: ${a.suffix}, ${b.suffix}`);
  return unsure('father and child may share the name');
}

const genderOf = ({ gender, parts }: PersonName): 'f' | 'm' | null =>
  gender ?? (parts.length > 1 ? genderOfGiven(parts[0]!.spellings[0]!) : null);

/** "Thi" stands in the names of Vietnamese women, "Van" in those of men. */
function vietnameseGender(name: PersonName): 'f' | 'm' | null {
  if (!traditionsOf(name).has('vietnamese')) return null;
  if (name.parts.some(({ spellings }) => spellings[0] === 'thi')) return 'f';
  return name.particles.has('van') ? 'm' : null;
}

/** The name with its nickname in the place of the first given name. */
function nicknamed(name: PersonName): PersonName | null {
  if (!name.nickname || name.parts.length < 2) return null;
  const part: Part = { written: name.nickname, spellings: [name.nickname], initial: false, joined: false };
  return { ...name, parts: [part, ...name.parts.slice(1)], nickname: null };
}

/** Compares two names of persons taken apart. */
function compareRead(a: PersonName, b: PersonName): Comparison {
  if (!a.parts.length || !b.parts.length) return unsure('no name at all');
  const eastern = compareEastern(easternReadings(a), easternReadings(b));
  let best = eastern?.verdict === 'same' ? eastern : compareOrders(a, b);
  if (eastern?.verdict === 'different' && best.verdict === 'same' && !isIdentical(a, b)) best = eastern;
  for (const [one, other] of [
    [nicknamed(a), b],
    [a, nicknamed(b)],
  ] as const)
    if (one && other && best.verdict !== 'same') best = better(best, compareOrders(one, other));
  return withSuffixes(a, b, best);
}

const isIdentical = (a: PersonName, b: PersonName): boolean =>
  a.parts.length > 0 &&
  a.parts.length === b.parts.length &&
  a.parts.every((part, i) => part.spellings[0] === b.parts[i]!.spellings[0]);

/**
 * Whether two names of persons are one person's, by the names alone.
 *
 * Takes names as articles print them, with or without titles, in either order, in any case. Symmetric in its arguments;
 * indifferent to case, marks and apostrophes. A name of one word, or of one initial and a family name, is at most
 * `unsure`, even beside itself: it is borne by many.
 */
export function comparePersons(a: string, b: string): Comparison {
  const [one, other] = a <= b ? [a, b] : [b, a];
  const [left, right] = [readPersonName(one), readPersonName(other)];
  const genders = [genderOf(left), genderOf(right)];
  const middle = [vietnameseGender(left), vietnameseGender(right)];
  if (middle[0] && middle[1] && middle[0] !== middle[1]) return different(`a woman and a man: ${one}, ${other}`);
  if ((left.gender || right.gender) && genders[0] && genders[1] && genders[0] !== genders[1])
    return different(`a woman and a man: ${one}, ${other}`);
  const alike = isIdentical(left, right) && left.suffix === right.suffix;
  const found = alike ? same('one name') : compareRead(left, right);
  if (found.verdict === 'same' && !(isComplete(left) && isComplete(right)))
    return unsure(`not a whole name: ${isComplete(left) ? other : one}`);
  return found;
}
