import { inspect } from 'node:util';
import { CommanderError } from 'commander';
import { CommandError } from './errors.ts';
import { note, watchOutput } from './output.ts';
import { createProgram } from './program.ts';

/** Exit status: wrong usage. 1 is for refused input and for all that failed. */
const WRONG_USAGE = 2;

/**
 * Runs one command line, the program's name left out, and sets the exit status: 0 success, 1 when some input was refused
 * or the command failed, 2 for wrong usage.
 */
export async function run(args: readonly string[]): Promise<void> {
  watchOutput();
  try {
    await createProgram().parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : WRONG_USAGE;
      return;
    }
    process.exitCode = 1;
    if (error instanceof CommandError) {
      note(`onrecord: ${error.message}`);
      return;
    }
    note('onrecord: this is a fault in onrecord itself. Please report it with these lines:');
    note(inspect(error));
  }
}
