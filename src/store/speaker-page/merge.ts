import type { Seen } from './types.ts';

/** Something that articles give in these words. */
export interface Worded extends Seen {
  readonly words: string;
}

/** Words that count as one, in the spelling to show, with all spellings they have. */
export interface Group extends Worded {
  readonly spellings: readonly string[];
}

/** Counts as one what `same` makes equal, shown in its commonest spelling. */
export function groupBySpelling(all: readonly Worded[], same: (words: string) => string): Group[] {
  return [...Map.groupBy(all, ({ words }) => same(words)).values()].map((group) => {
    const [commonest] = group.toSorted(bySpelling);
    return {
      words: onOneLine(commonest!.words),
      spellings: group.map(({ words }) => words),
      attributions: group.reduce((sum, { attributions }) => sum + attributions, 0),
      first: group.map(({ first }) => first).reduce((a, b) => (a === null || (b !== null && b < a) ? b : a)),
      last: group.map(({ last }) => last).reduce((a, b) => (a === null || (b !== null && b > a) ? b : a)),
    };
  });
}

/**
 * The commonest first. Of two as common the shorter, which has no article before it; then the one that comes later in
 * code units: there small letters come after capitals, and names are not shown as a headline shouts them.
 */
function bySpelling(a: Worded, b: Worded): number {
  return b.attributions - a.attributions || a.words.length - b.words.length || (a.words > b.words ? -1 : 1);
}

/** Most frequent first. */
export function byFrequency(a: Worded, b: Worded): number {
  return b.attributions - a.attributions || (a.words < b.words ? -1 : 1);
}

/** In the order of first dates, without a date last. */
export function byFirstDate(a: Worded, b: Worded): number {
  if (a.first === b.first) return byFrequency(a, b);
  if (a.first === null || b.first === null) return a.first === null ? 1 : -1;
  return a.first < b.first ? -1 : 1;
}

/** Names are the same that differ in case and white space alone. */
export function sameName(words: string): string {
  return onOneLine(words).normalize('NFC').toLowerCase();
}

/** Roles are the same that differ in case, white space, and an article before them. */
export function sameRole(words: string): string {
  return sameName(words).replace(/^(?:the|an?) (?=.)/, '');
}

function onOneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
