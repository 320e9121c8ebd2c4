import type {
  NarratedArticle,
  Narration,
  Reprint,
  ReprintEvidence,
  ReprintPair,
  SharedPassage,
  Span,
} from '../../model.ts';
import { outletKey, sameOutlet } from './outlet-names.ts';
import { commonWords, type SharedRun, sharedRuns } from './passages.ts';

/** Words of narration that a run must have to count: names and set phrases are shorter. */
const LEAST_RUN = 8;
/** Words of narration that two articles must share to be one text, in all. */
const LEAST_SHARED = 40;
/** The share of what one of them tells that must be the other's: below it is background that many papers print. */
const LEAST_SHARE = 0.3;
/** With a credit for the other's outlet less narration will do, and statements in the same words count too. */
const CREDITED_WORDS = 12;
const CREDITED_STATEMENTS = 2;
/** Words of a quotation that both have: a shorter one is a phrase. */
const SPOKEN_WORDS = 6;
/** Words of the other's narration that stand inside quotation marks, where it is credited. */
const QUOTED_WORDS = 10;
const EMPTY: ReadonlySet<number> = new Set();

interface Shared {
  readonly runs: readonly SharedRun[];
  /** Words that the earlier tells itself and the later one tells too, or quotes as if spoken. */
  readonly told: number;
  readonly quoted: number;
  /** Runs that both quote. */
  readonly spoken: readonly SharedRun[];
}

const isTold = ({ quoted }: Narration, at: number): boolean => quoted[at] === 0;

/**
 * What of the earlier one's narration stands in the later one. Words that stand inside quotation marks in the earlier one
 * are somebody's who spoke, and open to all; so are words that too many articles hold.
 */
function sharedNarration(later: Narration, earlier: Narration, common: ReadonlySet<number>): Shared {
  const known = commonWords(later, common);
  const runs: SharedRun[] = [];
  let told = 0;
  let quoted = 0;
  const spoken: SharedRun[] = [];
  for (const run of sharedRuns(later, earlier)) {
    let own = 0;
    let asSpoken = 0;
    let both = 0;
    for (let i = 0; i < run.length; i++) {
      if (!isTold(earlier, run.earlier + i)) both += 1 - Number(isTold(later, run.later + i));
      if (!isTold(earlier, run.earlier + i) || known[run.later + i] === 1) continue;
      if (isTold(later, run.later + i)) own++;
      else asSpoken++;
    }
    if (own + asSpoken < LEAST_RUN) {
      if (both >= SPOKEN_WORDS) spoken.push(run);
      continue;
    }
    runs.push(run);
    told += own;
    quoted += asSpoken;
  }
  return { runs, told, quoted, spoken };
}

const spanOf = ({ places }: Narration, at: number, length: number): Span => [
  places[2 * at]!,
  places[2 * (at + length) - 1]!,
];

const passagesOf = (runs: readonly SharedRun[], later: Narration, earlier: Narration): SharedPassage[] =>
  runs.map((run) => ({
    later: spanOf(later, run.later, run.length),
    earlier: spanOf(earlier, run.earlier, run.length),
  }));

const overlap = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];

const percent = (share: number): string => `${Math.round(100 * share)}%`;

/** Whether an article says that it has something from the other's outlet. */
const credits = ({ credits: all }: NarratedArticle, outlet: string | null): boolean =>
  outlet !== null && all.some(({ outlet: written, name }) => sameOutlet(name ?? written, outlet));

/** Whether both have the whole of their text from one third outlet. */
function shareSource(a: NarratedArticle, b: NarratedArticle): boolean {
  const wholes = (one: NarratedArticle) =>
    new Set(one.credits.filter(({ whole }) => whole).map(({ outlet, name }) => outletKey(name ?? outlet)));
  const others = wholes(b);
  return [...wholes(a)].some((key) => others.has(key));
}

