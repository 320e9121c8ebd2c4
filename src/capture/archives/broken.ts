import { Refused } from '../refused.ts';

/** Thrown where an archive ends too early or is no longer what it should be: nothing behind that place can be read. */
export class BrokenArchive extends Refused {
  constructor(reason: string) {
    super('damaged', reason);
  }
}
