import type { Connection } from '../../connection.ts';
import { linkOfRow, putLink } from '../../wikidata-links.ts';
import { referToSpeaker } from '../refs.ts';
import type { LinkEvidence, LinkedItem, SpeakerRef } from '../types.ts';
import { type Action, nameFrom, type RequestOf } from './action.ts';

interface Payload {
  readonly speaker: SpeakerRef;
  readonly item: LinkedItem | null;
  readonly evidence: LinkEvidence | null;
}

/** An item as the log keeps it. @throws when it has no number of an item, or texts that are too long */
function itemFrom({ id, label, description }: LinkedItem): LinkedItem {
  if (!/^Q[1-9]\d{0,14}$/.test(id))
    throw new Error(`“${id.slice(0, 60)}” is no item of Wikidata: give its number, such as Q42`);
  const line = (text: string | null, what: string): string | null =>
    /[^\s\0]/.test(text ?? '') ? nameFrom(text!, what) : null;
  return { id, label: line(label, 'a label'), description: line(description, 'a description') };
}

const called = (item: LinkedItem | null): string =>
  item ? [item.id, item.label && `(${item.label})`].filter(Boolean).join(' ') : 'no item of Wikidata';

/** Which item of Wikidata a speaker is, or that it is none. What a person says stands against what a search finds. */
export const wikidata: Action<RequestOf<'wikidata'>, Payload> = {
  prepare(connection, request) {
    const { row, ...speaker } = referToSpeaker(connection, request.speaker);
    const item = request.item && itemFrom(request.item);
    const evidence = request.evidence ?? null;
    const held = linkOfRow(connection, row);
    if (held && held.item?.id === item?.id && (evidence || held.byHand))
      throw new Error(`${speaker.name} (${speaker.key}) is ${called(item)} already, by correction ${held.correction}`);
    if (held?.byHand && evidence) throw new Error(`${speaker.name} (${speaker.key}): ${standing(held)}`);
    return { speaker, item, evidence };
  },
  apply({ connection, number, find }, { speaker: { name, key, ...ref }, item, evidence }) {
    const speaker = find.speaker(ref);
    if (speaker === null) return `there is no speaker ${name} (${key})`;
    const held = linkOfRow(connection, speaker);
    if (held?.byHand && evidence) return standing(held);
    putLink(connection, speaker, { item, byHand: evidence === null, correction: number });
    return null;
  },
  describe: ({ speaker: { name, key }, item, evidence }) =>
    `${name} (${key}) is ${called(item)}${evidence ? `, found in ${evidence.source}` : ''}`,
};

const standing = ({ item, correction }: { item: LinkedItem | null; correction: number }): string =>
  `correction ${correction} says by hand that it is ${called(item)}, and stands`;

/**
 * Gives a speaker what is said of one that is merged into it, where nothing is said of itself, or only by a search and of
 * the other by hand.
 */
export function inheritLink(connection: Connection, into: number, from: number): void {
  const own = linkOfRow(connection, into);
  const other = linkOfRow(connection, from);
  if (other && (!own || (other.byHand && !own.byHand))) putLink(connection, into, other);
}