/** How `later` comes from `earlier`, or null. */
function reprintBy(
  later: NarratedArticle,
  earlier: NarratedArticle,
  { statements: given = [], common = EMPTY }: ReprintEvidence,
): Reprint | null {
  const shared = sharedNarration(later.narration, earlier.narration, common);
  const share = later.narration.told === 0 ? 0 : Math.min(1, shared.told / later.narration.told);
  const ofEarlier = earlier.narration.told === 0 ? 0 : Math.min(1, shared.told / earlier.narration.told);
  const passages = passagesOf(shared.runs, later.narration, earlier.narration);
  const tells =
    share >= ofEarlier
      ? `${percent(share)} of what it tells is told there in the same words`
      : `it tells ${percent(ofEarlier)} of that article in the same words`;
  const much = shared.told >= LEAST_SHARED && Math.max(share, ofEarlier) >= LEAST_SHARE;
  if (much && sameOutlet(later.outlet, earlier.outlet)) {
    return {
      kind: 'update',
      share,
      passages,
      why: `another version by the same outlet: ${tells}`,
    };
  }
  const credited = credits(later, earlier.outlet);
  if (much) {
    const why = `${tells} (${shared.told} words)`;
    const both = credited
      ? `; it credits ${earlier.outlet}`
      : shareSource(later, earlier)
        ? '; both credit the same source'
        : '';
    return { kind: 'reprint', share, passages, why: why + both };
  }
  if (!credited || sameOutlet(later.outlet, earlier.outlet)) return null;
  const spoken = passagesOf(shared.spoken, later.narration, earlier.narration);
  const statements = [...given, ...spoken.filter((one) => !given.some((other) => overlap(one.later, other.later)))];
  const words = shared.told + shared.quoted;
  const reasons = [
    statements.length > 0 ? `repeats ${statements.length} of its quotations word for word` : '',
    words >= CREDITED_WORDS ? `has ${words} words of its narration` : '',
    shared.quoted >= QUOTED_WORDS ? 'quotes its narration as if it were spoken' : '',
  ].filter((reason) => reason !== '');
  const enough =
    statements.length >= CREDITED_STATEMENTS ||
    (words >= CREDITED_WORDS && reasons.length > 1) ||
    words >= LEAST_SHARED;
  if (!enough) return null;
  const all = [...passages, ...statements].sort((a, b) => a.later[0] - b.later[0]);
  return { kind: 'derived', share, passages: all, why: `it credits ${earlier.outlet} and ${reasons.join(' and ')}` };
}

/** A day, or a moment where both give one: null for those that cannot be told apart. */
function earlierByDate(a: string | null, b: string | null): number {
  if (a === null || b === null) return 0;
  if (a.length > 10 && b.length > 10) return Date.parse(a) - Date.parse(b);
  return a.slice(0, 10) < b.slice(0, 10) ? -1 : a.slice(0, 10) > b.slice(0, 10) ? 1 : 0;
}

/** Which of two comes first: who is credited, then the date, then the one with fewer credits, then the address. */
function inOrder<A extends NarratedArticle>(a: A, b: A): [earlier: A, later: A] {
  const aCredits = credits(a, b.outlet);
  const bCredits = credits(b, a.outlet);
  if (aCredits !== bCredits) return aCredits ? [b, a] : [a, b];
  const date = earlierByDate(a.published, b.published);
  if (date !== 0) return date < 0 ? [a, b] : [b, a];
  const wholes = (one: A) => one.credits.filter(({ whole }) => whole).length;
  if (wholes(a) !== wholes(b)) return wholes(a) < wholes(b) ? [a, b] : [b, a];
  return compareIds(a.id, b.id) <= 0 ? [a, b] : [b, a];
}

/** Numbers before words, each in its own order. */
export function compareIds(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * How an article comes from another one, if it does: by the words of its narration, or by a credit together with
 * statements repeated word for word. Quotations that both have are no evidence by themselves: whoever heard a speech has
 * them; nor are words that too many articles hold.
 *
 * @param evidence statements that both report in the same words, and fingerprints that tell nothing
 */
export const reprintOf = (
  later: NarratedArticle,
  earlier: NarratedArticle,
  evidence: ReprintEvidence = {},
): Reprint | null => reprintBy(later, earlier, evidence);

/**
 * The one of two articles that comes from the other, and how; null when neither does. A credit decides before the dates.
 * The order of the two does not matter; the places in `evidence.statements` are those of `b` (later) and `a` (earlier).
 */
export function pair<A extends NarratedArticle>(a: A, b: A, evidence: ReprintEvidence = {}): ReprintPair<A> | null {
  const [earlier, later] = inOrder(a, b);
  const statements = evidence.statements ?? [];
  const turned = later === b ? statements : statements.map((one) => ({ later: one.earlier, earlier: one.later }));
  const found = reprintBy(later, earlier, { ...evidence, statements: turned });
  return found && { ...found, later, earlier };
}
