import { referToSpeaker } from '../refs.ts';
import type { SpeakerRef } from '../types.ts';
import type { Action, RequestOf } from './action.ts';
import { attributionsOf, moveTo, standFor } from './moving.ts';
import { inheritLink } from './wikidata.ts';

interface Payload {
  readonly into: SpeakerRef;
  readonly from: SpeakerRef;
}

/** Two speakers are one. */
export const merge: Action<RequestOf<'merge'>, Payload> = {
  prepare(connection, request) {
    const { row: intoRow, ...into } = referToSpeaker(connection, request.into);
    const { row: fromRow, ...from } = referToSpeaker(connection, request.from);
    if (request.into === request.from) throw new Error(`${into.name} cannot be merged with itself`);
    if (intoRow === fromRow) {
      throw new Error(`${request.into} and ${request.from} are one speaker already: ${into.name} (${into.key})`);
    }
    return { into, from };
  },
  apply(applying, { into: intoRef, from: fromRef }) {
    const into = applying.find.speaker(intoRef);
    const from = applying.find.speaker(fromRef);
    if (into === null) return `there is no speaker ${intoRef.name} (${intoRef.key})`;
    if (from === null) return `there is no speaker ${fromRef.name} (${fromRef.key})`;
    if (into === from) return `${fromRef.name} and ${intoRef.name} are one speaker already`;
    moveTo(
      applying,
      into,
      attributionsOf(applying.connection, from).map(({ id }) => id),
    );
    standFor(applying, from, { to: into });
    inheritLink(applying.connection, into, from);
    return null;
  },
  describe({ into, from }) {
    return `${from.name} (${from.key}) is ${into.name} (${into.key})`;
  },
};
