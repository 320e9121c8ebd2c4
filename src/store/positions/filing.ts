import type { Collision, Held } from '../../model.ts';
import { type Connection, prepared } from '../connection.ts';
import { build } from '../schema.ts';
import { HeldPositions } from './held.ts';
import type { CollisionTable } from './schema.ts';

const changed = prepared(() =>
  build.selectFrom('position_changed').select('attribution_id as id').orderBy('attribution_id'),
);
/** Those that stand within others of their article: who reports them may have changed. */
const inner = prepared((v: { id: number }) =>
  build
    .selectFrom('attribution as a')
    .innerJoin('attribution as b', 'b.article_id', 'a.article_id')
    .innerJoin('position', 'position.attribution_id', 'b.id')
    .select('b.id')
    .where('a.id', '=', v.id)
    .where('b.within', 'is not', null),
);
const setDigest = prepared((v: { id: number; held: number }) =>
  build.updateTable('position').set({ held: v.held }).where('attribution_id', '=', v.id),
);
const insertKey = prepared((v: { key: number; found: number; id: number }) =>
  build.insertInto('position_key').values({ key: v.key, as_found: v.found, attribution_id: v.id }),
);
const correctedKeys = prepared((v: { id: number }) =>
  build.selectFrom('position_key').select('key').where('attribution_id', '=', v.id).where('as_found', '=', 0),
);
const deleteCorrected = prepared((v: { id: number }) =>
  build.deleteFrom('position_key').where('attribution_id', '=', v.id).where('as_found', '=', 0),
);
const anyCorrected = prepared(() =>
  build.selectFrom('position_key').select('attribution_id').where('as_found', '=', 0).limit(1),
);
const before = prepared((v: { key: number; found: number; below: number; from: number; most: number }) =>
  build
    .selectFrom('position_key')
    .select('attribution_id as id')
    .where('key', '=', v.key)
    .where('as_found', '=', v.found)
    .where('attribution_id', '<', v.below)
    .where('attribution_id', '>=', v.from)
    .orderBy('attribution_id', 'desc')
    .limit(v.most),
);
const after = prepared((v: { key: number; found: number; above: number; to: number; most: number }) =>
  build
    .selectFrom('position_key')
    .select('attribution_id as id')
    .where('key', '=', v.key)
    .where('as_found', '=', v.found)
    .where('attribution_id', '>', v.above)
    .where('attribution_id', '<=', v.to)
    .orderBy('attribution_id')
    .limit(v.most),
);
const insertCollision = prepared((v: { [Column in keyof CollisionTable]: CollisionTable[Column] }) =>
  build.insertInto('collision').values({
    later_id: v.later_id,
    earlier_id: v.earlier_id,
    kind: v.kind,
    confidence: v.confidence,
    reason: v.reason,
    shown_later: v.shown_later,
    shown_earlier: v.shown_earlier,
  }),
);
const forgetLater = prepared((v: { id: number }) => build.deleteFrom('collision').where('later_id', '=', v.id));
const forgetEarlier = prepared((v: { id: number }) => build.deleteFrom('collision').where('earlier_id', '=', v.id));

/** So many positions are compared with one at most: those that share the rarest keys with it. */
const MOST_CANDIDATES = 256;
const WITHOUT_END = Number.MAX_SAFE_INTEGER;

/**
 * Finds anew what collides with the positions of which something changed, at the end of all that a transaction changes.
 * What a position collides with follows from the order in which positions came and from what holds of each now, never
 * from the order in which it was learnt: of each key that it seeks, the latest positions before it are looked at, those
 * as found and, beside them, those that have the key by a correction.
 */
export function settlePositions(connection: Connection): void {
  if (connection.first(changed, {}) === undefined) return;
  connection.write(() => new Settling(connection).settle());
}

