/** How input that gives no article is told of. */
import type { Refusal, RefusalCode } from '../model.ts';

/** Thrown where input turns out to give no article; whoever knows the input's name makes a `Refusal` of it. */
export class Refused extends Error {
  readonly code: RefusalCode;

  /** @param reason a sentence without capital and full stop: what was wrong and, where it helps, what to do. */
  constructor(code: RefusalCode, reason: string) {
    super(reason);
    this.code = code;
  }
}

/** Words as a sentence: with a capital and a full stop. */
export const sentence = (words: string): string =>
  `${words.charAt(0).toUpperCase()}${words.slice(1).replace(/[.\s]*$/, '')}.`;

/** A sentence as words that another sentence takes up. */
export const phrase = (words: string): string =>
  `${words.charAt(0).toLowerCase()}${words.slice(1).replace(/[.\s]*$/, '')}`;

/** What errors of the system mean to people; any other error is one of reading markup or text that is odd beyond help. */
function explain(error: NodeJS.ErrnoException): Refused {
  const { code } = error;
  if (code === undefined)
    return new Refused('no article text', `no article could be made out in it (${error.message})`);
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' || code === 'ERR_INVALID_ARG_VALUE') {
    return new Refused('not found', 'there is no such file or folder');
  }
  if (code === 'EACCES' || code === 'EPERM')
    return new Refused('unreachable', 'it may not be read; check its permissions');
  return new Refused('unreachable', `it could not be read: ${error.message}`);
}

/** Makes a refusal of whatever was thrown while `input` was read. */
export function refusal(input: string, error: unknown): Refusal {
  const refused = error instanceof Refused ? error : explain(error instanceof Error ? error : new Error(String(error)));
  return { input, code: refused.code, reason: sentence(refused.message) };
}
