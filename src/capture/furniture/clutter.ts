/** Furniture of every kind that is told from its line alone. */
import { isCall } from './calls.ts';
import { isControl } from './controls.ts';
import { isCredit } from './credits.ts';
import { isRights } from './notes.ts';
import { isPointer, isTagLine } from './related.ts';

/** Whether a line is furniture wherever it stands. */
export const isClutter = (line: string): boolean =>
  isControl(line) || isCall(line) || isPointer(line) || isCredit(line) || isRights(line) || isTagLine(line);
