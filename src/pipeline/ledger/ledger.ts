import { Issue, looksBack } from '../../positions/index.ts';
import type {
  Page,
  PassageQuery,
  RecordedAttribution,
  RecordedCollision,
  RecordedPassage,
  RecordStore,
} from '../../store/index.ts';
import { readDocument } from '../../text/index.ts';
import { type HeldInRecord, heldOf, shifted } from './held.ts';
import { figuresOf, lanesOf } from './lanes.ts';
import type { CollidesWith, Lane, Ledger, LedgerPosition, LedgerQuery } from './types.ts';

/** So many attributions with a word of an issue are looked at, the likeliest. */
const MOST_READ = 3_000;
/** So many collisions are given with an issue, the surest. */
const MOST_COLLISIONS = 500;
const PAGE = 500;

/** When a position was taken, `YYYY-MM-DD`: as said, or else as published; null where neither is known. */
const dayOf = ({ saidOn, article }: RecordedAttribution): string | null =>
  saidOn ?? article.published?.slice(0, 10) ?? null;

/** Comes after every day. */
const UNDATED = '~';

function byDay(a: HeldInRecord, b: HeldInRecord): number {
  const [one, other] = [a.passage.attribution, b.passage.attribution];
  const [first, second] = [dayOf(one) ?? UNDATED, dayOf(other) ?? UNDATED];
  if (first !== second) return first < second ? -1 : 1;
  return one.key < other.key ? -1 : one.key > other.key ? 1 : 0;
}

/** Passages of a query, so many at most (a multiple of 500), with how many there are. */
export function passagesOf(
  record: RecordStore,
  query: PassageQuery,
  most: number,
): { found: RecordedPassage[]; total: number } {
  const found: RecordedPassage[] = [];
  for (let total = 1, offset = 0; ; offset += PAGE) {
    const page = record.passages({ ...query, limit: PAGE, offset });
    found.push(...page.items);
    total = page.total;
    if (offset + PAGE >= Math.min(total, most)) return { found, total };
  }
}

/**
 * The positions of a record that are on an issue, in time. What has a word of the issue is looked for in the index; of
 * that the likeliest `MOST_READ` are read.
 *
 * @throws Error, in words for people, when a wording has no word to look for
 */
export function positionsIn(
  record: RecordStore,
  { wordings, speakers, from, to }: LedgerQuery,
): { readonly positions: HeldInRecord[]; readonly read: number; readonly left: number } {
  const issue = new Issue(wordings);
  const asked = { beginnings: issue.beginnings, from, to };
  const pages = (speakers ?? [undefined]).map((speaker) => passagesOf(record, { ...asked, speaker }, MOST_READ));
  const passages = pages.flatMap(({ found }) => found);
  const total = pages.reduce((sum, page) => sum + page.total, 0);
  const positions = passages
    .filter(({ attribution, text, start }) => issue.matches(readDocument(text), shifted(attribution.content, start)))
    .map(heldOf)
    .sort(byDay);
  return { positions, read: passages.length, left: total - passages.length };
}

/** The collisions of attributions, the surest first, as many as are given, with how many there are. */
function collisionsOf(record: RecordStore, of: readonly string[]): Page<RecordedCollision> {
  return of.length === 0 ? { items: [], total: 0 } : record.collisions({ of, limit: MOST_COLLISIONS });
}

/**
 * Who holds what on an issue, in a record: positions in time, by speaker, with what shifted and what collides.
 *
 * @example
 * const { lanes } = readLedger(record, { wordings: ['peace talks'] });
 *
 * @throws Error, in words for people, when a wording has no word to look for
 */
export function readLedger(record: RecordStore, query: LedgerQuery): Ledger {
  const { positions, read, left } = positionsIn(record, query);
  const attributions = positions.map(({ passage }) => passage.attribution);
  const { items: collisions, total } = collisionsOf(
    record,
    attributions.map(({ key }) => key),
  );
  const lanes = lanesOf(positions);
  return {
    positions: linesOf(positions, lanes, collisions),
    lanes,
    collisions,
    collisionsLeft: total - collisions.length,
    figures: figuresOf(positions),
    read,
    left,
  };
}

/** Positions with what each changed, and what it collides with. */
function linesOf(
  positions: readonly HeldInRecord[],
  lanes: readonly Lane[],
  collisions: readonly RecordedCollision[],
): LedgerPosition[] {
  const points = lanes.flatMap(({ courses }) => courses.flatMap((course) => course.points));
  const shifts = new Map(points.flatMap(({ shift }) => (shift ? [[shift.after, shift] as const] : [])));
  const collides = new Map<string, CollidesWith[]>();
  for (const { kind, confidence, reason, later, earlier } of collisions)
    for (const [one, other] of [[later, earlier] as const, [earlier, later] as const]) {
      const { key } = one.attribution;
      collides.set(key, [...(collides.get(key) ?? []), { kind, with: other.attribution.key, confidence, reason }]);
    }
  return positions.map((position) => {
    const { attribution } = position.passage;
    const on = dayOf(attribution);
    const { key } = attribution;
    const recalled = looksBack(position);
    return { attribution, on, recalled, shift: shifts.get(key) ?? null, collisions: collides.get(key) ?? [] };
  });
}
