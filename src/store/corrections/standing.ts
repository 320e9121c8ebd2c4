import { type Connection, prepared } from '../connection.ts';
import { build } from '../schema.ts';

const next = prepared((v: { speaker: number; after: number; spelling: string }) =>
  build
    .selectFrom('standing')
    .select(['correction_id', 'to_id'])
    .where('speaker_id', '=', v.speaker)
    .where('correction_id', '>', v.after)
    .where((of) => of.or([of('spelling', 'is', null), of('spelling', '=', v.spelling)]))
    .orderBy('correction_id')
    .limit(1),
);
const mergedInto = prepared((v: { speaker: number }) =>
  build
    .selectFrom('standing')
    .select('to_id')
    .where('speaker_id', '=', v.speaker)
    .where('spelling', 'is', null)
    .where('to_id', 'is not', null)
    .$narrowType<{ to_id: number }>(),
);
const split = prepared((v: { speaker: number }) =>
  build
    .selectFrom('standing')
    .select(['spelling', 'correction_id'])
    .where('speaker_id', '=', v.speaker)
    .where('spelling', 'is not', null)
    .orderBy('correction_id')
    .$narrowType<{ spelling: string }>(),
);
const comingIn = prepared((v: { speaker: number }) =>
  build
    .selectFrom('standing')
    .select(['speaker_id', 'spelling', 'correction_id'])
    .where('to_id', '=', v.speaker)
    .orderBy('speaker_id'),
);

/** Whose a statement is once the corrections that stand have been applied, and which those were, in order. */
export interface Destination {
  readonly speaker: number;
  readonly corrections: readonly number[];
}

/**
 * Follows what corrections of speakers do to a statement that comes in later: just what they did, one after the other,
 * to those that were there. Each step is by a later correction than the one before, so that it ends.
 *
 * @param speaker the row of the speaker that was found.
 * @param spelling the name as found, `foldName` of it.
 */
export function follow(connection: Connection, speaker: number, spelling: string): Destination {
  let at = speaker;
  const corrections: number[] = [];
  for (;;) {
    const step = connection.first(next, { speaker: at, after: corrections.at(-1) ?? 0, spelling });
    if (!step) return { speaker: at, corrections };
    corrections.push(step.correction_id);
    at = step.to_id ?? at;
  }
}

/** The speaker that a speaker was merged into, or into which that one was merged, and so on; itself when it was not. */
export function survivorOf(connection: Connection, speaker: number): number {
  return mergedOnto(connection, speaker).at(-1) ?? speaker;
}

/** All into whom a speaker was merged, one after the other. */
export function mergedOnto(connection: Connection, speaker: number): number[] {
  const found: number[] = [];
  for (let at = speaker; ; ) {
    const merged = connection.first(mergedInto, { speaker: at });
    if (!merged) return found;
    at = merged.to_id;
    found.push(at);
  }
}

/** The spellings, `foldName` of them, that were split off a speaker, with the correction that last did so. */
export function splitOff(connection: Connection, speaker: number): Map<string, number> {
  return new Map(connection.all(split, { speaker }).map(({ spelling, correction_id }) => [spelling, correction_id]));
}

/** Where a speaker's statements come from: a whole speaker, or one spelling (`foldName` of it) of a speaker. */
export interface Source {
  readonly speaker_id: number;
  readonly spelling: string | null;
  /** The correction that says so. */
  readonly correction_id: number;
}

/** Where a speaker's statements come from by corrections: whole speakers, and spellings of speakers. */
export function sourcesOf(connection: Connection, speaker: number): Source[] {
  return connection.all(comingIn, { speaker });
}
