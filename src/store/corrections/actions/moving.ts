import { type Connection, prepared } from '../../connection.ts';
import { build } from '../../schema.ts';
import { newSpeakerKey } from '../../speaker-keys.ts';
import type { MadeSpeaker } from '../types.ts';
import type { Applying } from './action.ts';

const heldBy = prepared((v: { speaker: number }) =>
  build
    .selectFrom('attribution')
    .select(['id', 'article_id', 'found_name', 'reassigned', 'superseded'])
    .where('speaker_id', '=', v.speaker)
    .orderBy('id'),
);
const give = prepared((v: { id: number; speaker: number }) =>
  build.updateTable('attribution').set({ speaker_id: v.speaker }).where('id', '=', v.id),
);
const stand = prepared((v: { speaker: number; correction: number; spelling: string | null; to: number | null }) =>
  build
    .insertInto('standing')
    .values({ speaker_id: v.speaker, correction_id: v.correction, spelling: v.spelling, to_id: v.to }),
);

/** The attributions that are a speaker's now, marked ones too. */
export function attributionsOf(connection: Connection, speaker: number) {
  return connection.all(heldBy, { speaker });
}

/** Gives attributions to a speaker. */
export function moveTo(
  { connection, number, changes }: Applying,
  speaker: number,
  attributions: readonly number[],
): void {
  for (const id of attributions) {
    changes.byCorrection(number, id);
    connection.run(give, { id, speaker });
  }
  changes.speaker(speaker);
}

/** Lets the correction hold for statements of the speaker that come in later. */
export function standFor(
  { connection, number, changes }: Applying,
  speaker: number,
  what: { readonly spelling?: string; readonly to?: number } = {},
): void {
  connection.run(stand, { speaker, correction: number, spelling: what.spelling ?? null, to: what.to ?? null });
  changes.speaker(speaker);
  if (what.spelling !== undefined) changes.spellings(speaker);
}

/**
 * The row of a speaker, made where the record does not hold it.
 *
 * @param renamed whether its name is to hold against the names that articles give.
 */
export function speakerFor(
  { connection, find, changes }: Applying,
  { digest, name, kind }: MadeSpeaker,
  renamed: boolean,
): number {
  const known = find.speakerOfDigest(digest);
  if (known !== null) return known;
  const key = newSpeakerKey(connection, digest);
  const row = { key, digest, name, kind, attributions: 0, articles: 0, found_name: null, found_kind: null };
  const id = connection.run(build.insertInto('speaker').values({ ...row, renamed: renamed ? 1 : 0 }));
  changes.speaker(id);
  return id;
}
