import type { RefusalCode } from '../model.ts';

/** Thrown where input turns out to give no article; whoever knows the input's name makes a `Refusal` of it. */
export class Refused extends Error {
  readonly code: RefusalCode;

  /** @param reason a sentence without its full stop: what was wrong and, where it helps, what to do. */
  constructor(code: RefusalCode, reason: string) {
    super(reason);
    this.code = code;
  }
}
