const VOWEL = /[aeiouy]/;
const SHORTEST = 4;
/** Names are written in another alphabet's letters in more ways than words: so many edits may part two of them. */
const EDITS_OF_NAMES = 2;

/**
 * Whether two words differ as slips of the pen do: two letters swapped, a letter doubled, or another vowel. Any other
 * letter may make another word ("county", "country"); so may a vowel, but hardly within a long word.
 */
export function misspelt(a: string, b: string): boolean {
  if (a.length < SHORTEST || b.length < SHORTEST || a[0] !== b[0]) return false;
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from++;
  let back = 0;
  while (back < a.length - from && back < b.length - from && a.at(-1 - back) === b.at(-1 - back)) back++;
  const [x, y] = [a.slice(from, a.length - back), b.slice(from, b.length - back)];
  if (x.length === 2 && y.length === 2) return x[0] === y[1] && x[1] === y[0] && a.length > SHORTEST;
  if (x.length + y.length === 1) return back > 0 && a[from - 1] === (x || y);
  return x.length === 1 && y.length === 1 && back > 0 && a.length > 6 && VOWEL.test(x) && VOWEL.test(y);
}

/** Whether two names are one as different papers spell it ("Zelensky", "Zelenskyy"). */
export function sameNameSpelt(a: string, b: string): boolean {
  if (a[0] !== b[0] || Math.min(a.length, b.length) < SHORTEST || Math.abs(a.length - b.length) > EDITS_OF_NAMES)
    return false;
  return edits(a, b) <= (Math.min(a.length, b.length) > 6 ? EDITS_OF_NAMES : 1);
}

/** Levenshtein's distance of two words; of two long ones a large number. */
function edits(a: string, b: string): number {
  const LONGEST = 40;
  if (a.length > LONGEST || b.length > LONGEST) return LONGEST;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
