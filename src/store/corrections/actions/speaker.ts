import type { Speaker } from '../../../model.ts';
import { type Connection, prepared } from '../../connection.ts';
import { foldName } from '../../fold.ts';
import { candidatesOf } from '../../identity/known.ts';
import { nameDigest } from '../../keys.ts';
import { build } from '../../schema.ts';
import { referToAttribution, referToRow, referToSpeaker } from '../refs.ts';
import { reviewed } from '../reviewed.ts';
import { follow, survivorOf } from '../standing.ts';
import type { AttributionRef, MadeSpeaker, SpeakerRef } from '../types.ts';
import { type Action, type Applying, nameFrom, type RequestOf } from './action.ts';
import { speakerFor } from './moving.ts';

interface Payload {
  readonly attribution: AttributionRef;
  readonly to: SpeakerRef | MadeSpeaker | null;
  readonly role: string | null;
}

const speakerOf = prepared((v: { id: number }) =>
  build
    .selectFrom('attribution')
    .leftJoin('speaker', 'speaker.id', 'attribution.speaker_id')
    .select(['speaker.digest', 'attribution.role'])
    .where('attribution.id', '=', v.id),
);
const outletOf = prepared((v: { digest: string }) =>
  build.selectFrom('article').select('outlet').where('digest', '=', v.digest),
);
const reassign = prepared((v: { id: number; speaker: number | null; role: string | null }) =>
  build.updateTable('attribution').set({ speaker_id: v.speaker, role: v.role, reassigned: 1 }).where('id', '=', v.id),
);

/**
 * The speaker of a name: the one whom an article would mean by it, else one that is made where no article names it.
 *
 * @param article the digest of the article in which it speaks.
 */
function named(connection: Connection, { name, kind, role }: Speaker, article: string): SpeakerRef | MadeSpeaker {
  const { identifier } = connection;
  const outlet = connection.first(outletOf, { digest: article })?.outlet ?? null;
  const candidates = candidatesOf(connection, identifier.keysOf({ name, kind }).sought);
  const { joins } = identifier.identify({ name, kind, role, outlet }, candidates);
  if (joins) return referToRow(connection, follow(connection, joins.id, foldName(name)).speaker);
  return { digest: nameDigest(identifier, { name, kind }, article)!, name, kind };
}

/** The row of the speaker, null for nobody known, undefined when it is not there. */
function rowOf(applying: Applying, to: Payload['to']): number | null | undefined {
  if (to === null) return null;
  if ('found' in to) return applying.find.speaker(to) ?? undefined;
  return survivorOf(applying.connection, speakerFor(applying, to, false));
}

/** Somebody else is speaking. */
export const speaker: Action<RequestOf<'speaker'>, Payload> = {
  prepare(connection, request) {
    const { row, ...attribution } = referToAttribution(connection, request.attribution);
    const role = request.role === undefined ? null : nameFrom(request.role);
    const to = ((): Payload['to'] => {
      if (request.to === null) return null;
      if (typeof request.to !== 'string') {
        const name = nameFrom(request.to.name);
        return named(connection, { name, kind: request.to.kind, role }, attribution.article.digest);
      }
      const { row: _, ...ref } = referToSpeaker(connection, request.to);
      return ref;
    })();
    const now = connection.first(speakerOf, { id: row })!;
    if ((to?.digest ?? null) === now.digest && (request.role === undefined || role === now.role)) {
      throw new Error(
        to ? `${attribution.key} is by ${to.name} already` : `nobody is known to speak in ${attribution.key}`,
      );
    }
    return { attribution, to, role };
  },
  apply(applying, { attribution, to, role }) {
    const rows = applying.find.attributions(attribution);
    if (rows.length === 0) return `there is no attribution at the place of ${attribution.key}`;
    const row = rowOf(applying, to);
    if (row === undefined) return `there is no speaker ${to!.name}`;
    for (const id of rows) {
      reviewed(applying, id);
      applying.connection.run(reassign, { id, speaker: row, role });
    }
    if (row !== null) applying.changes.speaker(row);
    return null;
  },
  describe: ({ attribution, to }) =>
    `${attribution.key} is by ${to ? to.name : 'somebody not known'}: ${attribution.words}`,
};
