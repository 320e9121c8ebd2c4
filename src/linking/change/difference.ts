import type { ChangeKind, ChangeKinds } from '../../model.ts';
import type { Stretch } from './side.ts';

/** The kinds of change, the gravest first. */
export const GRAVITY: ChangeKinds = [
  'negation',
  'number',
  'modal',
  'name',
  'tense',
  'condition',
  'speaker',
  'wording',
  'addition',
  'omission',
  'order',
  'spelling',
  'punctuation',
];

/** One difference, in units of both sides: null where one has no words for it. */
export interface Difference {
  readonly kind: ChangeKind;
  readonly a: Stretch | null;
  readonly b: Stretch | null;
}
