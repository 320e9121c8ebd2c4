import { formOf } from './forms.ts';
import { MODALS, SHIFTED_MODALS } from './lexicon.ts';

/** Words that indirect speech changes into one another: persons, and what points at a place or a time. */
const SHIFTED: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['~person', 'i he she we they you me him us them it'],
    ['~whose', 'my his her our their your its'],
    ['~self', 'myself himself herself ourselves themselves yourself'],
    ['~this', 'this that'],
    ['~these', 'these those'],
    ['~here', 'here there'],
    ['~now', 'now then'],
  ].flatMap(([to, list]) => list!.split(' ').map((word) => [word, to!])),
);

/**
 * A key as indirect speech leaves it: "I will", "he would" and "we're leaving", "they were leaving" have the same ones.
 * Numbers and negations stay as they are.
 */
export function shifted(key: string): string {
  if (key.startsWith('#')) return key;
  if (key === "'d") return 'will';
  if (key === "'s") return 'be';
  if (Object.hasOwn(MODALS, key)) return SHIFTED_MODALS[key] ?? key;
  return (Object.hasOwn(SHIFTED, key) ? SHIFTED[key] : null) ?? formOf(key).stem;
}
