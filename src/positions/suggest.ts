import type { Stance } from '../model.ts';
import { readDocument } from '../text/index.ts';
import { plain } from './lexicon/phrases.ts';
import { conceptOf, isAct, isWeak } from './over-time/thesaurus.ts';

/** A position that takes a side. */
export interface Side {
  readonly id: string;
  /** Null where the speaker is not known. */
  readonly speaker: string | null;
  readonly outlet: string | null;
  readonly stance: Stance;
  /** What it is about, in the words of the article. */
  readonly about: string;
}

/** An issue that speakers take sides on. */
export interface SuggestedIssue {
  /** Words to look for, as `Issue` takes them. */
  readonly about: string;
  readonly positions: number;
  readonly speakers: number;
  readonly outlets: number;
  /** How many positions have each stance, the commonest first. */
  readonly stances: readonly (readonly [Stance, number])[];
  /** Ids of some of the positions, each of another speaker where there are several. */
  readonly examples: readonly string[];
  /** In words for people. */
  readonly why: string;
}

const LONGEST = 240;
const MOST_WORDS = 6;
const LEAST_POSITIONS = 3;
const MOST_SUGGESTED = 50;
const MOST_EXAMPLES = 3;

/** The telling words of what a position is about: concept, and how it is written. */
function termsOf({ about }: Side): Map<string, string> {
  const terms = new Map<string, string>();
  for (const { form, lemma, pos } of readDocument(about.slice(0, LONGEST)).tokens) {
    if (terms.size === MOST_WORDS) break;
    if (!/^\p{L}[\p{L}’'-]{2,}$/u.test(form) || !/^(?:NOUN|PROPN|VERB)$/.test(pos)) continue;
    const concept = conceptOf(/^\p{Lu}/u.test(form) ? plain(form) : lemma);
    if (isWeak(lemma) || (pos === 'VERB' && !isAct(concept))) continue;
    if (!terms.has(concept)) terms.set(concept, /^\p{Lu}/u.test(form) && pos === 'PROPN' ? form : form.toLowerCase());
  }
  return terms;
}

interface Group {
  readonly concepts: readonly string[];
  readonly sides: Side[];
}

/** Positions that share a pair of telling words, or one that names an act of sides ("talks", "sanctions"). */
function groupsOf(read: readonly (readonly [Side, Map<string, string>])[]): Group[] {
  const groups = new Map<string, Group>();
  const put = (concepts: readonly string[], side: Side): void => {
    const key = concepts.join(' ');
    const group = groups.get(key) ?? { concepts, sides: [] };
    group.sides.push(side);
    groups.set(key, group);
  };
  for (const [side, terms] of read) {
    const concepts = [...terms.keys()].sort();
    for (const [at, one] of concepts.entries()) {
      if (isAct(one)) put([one], side);
      for (const other of concepts.slice(at + 1)) put([one, other], side);
    }
  }
  return [...groups.values()];
}

const distinct = (all: readonly (string | null)[]): number => new Set(all.filter((one) => one !== null)).size;

function countStances(sides: readonly Side[]): [Stance, number][] {
  const counts = new Map<Stance, number>();
  for (const { stance } of sides) counts.set(stance, (counts.get(stance) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

/** How a concept is written most often. */
function formOf(concept: string, read: readonly (readonly [Side, Map<string, string>])[]): string {
  const counts = new Map<string, number>();
  for (const [, terms] of read) {
    const form = terms.get(concept);
    if (form !== undefined) counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]![0];
}

/** Ids of positions of different speakers, as far as there are. */
function examplesOf(sides: readonly Side[]): string[] {
  const first = [...Map.groupBy(sides, ({ speaker, id }) => speaker ?? id).values()].map(([one]) => one!);
  return [...new Set([...first, ...sides])].slice(0, MOST_EXAMPLES).map(({ id }) => id);
}

const counted = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

/**
 * What several speakers, or several outlets, take sides on: positions that share rare words, or an act of sides. Those on
 * which most speakers take most different sides come first.
 */
export function suggestIssues(sides: readonly Side[]): SuggestedIssue[] {
  const read = sides.map((side) => [side, termsOf(side)] as const);
  const held = new Map<string, number>();
  for (const [, terms] of read) for (const concept of terms.keys()) held.set(concept, (held.get(concept) ?? 0) + 1);
  const rarity = (concept: string): number => Math.log(1 + sides.length / held.get(concept)!);
  const worth = ({ concepts, sides: own }: Group): number => {
    const speakers = distinct(own.map(({ speaker }) => speaker));
    const various = 1 + 0.5 * (countStances(own).length - 1);
    return speakers * various * concepts.reduce((sum, concept) => sum + rarity(concept), 0);
  };
  const groups = groupsOf(read)
    .filter(({ sides: own }) => own.length >= LEAST_POSITIONS)
    .filter(
      ({ sides: own }) =>
        distinct(own.map(({ speaker }) => speaker)) > 1 || distinct(own.map(({ outlet }) => outlet)) > 1,
    )
    .map((group) => ({ ...group, worth: worth(group) }))
    .sort((a, b) => b.worth - a.worth || (a.concepts.join(' ') < b.concepts.join(' ') ? -1 : 1));
  const taken = new Set<Side>();
  const chosen: Group[] = [];
  for (const group of groups) {
    if (chosen.length === MOST_SUGGESTED) break;
    // What is mostly of an issue that was suggested already is no other one.
    if (group.sides.filter((side) => taken.has(side)).length * 2 > group.sides.length) continue;
    for (const side of group.sides) taken.add(side);
    chosen.push(group);
  }
  return chosen.map(({ concepts, sides: own }) => {
    const speakers = distinct(own.map(({ speaker }) => speaker));
    const outlets = distinct(own.map(({ outlet }) => outlet));
    const stances = countStances(own);
    const why =
      `${counted(own.length, 'position')} by ${counted(speakers, 'speaker')} in ${counted(outlets, 'outlet')}: ` +
      stances.map(([stance, count]) => `${stance} ${count}`).join(', ');
    const about = concepts.map((concept) => formOf(concept, read)).join(' ');
    return { about, positions: own.length, speakers, outlets, stances, examples: examplesOf(own), why };
  });
}
