/** What people should know of an input beside its articles and refusals. */

export interface Notice {
  /** The file, folder or address, named as in a refusal. */
  readonly input: string;
  /** A sentence: what was left out of it, or what about it had to be guessed. */
  readonly words: string;
}

/** Takes notices as they arise. */
export type TakeNotice = (notice: Notice) => void;
