/** What people can change: one file an action. */
import type { CorrectionRequest } from '../types.ts';
import { accept } from './accept.ts';
import type { Action } from './action.ts';
import { apart } from './apart.ts';
import { join } from './join.ts';
import { kind } from './kind.ts';
import { merge } from './merge.ts';
import { notAStatement } from './not-a-statement.ts';
import { part } from './part.ts';
import { rename } from './rename.ts';
import { span } from './span.ts';
import { speaker } from './speaker.ts';
import { split } from './split.ts';
import { stance } from './stance.ts';
import { undo } from './undo.ts';
import { wikidata } from './wikidata.ts';

export type { Action, Applying } from './action.ts';

const ACTIONS = {
  accept,
  span,
  merge,
  apart,
  split,
  rename,
  kind,
  'not-a-statement': notAStatement,
  speaker,
  wikidata,
  join,
  part,
  stance,
  undo,
};

/** The action of this name. @throws when there is none: the log is of a newer version */
export function actionOf(
  name: CorrectionRequest['action'],
): Action<CorrectionRequest, Readonly<Record<string, unknown>>> {
  if (!Object.hasOwn(ACTIONS, name))
    throw new Error(`the log of corrections holds the action ${name}, which is not known`);
  // Each action takes the payload that it made itself; the log cannot say that in types.
  return ACTIONS[name] as unknown as Action<CorrectionRequest, Readonly<Record<string, unknown>>>;
}
