import type { ChangeKind, Occurrence } from '../../src/server/statement-schemas.ts';

/** What became of words, in words for people. */

/** How much a change matters: `grave` ones change what was said, `slight` ones are the printer's. */
export type Weight = 'grave' | 'plain' | 'slight';

export const changeKinds: Record<ChangeKind, { readonly label: string; readonly weight: Weight }> = {
  negation: { label: 'a “not” put in or left out', weight: 'grave' },
  number: { label: 'another number', weight: 'grave' },
  modal: { label: 'may, must or will', weight: 'grave' },
  name: { label: 'another name', weight: 'grave' },
  tense: { label: 'another tense', weight: 'grave' },
  condition: { label: 'a condition cut off', weight: 'grave' },
  speaker: { label: 'another speaker', weight: 'grave' },
  wording: { label: 'other words', weight: 'plain' },
  addition: { label: 'words put in', weight: 'plain' },
  omission: { label: 'words left out', weight: 'plain' },
  order: { label: 'another order', weight: 'plain' },
  spelling: { label: 'spelling', weight: 'slight' },
  punctuation: { label: 'punctuation', weight: 'slight' },
};

/** In the order of gravity. */
export const CHANGE_KINDS = Object.keys(changeKinds) as ChangeKind[];

export const isChangeKind = (kind: string | null): kind is ChangeKind => kind !== null && kind in changeKinds;

/** What became of the words of the earliest occurrence; null stands for that itself. */
export const changeWords: Record<NonNullable<Occurrence['change']>, string> = {
  identical: 'the same words',
  excerpt: 'a part of the words',
  altered: 'altered',
  paraphrase: "in the reporter's words",
};

/** "a “not” put in or left out; other words". */
export function kindsWords(kinds: readonly ChangeKind[]): string {
  return kinds.map((kind) => changeKinds[kind].label).join('; ');
}

/** The weight of the gravest of kinds; null without one. */
export function weightOf([gravest]: readonly ChangeKind[]): Weight | null {
  return gravest === undefined ? null : changeKinds[gravest].weight;
}
