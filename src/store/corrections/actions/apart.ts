import { type Connection, prepared } from '../../connection.ts';
import { build } from '../../schema.ts';
import { referToSpeaker } from '../refs.ts';
import { survivorOf } from '../standing.ts';
import type { SpeakerRef } from '../types.ts';
import type { Action, RequestOf } from './action.ts';

interface Payload {
  readonly speaker: SpeakerRef;
  readonly other: SpeakerRef;
}

const keep = prepared((v: { speaker: number; other: number; correction: number }) =>
  build.insertInto('speaker_apart').values({ speaker_id: v.speaker, other_id: v.other, correction_id: v.correction }),
);
const kept = prepared(() => build.selectFrom('speaker_apart').select(['speaker_id', 'other_id']));

/** Whether a correction that holds says that two speakers, or those who became them, are two. */
function areApart(connection: Connection, one: number, two: number): boolean {
  return connection.all(kept, {}).some(({ speaker_id, other_id }) => {
    const pair = [survivorOf(connection, speaker_id), survivorOf(connection, other_id)];
    return pair.includes(one) && pair.includes(two);
  });
}

/** Two speakers are two, though they may look like one. */
export const apart: Action<RequestOf<'apart'>, Payload> = {
  prepare(connection, request) {
    const { row: one, ...speaker } = referToSpeaker(connection, request.speaker);
    const { row: two, ...other } = referToSpeaker(connection, request.other);
    if (one === two) {
      throw new Error(
        `${request.speaker} and ${request.other} are one speaker: ${speaker.name} (${speaker.key}); to part them, ` +
          'undo the correction that merged them, or split it',
      );
    }
    if (areApart(connection, one, two)) {
      throw new Error(`${speaker.name} (${speaker.key}) and ${other.name} (${other.key}) are kept apart already`);
    }
    return { speaker, other };
  },
  apply({ connection, number, find }, { speaker, other }) {
    const one = find.speaker(speaker);
    const two = find.speaker(other);
    if (one === null) return `there is no speaker ${speaker.name} (${speaker.key})`;
    if (two === null) return `there is no speaker ${other.name} (${other.key})`;
    if (one === two) return `${speaker.name} and ${other.name} are one speaker`;
    connection.run(keep, { speaker: Math.min(one, two), other: Math.max(one, two), correction: number });
    return null;
  },
  describe: ({ speaker, other }) => `${speaker.name} (${speaker.key}) is not ${other.name} (${other.key})`,
};
