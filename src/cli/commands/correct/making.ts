import type { Command } from 'commander';
import type { CorrectionRequest, RecordedCorrection, RecordStore } from '../../../store/index.ts';
import { byOption, corrector } from '../../corrector.ts';
import { forPeople } from '../../errors.ts';
import { jsonOption, recordOption } from '../../options.ts';
import { note, printJson, printLine } from '../../output.ts';
import { withWritableRecord } from '../../records.ts';
import { stripUnsafe, wrap } from '../../terminal.ts';

/** What commander gives for the options of every command that corrects. */
export interface MakingOptions {
  readonly record: string;
  readonly by?: string;
  readonly note?: string;
  readonly json?: true;
}

/** Gives a command the options that every correction takes. */
export function withMakingOptions(command: Command): Command {
  return command
    .addOption(byOption())
    .option('--note <text>', 'why')
    .addOption(recordOption())
    .addOption(jsonOption('with the correction as it stands in the log'));
}

/** How help describes an argument that is a speaker. */
export const SPEAKER = "the speaker's key, or a name that only this speaker has";

/**
 * Makes one correction and says what it did.
 *
 * @param request makes the request from what the record holds.
 * @throws CommandError when it makes no sense.
 */
export async function makeCorrection(
  options: MakingOptions,
  request: (record: RecordStore) => CorrectionRequest,
): Promise<void> {
  const by = corrector(options);
  await withWritableRecord(options.record, async (record) => {
    const asked = request(record);
    const at = new Date().toISOString();
    const made = await forPeople(() => record.correct(asked, { by, at, note: options.note }));
    await (options.json ? printJson(made) : printLine(correctionLine(made)));
    if (made.unapplied !== null) {
      process.exitCode = 1;
      note(`onrecord: correction ${made.number} has no effect, or not all of it: ${made.unapplied}`);
    }
    if (made.action === 'undo') noteWithoutEffect(record);
  });
}

/** Says which corrections have lost what they build on. */
function noteWithoutEffect(record: RecordStore): void {
  for (const { number, summary, unapplied } of record.corrections({ limit: 500 }).items) {
    if (unapplied !== null) note(`Correction ${number} (${summary}) is now without effect: ${unapplied}.`);
  }
}

/** One entry of the log for people. */
export function correctionLine(correction: RecordedCorrection): string {
  const { number, at, by, action, summary, note: why, undoneBy, unapplied } = correction;
  const parts = [`${action}: ${summary}`, why && `“${why}”`];
  if (undoneBy !== null) parts.push(`undone by ${undoneBy}`);
  if (unapplied !== null) parts.push(`without effect: ${unapplied}`);
  const head = `${number}  ${at.slice(0, 16).replace('T', ' ')}  ${by}  `;
  return wrap(stripUnsafe(`${head}${parts.filter(Boolean).join('; ')}`.replace(/\s*\n\s*/g, ' ')), '', '    ');
}
