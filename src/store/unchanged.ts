import type { Connection, Prepared } from './connection.ts';

/** How many answers of each kind are kept for a connection. */
const KEPT = 8;

interface Answers {
  readonly state: string;
  /** By what they answer, then by what was asked. */
  readonly kinds: Map<string, Map<string, unknown>>;
}

const kept = new WeakMap<Connection, Answers>();

/** Changes with every commit: of other connections the one, of this connection the other. */
const state: Prepared<object, { others: number; own: number }> = {
  sql: 'select data_version as others, total_changes() as own from pragma_data_version',
  parameters: () => [],
};

/** Differs from what it was before, in this process, wherever the record has changed. */
export function stateOf(connection: Connection): string {
  const { others, own } = connection.first(state, {})!;
  return `${others} ${own}`;
}

/**
 * An answer that is dear to make, made once for as long as the record stays as it is. To be called within a read.
 *
 * @param kind what it answers: answers of other kinds do not drive it out
 * @param key what was asked: the same key, the same answer.
 */
export function whileUnchanged<T>(connection: Connection, kind: string, key: string, make: () => T): T {
  const now = stateOf(connection);
  let answers = kept.get(connection);
  if (answers?.state !== now) {
    answers = { state: now, kinds: new Map() };
    kept.set(connection, answers);
  }
  let byKey = answers.kinds.get(kind);
  if (byKey === undefined) {
    byKey = new Map();
    answers.kinds.set(kind, byKey);
  }
  if (byKey.has(key)) return byKey.get(key) as T;
  const answer = make();
  if (byKey.size >= KEPT) byKey.delete(byKey.keys().next().value!);
  byKey.set(key, answer);
  return answer;
}
