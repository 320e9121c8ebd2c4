import type { Collision, Held, Watcher } from '../../model.ts';
import { type Claims, readClaims } from './claim.ts';
import { collisionOf } from './collisions.ts';
import { denied } from './denied.ts';
import { heldIn } from './held.ts';
import { keysOf } from './keys.ts';
import { quantitiesOf } from './quantities.ts';
import { coursesOf } from './shifts.ts';
import { wordsOf } from './words.ts';

/** Positions are read once, as long as somebody holds them. */
const known = new WeakMap<Held, Claims>();

function claimsOf(held: Held): Claims {
  let claims = known.get(held);
  if (!claims) {
    claims = readClaims(held);
    known.set(held, claims);
  }
  return claims;
}

const read = <P extends Held>(position: P) => ({ position, claims: claimsOf(position) });

/** Shifts and collisions, as a record takes them: the keys of a position, and what follows from those that share one. */
export const watcher: Watcher = {
  mostHolders: 64,
  heldIn,
  keysOf: (position) => keysOf(position, claimsOf(position)),
  collide: <P extends Held>(newcomer: P, others: readonly P[]): Collision<P>[] => {
    const [one, all] = [read(newcomer), others.map(read)];
    const found = new Map<P, Collision<P>>();
    for (const collision of [...all.flatMap((other) => collisionOf(one, other) ?? []), ...denied(one, all)])
      if (collision.confidence > (found.get(collision.b)?.confidence ?? 0)) found.set(collision.b, collision);
    return [...found.values()].sort((a, b) => b.confidence - a.confidence);
  },
  courses: (positions) => coursesOf(positions.map(read)),
  figures: ({ words }) => quantitiesOf(wordsOf(words), words).map(({ first: _first, end: _end, ...figure }) => figure),
};
