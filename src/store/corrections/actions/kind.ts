import type { SpeakerKind } from '../../../model.ts';
import { prepared } from '../../connection.ts';
import { build } from '../../schema.ts';
import { referToSpeaker } from '../refs.ts';
import type { SpeakerRef } from '../types.ts';
import type { Action, RequestOf } from './action.ts';
import { changeSpeaker } from './rename.ts';

const setKind = prepared((v: { id: number; kind: SpeakerKind }) =>
  build.updateTable('speaker').set({ kind: v.kind }).where('id', '=', v.id),
);

/** A speaker is of another kind. */
export const kind: Action<RequestOf<'kind'>, { readonly speaker: SpeakerRef; readonly kind: SpeakerKind }> = {
  prepare(connection, request) {
    const { row: _, ...speaker } = referToSpeaker(connection, request.speaker);
    if (speaker.kind === request.kind) throw new Error(`${speaker.name} (${speaker.key}) is of that kind already`);
    return { speaker, kind: request.kind };
  },
  apply: (applying, payload) =>
    changeSpeaker(applying, payload.speaker, (connection, id) => connection.run(setKind, { id, kind: payload.kind })),
  describe: ({ speaker, kind: to }) => `${speaker.name} (${speaker.key}) is of kind ${to}`,
};
