import type { WikidataItem } from '../../model.ts';
import { plainWords } from '../../text/index.ts';
import { SUFFIXES } from '../lexicon/words.ts';
import type { SpeakerToLink } from './types.ts';

/** How well a name fits, against a whole name that is the item's label, and in which words that is told. */
export interface NameFit {
  readonly weight: number;
  readonly reason: string;
}

/** What is longer is no name. */
const LONGEST = 200;
const MOST_SEARCHES = 4;
/** Spellings of a smaller share of the statements may be slips, or another's. */
const LEAST_SHARE = 0.1;

interface Parsed {
  readonly words: readonly string[];
  readonly suffixes: readonly string[];
}

function parse(name: string): Parsed {
  const all = plainWords(name.slice(0, LONGEST));
  const isSuffix = (word: string, n: number): boolean => n > 1 && SUFFIXES.has(word);
  return { words: all.filter((word, n) => !isSuffix(word, n)), suffixes: all.filter(isSuffix) };
}

/** Spellings that count: of a person whole names, if there are any, and of those no rare ones; the most frequent first. */
function spellingsOf({ names, kind }: SpeakerToLink): string[] {
  const whole = names.filter(({ name }) => kind !== 'person' || plainWords(name).length > 1);
  const counted = whole.length ? whole : names;
  const all = counted.reduce((sum, { statements }) => sum + statements, 0);
  return counted
    .filter(({ name, statements }) => plainWords(name).length > 0 && statements >= LEAST_SHARE * all)
    .toSorted((a, b) => b.statements - a.statements || (a.name < b.name ? -1 : Number(a.name > b.name)))
    .map(({ name }) => name);
}

/** Given names without what stands between the first and the last, for items that lack a middle name. */
function withoutMiddle(name: string): string {
  const words = name.split(/\s+/);
  return words.length > 2 ? `${words[0]} ${words.at(-1)}` : name;
}

/**
 * What to search Wikidata for: at most four names, the likeliest first.
 *
 * @returns nothing for speakers that are neither persons nor organizations
 */
export function wikidataSearches(speaker: SpeakerToLink): string[] {
  if (speaker.kind !== 'person' && speaker.kind !== 'organization') return [];
  const spellings = spellingsOf(speaker).map((name) => name.replace(/^the\s+/i, '').trim());
  const shortened = speaker.kind === 'person' ? spellings.slice(0, 1).map(withoutMiddle) : [];
  const distinct = new Map(
    [...spellings.slice(0, MOST_SEARCHES - 1), ...shortened].map((name) => [name.toLowerCase(), name]),
  );
  return [...distinct.values()];
}

/** A middle name or an initial fits what it may stand for. */
const mayBe = (a: string, b: string): boolean =>
  a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));

/** Whether the given names of the one, in their order, may be some of the other's, the first being the first. */
function givenNamesFit(some: readonly string[], others: readonly string[]): boolean {
  const [few, many] = some.length <= others.length ? [some, others] : [others, some];
  if (few.length === 0 || !mayBe(few[0]!, many[0]!)) return false;
  let at = 0;
  return few.every((given) => {
    while (at < many.length && !mayBe(given, many[at]!)) at++;
    return at++ < many.length;
  });
}

/** How two names of persons fit that are not the same words. */
function fitPersons(a: readonly string[], b: readonly string[]): { weight: number; how: string } | null {
  if (a.length < 2 || b.length < 2) return null;
  if (a.toSorted().join(' ') === b.toSorted().join(' '))
    return { weight: 0.7, how: 'has in another order the words of' };
  if (a.at(-1) !== b.at(-1) || !givenNamesFit(a.slice(0, -1), b.slice(0, -1))) return null;
  const onlyInitial = a[0]!.length === 1 || b[0]!.length === 1;
  return onlyInitial
    ? { weight: 0.15, how: 'shares surname and initial with' }
    : { weight: 0.5, how: 'differs by middle names or initials from' };
}

/** "Jr.": where one name has it, the other may leave it out; father and son are two. */
function fitSuffixes(a: readonly string[], b: readonly string[]): number {
  if (a.join() === b.join()) return 1;
  return a.length && b.length ? 0 : 0.4;
}

function fitOne(spelling: string, name: string, isLabel: boolean, isPerson: boolean): NameFit | null {
  const [one, other] = [spelling, name].map((each) => parse(isPerson ? each : each.replace(/^the\s+/i, ''))) as [
    Parsed,
    Parsed,
  ];
  const what = `its ${isLabel ? 'label' : 'alias'} “${name}”`;
  const suffixes = isPerson ? fitSuffixes(one.suffixes, other.suffixes) : 1;
  if (suffixes === 0 || one.words.length === 0) return null;
  const short = other.words.length < 2;
  const dropped = suffixes < 1 ? ', but for “Jr.” or the like' : '';
  if (one.words.join('') === other.words.join('')) {
    const weight = short && (isPerson || !isLabel) ? 0.3 : isLabel || isPerson ? 1 : 0.5;
    return { weight: weight * suffixes, reason: `${what} is the name${dropped}` };
  }
  const fit = isPerson ? fitPersons(one.words, other.words) : null;
  return fit && { weight: fit.weight * suffixes, reason: `${what} ${fit.how} “${spelling}”${dropped}` };
}

/** The best fit of a speaker's spellings with an item's names; null where none fits. */
export function fitName(speaker: SpeakerToLink, item: WikidataItem): NameFit | null {
  let best: NameFit | null = null;
  for (const spelling of spellingsOf(speaker).slice(0, 20))
    for (const [n, name] of [item.label ?? '', ...item.aliases].entries()) {
      const fit = fitOne(spelling, name, n === 0, speaker.kind === 'person');
      if (fit && fit.weight > (best?.weight ?? 0)) best = fit;
    }
  return best;
}