class Settling {
  readonly #connection: Connection;
  readonly #held: HeldPositions;
  /** Whose collisions with earlier ones are to be found anew. */
  readonly #affected = new Set<number>();

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#held = new HeldPositions(connection);
  }

  settle(): void {
    const ids = this.#connection.all(changed, {}).map(({ id }) => id);
    this.#connection.run(build.deleteFrom('position_changed'));
    const all = new Set([...ids, ...ids.flatMap((id) => this.#connection.all(inner, { id }).map((one) => one.id))]);
    for (const id of [...all].sort((a, b) => a - b)) this.#take(id);
    const anyExtra = this.#connection.first(anyCorrected, {}) !== undefined;
    for (const id of [...this.#affected].sort((a, b) => a - b)) this.#collide(id, anyExtra);
  }

  /** Files a position as it holds now, and notes whom that concerns. */
  #take(id: number): void {
    const held = this.#held.digestFiled(id);
    const { position, counted, digest } = this.#held.now(id);
    if (held === digest) return;
    const { watcher } = this.#connection;
    const found = watcher.keysOf(this.#held.found(id)).held;
    const isNew = held === null;
    if (isNew) for (const key of found) this.#connection.run(insertKey, { key, found: 1, id });
    const extra = watcher.keysOf(position).held.filter((key) => !found.includes(key));
    const extraBefore = this.#connection.all(correctedKeys, { id }).map(({ key }) => key);
    this.#connection.run(deleteCorrected, { id });
    for (const key of extra) this.#connection.run(insertKey, { key, found: 0, id });
    this.#connection.run(setDigest, { id, held: digest });
    this.#affected.add(id);
    this.#connection.run(forgetEarlier, { id });
    // After one that has just come in there are only others that have.
    if (isNew) return;
    const moved = [...extra, ...extraBefore].filter((key) => !(extra.includes(key) && extraBefore.includes(key)));
    const concerned = counted ? new Set([...found, ...extra, ...extraBefore]) : moved;
    for (const key of concerned) this.#follow(key, id);
  }

  /** Later positions that may meet this one under a key: as many as come before it is out of their sight. */
  #follow(key: number, id: number): void {
    const { mostHolders } = this.#connection.watcher;
    const ids = this.#connection.all(after, { key, found: 1, above: id, to: WITHOUT_END, most: mostHolders });
    const to = ids.length < mostHolders ? WITHOUT_END : ids.at(-1)!.id;
    const others = this.#connection.all(after, { key, found: 0, above: id, to, most: WITHOUT_END });
    for (const one of [...ids, ...others]) this.#affected.add(one.id);
  }

  #collide(id: number, anyExtra: boolean): void {
    this.#connection.run(forgetLater, { id });
    const { position, counted } = this.#held.filed(id);
    if (!counted) return;
    const others = new Map<Held, number>();
    for (const other of this.#candidates(id, position, anyExtra)) {
      const filed = this.#held.filed(other);
      if (filed.counted) others.set(filed.position, other);
    }
    for (const found of this.#connection.watcher.collide(position, [...others.keys()]))
      this.#keep(id, others.get(found.b)!, found);
  }

  #candidates(id: number, position: Held, anyExtra: boolean): number[] {
    const { mostHolders: most, ...watcher } = this.#connection.watcher;
    const shared = new Map<number, number>();
    for (const key of new Set(watcher.keysOf(position).sought)) {
      const ids = this.#connection.all(before, { key, found: 1, below: id, from: 0, most });
      const from = ids.length < most ? 0 : ids.at(-1)!.id;
      if (anyExtra) ids.push(...this.#connection.all(before, { key, found: 0, below: id, from, most }));
      for (const one of ids) shared.set(one.id, (shared.get(one.id) ?? 0) + 1 / ids.length);
    }
    return [...shared]
      .sort(([a, x], [b, y]) => y - x || b - a)
      .slice(0, MOST_CANDIDATES)
      .map(([other]) => other)
      .sort((a, b) => a - b);
  }

  #keep(later: number, earlier: number, { kind, confidence, reason, shownA, shownB }: Collision<Held>): void {
    this.#connection.run(insertCollision, {
      later_id: later,
      earlier_id: earlier,
      kind,
      confidence,
      reason,
      shown_later: JSON.stringify(shownA),
      shown_earlier: JSON.stringify(shownB),
    });
  }
}
