import type { Connection } from '../../connection.ts';
import type { Changes } from '../changes.ts';
import type { Finder } from '../refs.ts';
import type { CorrectionRequest } from '../types.ts';

/** A correction that is being applied. */
export interface Applying {
  readonly connection: Connection;
  /** Its number in the log. */
  readonly number: number;
  /** Finds what it names. */
  readonly find: Finder;
  /** Is told what it changes. */
  readonly changes: Changes;
}

/** One thing that people can change. What it does must follow from the payload and from what the record holds then. */
export interface Action<Request extends CorrectionRequest, Payload> {
  /**
   * What the log keeps of a request: everything that it names, with evidence.
   *
   * @param number the number it will have.
   * @throws for people when it names what is not there, or would change nothing.
   */
  prepare(connection: Connection, request: Request, number: number): Payload;
  /** Changes the record. Gives in words for people what of it could not be applied, or null. */
  apply(applying: Applying, payload: Payload): string | null;
  /** One line for people. */
  describe(payload: Payload): string;
}

/** The request of an action. */
export type RequestOf<Name extends CorrectionRequest['action']> = Extract<CorrectionRequest, { readonly action: Name }>;

/**
 * A name as people will read it, on one line.
 * @param what what it is, for the message. @throws when there is none, or when it is too long
 */
export function nameFrom(text: string, what = 'a name'): string {
  const name = text
    .toWellFormed()
    .replace(/[\s\0]+/g, ' ')
    .trim();
  if (name === '') throw new Error(`${what} must hold something`);
  if (name.length > LONGEST_NAME) throw new Error(`${what} has at most ${LONGEST_NAME} characters`);
  return name;
}

const LONGEST_NAME = 500;
