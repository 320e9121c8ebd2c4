import { userInfo } from 'node:os';
import { Option } from 'commander';
import type { ServerOptions } from '../server/index.ts';
import type { RecordStore } from '../store/index.ts';
import { CommandError } from './errors.ts';

/** `--by NAME`: who makes a correction. */
export function byOption(): Option {
  return new Option('--by <name>', 'who corrects (default: ONRECORD_USER, else who is logged in)');
}

/**
 * Who corrects: the name given, or the one that the system knows.
 * @throws CommandError when there is none.
 */
export function corrector({ by }: { readonly by?: string }): string {
  const name = (by ?? process.env.ONRECORD_USER ?? loggedIn()).trim();
  if (name === '') throw new CommandError('A correction needs a name: give it with --by NAME.');
  return name;
}

/** What corrects a record that is open for writing, in one person's name. */
export function correctAs(record: RecordStore, by: string): NonNullable<ServerOptions['correct']> {
  return (request, note) => record.correct(request, { by, at: new Date().toISOString(), note });
}

function loggedIn(): string {
  try {
    return userInfo().username;
  } catch {
    return ''; // a user without an entry in the system's list
  }
}
