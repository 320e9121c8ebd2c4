import type { Change, ChangeKind, Comparison, Place, Reported, WordChange } from '../../model.ts';
import { Mark, sameKey, type Unit } from '../align/index.ts';
import { GRAVITY } from './difference.ts';
import { readContent } from './read.ts';
import { markAt, placesOf, type Side } from './side.ts';
import { type Parted, type Placed, Wordings } from './wordings.ts';

/** Both sides of a comparison, in an order that does not depend on which one came first. */
interface Pair {
  readonly left: Side;
  readonly right: Side;
  /** Whether `left` is the later one. */
  readonly flipped: boolean;
}

function pairOf(earlier: Reported, later: Reported): Pair {
  const [a, b] = [readContent(earlier.words), readContent(later.words)];
  const textOf = ({ units, words }: Side): string => `${units.map(({ key }) => key).join(' ')}\n${words.join('\n')}`;
  const flipped = textOf(a) > textOf(b);
  return flipped ? { left: b, right: a, flipped } : { left: a, right: b, flipped };
}

/** The kind as it reads from the earlier to the later one. */
const turned = (kind: ChangeKind): ChangeKind =>
  kind === 'addition' ? 'omission' : kind === 'omission' ? 'addition' : kind;

/**
 * Whether two speakers are known to be two. A person and the organization that the person speaks for are both given as who
 * said the same, and nameless ones may be anybody.
 */
function speakersDiffer({ speaker: a }: Reported, { speaker: b }: Reported): boolean {
  if (!a || !b || a.id === b.id || a.kind !== b.kind) return false;
  return a.kind === 'person' || a.kind === 'organization';
}

/** The differences as the model has them: one a piece, where the words of one run over several. */
function wordChanges({ left, right, flipped }: Pair, placed: readonly Placed[]): WordChange[] {
  const sorted = [...placed].sort((x, y) => (flipped ? x.atA - y.atA : x.atB - y.atB));
  return sorted.flatMap(({ kind, a, b }) => {
    const [inA, inB] = [a ? placesOf(left, a) : [], b ? placesOf(right, b) : []];
    return Array.from({ length: Math.max(inA.length, inB.length) }, (_, at) => {
      const [x, y] = [inA[at] ?? null, inB[at] ?? null];
      return flipped ? { kind: turned(kind), before: y, after: x } : { kind, before: x, after: y };
    });
  });
}

/** The words that are the same, in runs as long as they go on in one piece of both. */
function sameWords({ left, right, flipped }: Pair, { alignment }: Parted): Comparison['same'] {
  const pairs: [number, number][] = [];
  for (const [a, b] of alignment.links.entries()) if (b >= 0) pairs.push([a, b]);
  for (const { a, b, length } of alignment.moves) for (let at = 0; at < length; at++) pairs.push([a + at, b + at]);
  pairs.sort((x, y) => (flipped ? x[0] - y[0] : x[1] - y[1]));
  const runs: { a: Place; b: Place; nextA: number; nextB: number }[] = [];
  for (const [a, b] of pairs) {
    const [unitA, unitB] = [left.units[a]!, right.units[b]!];
    if (!sameKey(unitA.key, unitB.key)) continue;
    const run = runs.at(-1);
    const goesOn = run?.nextA === a && run.nextB === b && run.a[0] === unitA.place[0] && run.b[0] === unitB.place[0];
    if (goesOn) {
      runs[runs.length - 1] = {
        a: [run.a[0], run.a[1], unitA.place[2]],
        b: [run.b[0], run.b[1], unitB.place[2]],
        nextA: a + 1,
        nextB: b + 1,
      };
    } else runs.push({ a: unitA.place, b: unitB.place, nextA: a + 1, nextB: b + 1 });
  }
  return runs.map(({ a, b }) => (flipped ? { before: b, after: a } : { before: a, after: b }));
}

/** Whether a difference stands in words that both sides give as spoken. */
function isSpoken(pair: Pair, [left, right]: readonly [boolean, boolean], { a, b }: Placed): boolean {
  if (!a || !b) return false;
  const spoken = (side: Side, all: boolean, [from, to]: readonly [number, number]): boolean =>
    all || side.units.slice(from, to).every(({ quoted }) => quoted);
  return spoken(pair.left, left, a) && spoken(pair.right, right, b);
}

