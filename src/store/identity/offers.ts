import { type Connection, prepared } from '../connection.ts';
import { build } from '../schema.ts';

const insertOffer = prepared((v: { speaker: number; other: number; reason: string; article: number }) =>
  build
    .insertInto('speaker_offer')
    .values({ speaker_id: v.speaker, other_id: v.other, reason: v.reason, article_id: v.article })
    .onConflict((on) => on.doNothing()),
);

/** Keeps a pair of speakers for review, with the first reason and the first article that raised the question. */
export function keepOffer(
  connection: Connection,
  pair: readonly [number, number],
  reason: string,
  article: number,
): void {
  const [speaker, other] = pair[0] < pair[1] ? pair : [pair[1], pair[0]];
  if (speaker !== other) connection.run(insertOffer, { speaker, other, reason, article });
}
