import type { Collision, Held } from '../../model.ts';
import { watcher } from './watcher.ts';

/** Positions in memory, filed by key: each newcomer meets only those that it may collide with. */
export class Positions<P extends Held> {
  readonly #holders = new Map<number, P[]>();

  /** Files a position. @returns its collisions with those filed before, the surest first */
  add(position: P): Collision<P>[] {
    const { held, sought } = watcher.keysOf(position);
    const candidates = new Set<P>();
    for (const key of sought)
      for (const one of this.#holders.get(key)?.slice(-watcher.mostHolders) ?? []) candidates.add(one);
    for (const key of held) {
      const holders = this.#holders.get(key);
      if (holders) holders.push(position);
      else this.#holders.set(key, [position]);
    }
    return watcher.collide(position, [...candidates]);
  }
}
