/** Which items of Wikidata speakers are, as corrections say it. */
import { type Connection, prepared } from './connection.ts';
import type { LinkedItem } from './corrections/types.ts';
import { build } from './schema.ts';
import type { RecordedLink } from './types.ts';

const linkOf = prepared((v: { speaker: number }) =>
  build
    .selectFrom('wikidata_link')
    .select(['item', 'label', 'description', 'by_hand', 'correction_id'])
    .where('speaker_id', '=', v.speaker),
);
const put = prepared(
  (v: {
    speaker: number;
    correction: number;
    item: string | null;
    label: string | null;
    description: string | null;
    hand: number;
  }) =>
    build.replaceInto('wikidata_link').values({
      speaker_id: v.speaker,
      correction_id: v.correction,
      item: v.item,
      label: v.label,
      description: v.description,
      by_hand: v.hand,
    }),
);

/** What corrections say of a speaker (by row), or null where they say nothing. */
export function linkOfRow(connection: Connection, speaker: number): RecordedLink | null {
  const row = connection.first(linkOf, { speaker });
  if (!row) return null;
  const { item: id, label, description, by_hand, correction_id: correction } = row;
  return { item: id === null ? null : { id, label, description }, byHand: by_hand === 1, correction };
}

/** Writes what a correction says of a speaker (by row), in place of what was said before. */
export function putLink(connection: Connection, speaker: number, { item, byHand, correction }: RecordedLink): void {
  const { id = null, label = null, description = null } = item ?? {};
  connection.run(put, { speaker, correction, item: id, label, description, hand: Number(byHand) });
}

/** The item of a speaker (by row), or null. */
export function itemOfRow(connection: Connection, speaker: number): LinkedItem | null {
  return linkOfRow(connection, speaker)?.item ?? null;
}
