import type { KnownStatement } from '../../../model.ts';
import type { Connection } from '../../connection.ts';
import { sha256 } from '../../keys.ts';
import { asReported, sameOf } from '../../statements/known.ts';
import { makeStatement } from '../../statements/link.ts';
import { Occurrences } from '../../statements/occurrences.ts';
import { referToAttribution } from '../refs.ts';
import type { AttributionRef, StatementRef } from '../types.ts';
import type { Action, RequestOf } from './action.ts';
import {
  attributionKeys,
  concern,
  moveOccurrences,
  occurrencesOf,
  referToStatement,
  statementOf,
} from './moving-occurrences.ts';

interface Payload {
  readonly statement: StatementRef;
  readonly digest: string;
  readonly of: readonly AttributionRef[];
  /** Occurrences that stay: what comes in later is held against both. */
  readonly rest: readonly AttributionRef[];
}

/** So many of the occurrences that stay are named; whether others stay is decided as for those that come in later. */
const MOST_NAMED = 100;

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];

/** Occurrences (by their rows) as a statement that others may be, in wordings that differ. */
function knownBy(connection: Connection, rows: readonly number[], occurrences: Occurrences): KnownStatement {
  const { linker } = connection;
  const wordings = new Map<number, KnownStatement['wordings'][number]>();
  for (const row of rows) {
    if (wordings.size === linker.mostWordings) break;
    const found = occurrences.found(row);
    const same = sameOf(linker.keysOf(asReported(found)));
    if (!wordings.has(same)) wordings.set(same, found);
  }
  return { wordings: [...wordings.values()] };
}

/** Those of other occurrences (by their rows) that are rather the same utterance as the parted ones than as the rest. */
function alike(
  connection: Connection,
  others: readonly number[],
  parted: readonly number[],
  rest: readonly number[],
): number[] {
  if (others.length === 0) return [];
  const occurrences = new Occurrences(connection);
  const [one, other] = [parted, rest].map((rows) => knownBy(connection, rows, occurrences)) as [
    KnownStatement,
    KnownStatement,
  ];
  const known = rest.length === 0 ? [one] : [other, one];
  return others.filter((row) => {
    const found = occurrences.found(row);
    const [decision] = connection.linker.link(found.article, [asReported(found)], [known]);
    return decision!.joins[0]?.to === one;
  });
}

/** Some occurrences of a statement are another utterance. */
export const part: Action<RequestOf<'part'>, Payload> = {
  prepare(connection, request, number) {
    const { row: from, ...statement } = referToStatement(connection, request.statement);
    const taken = request.occurrences.map((key) => {
      const ref = referToAttribution(connection, key);
      if (statementOf(connection, ref.row) !== from) throw new Error(`${key} is no occurrence of ${statement.key}`);
      return ref;
    });
    if (taken.length === 0) throw new Error('to part a statement, name the occurrences that are another one');
    const rows = new Set(taken.map(({ row }) => row));
    const stay = attributionKeys(connection, from).filter(({ id }) => !rows.has(id));
    if (stay.length === 0) throw new Error(`that takes all occurrences of ${statement.key}: none would be left`);
    const refer = (key: string): AttributionRef => {
      const { row: _, ...ref } = referToAttribution(connection, key);
      return ref;
    };
    return {
      statement,
      digest: sha256(JSON.stringify(['part', number, statement.key])),
      of: taken.map(({ row: _, ...ref }) => ref),
      rest: stay.slice(0, MOST_NAMED).map(({ key }) => refer(key)),
    };
  },
  apply(applying, { statement, digest, of, rest }) {
    const { connection, find, number } = applying;
    const named = of.map((ref) => find.attributions(ref));
    const gone = named.filter(({ length }) => length === 0).length;
    const rows = unique(named.flat());
    const stay = rest.flatMap((ref) => find.attributions(ref)).filter((row) => !rows.includes(row));
    if (rows.length === 0) return `none of the occurrences that it takes from ${statement.key} is in the record`;
    const froms = unique(rows.map((row) => statementOf(connection, row))).filter((id) => id !== null);
    const known = new Set([...rows, ...stay]);
    const others = froms.flatMap((from) => occurrencesOf(connection, from)).filter((row) => !known.has(row));
    for (const from of froms) concern(applying, from);
    const to = makeStatement(connection, digest, number);
    moveOccurrences(applying, [...rows, ...alike(connection, others, rows, stay)], to);
    return gone === 0 ? null : `${gone} of what it names ${gone === 1 ? 'is' : 'are'} not in the record`;
  },
  describe: ({ statement, of }) =>
    `${of.map(({ key }) => key).join(', ')} ${of.length === 1 ? 'is' : 'are'} no occurrence of the statement ` +
    `${statement.key}: ${of[0]?.words}`,
};
