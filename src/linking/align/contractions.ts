/** One word of a contraction: what is compared, and how many characters of the contraction it takes. */
export type Part = readonly [key: string, length: number];

const WHOLE: Readonly<Record<string, readonly Part[]>> = {
  "won't": [
    ['will', 2],
    ['not', 3],
  ],
  "can't": [
    ['can', 2],
    ['not', 3],
  ],
  "shan't": [
    ['shall', 3],
    ['not', 3],
  ],
  "ain't": [
    ['is', 2],
    ['not', 3],
  ],
  cannot: [
    ['can', 3],
    ['not', 3],
  ],
  "let's": [
    ['let', 3],
    ['us', 2],
  ],
  "y'all": [
    ['you', 1],
    ['all', 4],
  ],
  gonna: [
    ['going', 3],
    ['to', 2],
  ],
  wanna: [
    ['want', 3],
    ['to', 2],
  ],
  gotta: [
    ['got', 3],
    ['to', 2],
  ],
};
/** "'s" and "'d" stand for several words: `sameKey` says for which. */
const ENDINGS: readonly (readonly [ending: string, key: string])[] = [
  ["n't", 'not'],
  ["'re", 'are'],
  ["'ve", 'have'],
  ["'ll", 'will'],
  ["'m", 'am'],
  ["'d", "'d"],
  ["'s", "'s"],
];

/** The words of a contraction ("don't": do, not), or null for a word that is none. Takes lower case and straight marks. */
export function contraction(word: string): readonly Part[] | null {
  if (Object.hasOwn(WHOLE, word)) return WHOLE[word]!;
  if (!word.includes("'")) return null;
  for (const [ending, key] of ENDINGS) {
    const stem = word.slice(0, -ending.length);
    if (!stem || !word.endsWith(ending)) continue;
    return [...(contraction(stem) ?? [[stem, stem.length] as const]), [key, ending.length]];
  }
  return null;
}

const SHORT: Readonly<Record<string, ReadonlySet<string>>> = {
  "'s": new Set(['is', 'has']),
  "'d": new Set(['would', 'had']),
};

/** Whether two keys are one word: equal, or one a contraction that may stand for the other. */
export const sameKey = (a: string, b: string): boolean =>
  a === b || (a[0] === "'" && SHORT[a]?.has(b) === true) || (b[0] === "'" && SHORT[b]?.has(a) === true);
