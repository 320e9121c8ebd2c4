import type { Held, MatterKeys } from '../../model.ts';
import type { Claim, Claims } from './claim.ts';
import { wordsOf } from './words.ts';

/** 53 bits of a string: FNV-1a, twice with different seeds. */
function hash(text: string): number {
  let [one, other] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at++) {
    one = Math.imul(one ^ text.charCodeAt(at), 0x01000193);
    other = Math.imul(other ^ text.charCodeAt(at), 0x85ebca6b);
  }
  return (one >>> 0) * 0x200000 + ((other >>> 0) & 0x1fffff);
}

/** A matter is filed under its heaviest words: so many of them. */
const MOST_WORDS = 4;
/** A quotation is filed under runs of so many words. */
const RUN = 6;

const telling = ({ matter }: Claim): string[] =>
  [...matter]
    .filter(([, weight]) => weight >= 0.5)
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(([word]) => word);

/** Whom a claim is about: who acts, or with whom the speaker says that he did something. */
function othersIn({ actor, factual, names }: Claim): readonly string[] {
  if (actor instanceof Set) return [...actor];
  return actor === 'self' && factual ? [...names].slice(0, MOST_WORDS) : [];
}

/** One side and one word of the matter: the speaker's own side, and the one that is spoken of. */
function bySide(held: Held, { claims, side }: Claims, add: (key: string) => void): void {
  for (const claim of claims) {
    const sides = [...side, ...othersIn(claim)];
    for (const word of telling(claim)) {
      if (held.speaker) add(`speaker ${held.speaker.id} ${word}`);
      for (const name of new Set(sides)) add(`side ${name} ${word}`);
    }
  }
}

/** Two words of the matter, and what is counted with one. */
function byWords({ claims }: Claims, add: (key: string) => void): void {
  for (const claim of claims) {
    const words = telling(claim);
    if (claim.factual)
      for (const word of words) for (const other of words) if (word < other) add(`words ${word} ${other}`);
    for (const { counted, unit } of claim.quantities) {
      if (counted === null && unit === null) continue;
      for (const word of words) add(`count ${counted ?? unit} ${word}`);
    }
  }
}

/** The least of all runs of six words: two quotations that share a long run mostly share one of a few. */
function byRuns(held: Held, add: (key: string) => void): void {
  if (held.type === 'indirect') return;
  const lows = wordsOf(held.words).flatMap(({ low }) => (/^[\p{L}\p{N}]/u.test(low) ? [low] : []));
  const runs = lows.slice(0, Math.max(0, lows.length - RUN + 1)).map((_, at) => lows.slice(at, at + RUN).join(' '));
  // A run stands for its neighbours where its hash is the least of four (winnowing: Schleimer, Wilkerson and Aiken 2003).
  for (let at = 0; at + 4 <= Math.max(4, runs.length); at++) {
    const some = runs.slice(at, at + 4);
    if (some.length) add(`run ${some.reduce((least, run) => (hash(run) < hash(least) ? run : least))}`);
  }
}

/** Under which keys a position is held, and where those that it may collide with, or follow, are found. */
export function keysOf(held: Held, claims: Claims): MatterKeys {
  const keys = new Set<number>();
  const add = (key: string): void => void keys.add(hash(key));
  bySide(held, claims, add);
  byWords(claims, add);
  byRuns(held, add);
  const all = [...keys];
  // A denial takes up what stands in its own article, whatever the words.
  const [said, denied] = [hash(`said in ${held.article.id}`), hash(`denied in ${held.article.id}`)];
  return claims.denial
    ? { held: [...all, said, denied], sought: [...all, said, denied] }
    : { held: [...all, said], sought: [...all, denied] };
}