/**
 * What became of the words of `earlier` in `later`: how the one stands to the other, what kinds of change there are, and
 * where. Read either way it gives the same kinds, but for additions and omissions, which are one another's opposite.
 *
 * What only stands to words a reporter may leave alone is no change: capitals, quotation marks, dashes, commas, hesitations,
 * an editor's brackets. A cut at an end or behind a mark makes an excerpt, whose kinds say what was cut off the sense
 * ("if they withdraw"; "I do not think that"). Words given as the same ones that differ are altered; where one side is a
 * reporter's, they are a paraphrase, in which persons and tenses shift as they do in indirect speech.
 */
export function compare(earlier: Reported, later: Reported): Comparison {
  const pair = pairOf(earlier, later);
  const direct = [earlier, later].map(({ type }) => type === 'direct') as [boolean, boolean];
  const spoken = pair.flipped ? ([direct[1], direct[0]] as const) : direct;
  const asQuoted = new Wordings(pair.left, pair.right, false).compare();
  const altered = asQuoted.differences.length > 0 || nothingShared(pair, asQuoted);
  const rendered = altered && !(direct[0] && direct[1]);
  const quoted = rendered ? asSpoken(pair, spoken) : null;
  const parted = rendered ? new Wordings(pair.left, pair.right, true).compare() : asQuoted;
  const inQuotes = rendered && parted.differences.some((one) => isSpoken(pair, spoken, one));
  const otherSpeaker = speakersDiffer(earlier, later);
  if (quoted && !turnsSense(parted)) return comparison(quoted, quoted.parted, false, false, otherSpeaker);
  return comparison(pair, parted, altered, rendered && !inQuotes, otherSpeaker);
}

/** Whether what a reporter says around the same quoted words is the contrary, or gives another figure. */
const turnsSense = ({ differences, taken }: Parted): boolean =>
  [...differences, ...taken].some(({ kind }) => kind === 'negation' || kind === 'number');

/** So many words in quotation marks are compared by themselves. */
const FEWEST_SPOKEN = 3;

/** Only the words that a side gives as spoken, each still at its place. */
function spokenOf(side: Side, all: boolean): Side {
  if (all) return side;
  const units: Unit[] = [];
  const marks: number[] = [Mark.none];
  for (const [at, unit] of side.units.entries()) {
    marks[units.length] = marks[units.length]! | markAt(side, at);
    if (unit.quoted) {
      units.push(unit);
      marks.push(Mark.none);
    } else marks[units.length] = marks[units.length]! | Mark.piece;
  }
  marks[units.length] = marks[units.length]! | markAt(side, side.units.length);
  return { units, marks, words: side.words };
}

/** The words that both sides give as spoken, held against each other where the one has no others than the other; else null. */
function asSpoken(pair: Pair, [left, right]: readonly [boolean, boolean]): (Pair & { parted: Parted }) | null {
  const spoken = { ...pair, left: spokenOf(pair.left, left), right: spokenOf(pair.right, right) };
  if (Math.min(spoken.left.units.length, spoken.right.units.length) < FEWEST_SPOKEN) return null;
  const parted = new Wordings(spoken.left, spoken.right, false).compare();
  return parted.differences.length || nothingShared(spoken, parted) ? null : { ...spoken, parted };
}

function comparison(
  pair: Pair,
  parted: Parted,
  altered: boolean,
  rendered: boolean,
  otherSpeaker: boolean,
): Comparison {
  const differences = wordChanges(pair, [...parted.taken, ...parted.differences]);
  const kinds = new Set<ChangeKind>(differences.map(({ kind }) => kind));
  if (otherSpeaker) kinds.add('speaker');
  return {
    change: changeOf(altered, rendered, parted.cut, otherSpeaker),
    kinds: GRAVITY.filter((kind) => kinds.has(kind)),
    differences,
    same: sameWords(pair, parted),
  };
}

/** Whether one has words and nothing of them is in the other. */
function nothingShared({ left, right }: Pair, { alignment }: Parted): boolean {
  if (!left.units.length && !right.units.length) return false;
  return !alignment.moves.length && alignment.links.every((to) => to < 0);
}

function changeOf(altered: boolean, rendered: boolean, cut: boolean, otherSpeaker: boolean): Change {
  if (rendered) return 'paraphrase';
  if (altered) return 'altered';
  if (cut) return 'excerpt';
  return otherSpeaker ? 'altered' : 'identical';
}
