/** Work that is done one piece at a time, with few waiting. */
export interface Turns {
  /** Takes a place, or gives null when there is none left; to be given back once. */
  enter(): (() => void) | null;
  /** Does work when all before it is done. */
  run<T>(work: () => Promise<T>): Promise<T>;
}

/** @param places how many may be at hand, those that wait among them */
export function createTurns(places: number): Turns {
  let taken = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    enter() {
      if (taken >= places) return null;
      taken++;
      return () => {
        taken--;
      };
    },
    run(work) {
      const turn = last.then(work, work);
      last = turn;
      return turn;
    },
  };
}
