import { added } from './added.ts';
import { condition } from './condition.ts';
import { excerpt } from './excerpt.ts';
import { identical } from './identical.ts';
import { marks } from './marks.ts';
import { modal } from './modal.ts';
import { name } from './name.ts';
import { negation } from './negation.ts';
import { nothing } from './nothing.ts';
import { number } from './number.ts';
import { order } from './order.ts';
import type { WordPair } from './pair.ts';
import { paraphrase } from './paraphrase.ts';
import { several } from './several.ts';
import { speaker } from './speaker.ts';
import { tense } from './tense.ts';
import { wording } from './wording.ts';

export type { WordPair } from './pair.ts';

/** All pairs, by what they are about. */
export const groups: Readonly<Record<string, readonly WordPair[]>> = {
  identical,
  excerpt,
  negation,
  number,
  modal,
  name,
  tense,
  condition,
  speaker,
  wording,
  'additions and omissions': added,
  order,
  'spelling and marks': marks,
  'several at once': several,
  paraphrase,
  'nothing changed': nothing,
};
