import { userInfo } from 'node:os';
import { Option } from 'commander';
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

function loggedIn(): string {
  try {
    return userInfo().username;
  } catch {
    return ''; // a user without an entry in the system's list
  }
}
