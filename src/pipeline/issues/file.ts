import { z } from 'zod';

/** Longer files are no issues. */
export const MOST_BYTES = 65_536;

/** Names that some systems keep for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
const NAME = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;

const line = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((text) => text.trim() !== '' && !/\p{Cc}/u.test(text), 'must be words on one line');

const name = z
  .string()
  .refine((text) => NAME.test(text) && !DEVICE.test(text), 'must be a name of a-z, 0-9 and hyphens, 64 at most');

const issueFile = z.strictObject({
  onrecord: z.literal('issue'),
  version: z.literal(1, 'is of a version that this Onrecord does not know'),
  name,
  title: line(300).nullable().default(null),
  about: z.array(line(200)).min(1).max(20).readonly(),
  speakers: z.array(line(200)).max(100).readonly().default([]),
});

/** A saved question: what positions are looked for. The same file serves any record. */
export interface IssueFile {
  readonly onrecord: 'issue';
  /** Of the format. */
  readonly version: 1;
  /** Its address, and the name of its file: a-z, 0-9 and hyphens. */
  readonly name: string;
  /** For people; null without one. */
  readonly title: string | null;
  /** Ways to put it, 1 to 20: a position is on it when it has all words of one. */
  readonly about: readonly string[];
  /** Names of the speakers whose positions are asked for; empty: of anybody. */
  readonly speakers: readonly string[];
}

/**
 * Checks what stands in a file of an issue.
 *
 * @throws Error, in words for people, with the first thing that is wrong.
 */
export function checkIssue(value: unknown): IssueFile {
  const checked = issueFile.safeParse(value);
  if (checked.success) return checked.data;
  const [problem] = checked.error.issues;
  const where = problem!.path.length > 0 ? `${problem!.path.join('.')}: ` : '';
  throw new Error(`it is no issue of Onrecord (${where}${problem!.message})`);
}

/** Whether a name may be that of an issue: then nothing in it can lead to another folder. */
export const isIssueName = (text: string): boolean => name.safeParse(text).success;
