import { sql } from 'kysely';
import { readAttributions } from '../attributions.ts';
import { type Connection, prepared } from '../connection.ts';
import { survivorOf } from '../corrections/index.ts';
import { type Page, pageOf } from '../paging.ts';
import { readText } from '../passages.ts';
import { build } from '../schema.ts';
import { speakerOfKey } from '../speaker-keys.ts';
import { bitOf, kindsOf } from './kinds.ts';
import { passageOf } from './passage.ts';
import type { RecordedDoubt, ReviewQuery, SpeakerHere } from './types.ts';

/** So many speakers of an article are offered. */
const MOST_SPEAKERS = 50;

const joinOf = prepared((v: { id: number }) =>
  build
    .selectFrom('attribution')
    .select(['joined_id as to', 'join_confidence as confidence', 'join_reason as reason', 'article_id as article'])
    .where('id', '=', v.id),
);
const speakersIn = prepared((v: { article: number }) =>
  build
    .selectFrom('attribution')
    .innerJoin('speaker', 'speaker.id', 'speaker_id')
    .select(['key', 'speaker.name', 'speaker.kind', 'attributions', 'articles'])
    .select((of) => of.fn.countAll<number>().as('here'))
    .where('article_id', '=', v.article)
    .where('statement', '=', 1)
    .groupBy('speaker.id')
    .orderBy('here', 'desc')
    .orderBy('name')
    .orderBy('key')
    .limit(MOST_SPEAKERS)
    .$castTo<SpeakerHere>(),
);

/** Statements that a person should look at, those most in doubt first; what somebody reviewed or corrected is not among them. */
export function readToReview(connection: Connection, query: ReviewQuery = {}): Page<RecordedDoubt> {
  const { limit, offset } = pageOf(query);
  return connection.read(() => {
    const asked = filtered(connection, query);
    if (asked === null) return { items: [], total: 0 };
    const rows = asked
      .select(['attribution_id as id', 'doubt', 'kinds'])
      .orderBy('doubt')
      .orderBy('attribution_id')
      .limit(limit)
      .offset(offset);
    const total = asked.select((of) => of.fn.countAll<number>().as('total'));
    return {
      items: connection.all(rows).map((row) => toDoubt(connection, row)),
      total: connection.first(total)!.total,
    };
  });
}

/** The rows that are asked for; null where the speaker is not known. */
function filtered(connection: Connection, { outlet, speaker, kind }: ReviewQuery) {
  let rows = build.selectFrom('review');
  if (outlet !== undefined) rows = rows.where('outlet', '=', outlet);
  if (kind !== undefined) rows = rows.where(sql<boolean>`kinds & ${sql.lit(bitOf(kind))} <> 0`);
  if (speaker === undefined) return rows;
  const row = speakerOfKey(connection, speaker);
  if (row === undefined) return null;
  return rows.where('speaker_id', '=', survivorOf(connection, row));
}

function toDoubt(
  connection: Connection,
  { id, doubt, kinds }: { readonly id: number; readonly doubt: number; readonly kinds: number },
): RecordedDoubt {
  const attribution = readAttributions(connection, [id])[0]!;
  const { to, confidence, reason, article } = connection.first(joinOf, { id })!;
  const { source, cue, content } = attribution;
  return {
    attribution,
    doubt,
    kinds: kindsOf(kinds),
    joined:
      to === null ? null : { confidence: confidence!, reason: reason!, to: readAttributions(connection, [to])[0]! },
    passage: passageOf(readText(connection, article), content, [...source, ...cue, ...content]),
    speakers: connection.all(speakersIn, { article }),
  };
}
