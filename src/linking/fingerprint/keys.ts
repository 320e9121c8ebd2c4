import type { LinkKeys, Reported } from '../../model.ts';
import { familyOf } from '../family.ts';
import type { LinkSettings } from '../settings.ts';
import { type Wording, wordingOf } from '../wording.ts';
import { hash53 } from './hash.ts';

/** Contents longer than this are looked up by their first words alone. */
const MOST_WORDS = 3000;
/** A content of so few words is held under every run. */
const SHORT = 12;
/** So many words of a content are looked up together with its speaker: those that say most. */
const TELLING = 6;
/** Of a word this much is compared there, so that "ends" and "ended" are one. */
const STEM = 6;

interface Gram {
  readonly key: number;
  readonly worth: number;
}

/** Runs of words, with what each says. */
function grams({ keys, weights }: Wording, length: number): Gram[] {
  const many = Math.min(keys.length, MOST_WORDS) - length + 1;
  const found: Gram[] = [];
  for (let at = 0; at < many; at++) {
    let worth = 0;
    for (let more = 0; more < length; more++) worth += weights[at + more]!;
    found.push({ key: hash53(keys.slice(at, at + length).join(' ')), worth });
  }
  return found;
}

/**
 * Of every `window` runs in a row the one that says most, so that two contents with so many words more in common share one
 * whatever stands around them: winnowing (Schleimer, Wilkerson, Aiken 2003), the rarest taken in place of the least hash.
 */
function winnowed(all: readonly Gram[], window: number): number[] {
  const kept = new Set<number>();
  for (let from = 0; from + window <= all.length; from++) {
    let best = all[from]!;
    for (let at = from + 1; at < from + window; at++) {
      const one = all[at]!;
      if (one.worth > best.worth || (one.worth === best.worth && one.key < best.key)) best = one;
    }
    kept.add(best.key);
  }
  return [...kept];
}

/** The words that say most, a few letters of each, in no order: indirect speech keeps little else. */
function tellingStems({ keys, weights }: Wording): string[] {
  const stems = new Map<string, number>();
  for (const [at, key] of keys.slice(0, MOST_WORDS).entries()) {
    if (weights[at]! < 1) continue;
    const stem = key.slice(0, STEM);
    stems.set(stem, Math.max(stems.get(stem) ?? 0, key.length));
  }
  return [...stems]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, TELLING)
    .map(([stem]) => stem);
}

/**
 * Under which keys an occurrence is held and looked for: runs of its words; and its telling words, each with the speaker.
 * Without a speaker there are the runs alone; a content of fewer words than a run is one run.
 */
export function keysOf(occurrence: Reported, { gram, window }: LinkSettings): LinkKeys {
  const wording = wordingOf(occurrence);
  if (wording.keys.length === 0) return { held: [], sought: [] };
  const all = grams(wording, Math.min(gram, wording.keys.length));
  const runs = all.map(({ key }) => key);
  const held = wording.keys.length <= SHORT || all.length < window ? runs : winnowed(all, window);
  // By the name and not by who that is: what a record knows of its speakers grows, and keys must stay what they were.
  const family = occurrence.speaker && familyOf(occurrence.speaker.name);
  const spoken = family ? tellingStems(wording).map((stem) => hash53(`${family}\n${stem}`)) : [];
  return { held: [...new Set([...held, ...spoken])], sought: [...new Set([...runs, ...spoken])] };
}
