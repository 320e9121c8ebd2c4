import { type Connection, prepared } from '../../connection.ts';
import { build } from '../../schema.ts';
import { referToSpeaker } from '../refs.ts';
import type { SpeakerRef } from '../types.ts';
import { type Action, type Applying, nameFrom, type RequestOf } from './action.ts';
import { attributionsOf, standFor } from './moving.ts';

const setName = prepared((v: { id: number; name: string }) =>
  build.updateTable('speaker').set({ name: v.name, renamed: 1 }).where('id', '=', v.id),
);

/** Applies to a speaker what changes how all of its statements are shown. */
export function changeSpeaker(
  applying: Applying,
  { name, key, ...ref }: SpeakerRef,
  change: (connection: Connection, speaker: number) => void,
): string | null {
  const speaker = applying.find.speaker(ref);
  if (speaker === null) return `there is no speaker ${name} (${key})`;
  for (const { id } of attributionsOf(applying.connection, speaker)) applying.changes.byCorrection(applying.number, id);
  change(applying.connection, speaker);
  standFor(applying, speaker);
  return null;
}

/** A speaker is shown under another name. */
export const rename: Action<RequestOf<'rename'>, { readonly speaker: SpeakerRef; readonly name: string }> = {
  prepare(connection, request) {
    const { row: _, ...speaker } = referToSpeaker(connection, request.speaker);
    const name = nameFrom(request.name);
    if (name === speaker.name) throw new Error(`${speaker.name} (${speaker.key}) has that name already`);
    return { speaker, name };
  },
  apply: (applying, { speaker, name }) =>
    changeSpeaker(applying, speaker, (connection, id) => connection.run(setName, { id, name })),
  describe: ({ speaker, name }) => `${speaker.name} (${speaker.key}) is called ${name}`,
};
