/** How many colours a speaker can have: the classes `hue-1` to `hue-12` of `styles/palette.css`. */
const HUES = 12;

/** The colour that a speaker has wherever it is free: from its key, so that it is the same on every page. */
function ownHue(key: string): number {
  let sum = 7;
  for (const char of key) sum = (Math.imul(sum, 31) + char.charCodeAt(0)) >>> 0;
  return sum % HUES;
}

/**
 * The colour class of each speaker on one page. Two speakers share one only when there are more than twelve.
 * @param keys In the order of the page; repeats are fine.
 */
export function huesOf(keys: Iterable<string>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const taken = new Set<number>();
  for (const key of keys) {
    if (found.has(key)) continue;
    let hue = ownHue(key);
    for (let step = 0; taken.has(hue) && taken.size < HUES && step < HUES; step++) hue = (hue + 1) % HUES;
    taken.add(hue);
    found.set(key, `hue-${hue + 1}`);
  }
  return found;
}

/** The class for what has no resolved speaker. */
export const NO_HUE = 'hue-none';
