import type { Connection, Prepared } from './connection.ts';

/** How many answers are kept for a connection. */
const KEPT = 8;

interface Answers {
  readonly state: string;
  readonly byKey: Map<string, unknown>;
}

const kept = new WeakMap<Connection, Answers>();

/** Changes with every commit: of other connections the one, of this connection the other. */
const state: Prepared<object, { others: number; own: number }> = {
  sql: 'select data_version as others, total_changes() as own from pragma_data_version',
  parameters: () => [],
};

/**
 * An answer that is dear to make, made once for as long as the record stays as it is. To be called within a read.
 *
 * @param key what was asked: the same key, the same answer.
 */
export function whileUnchanged<T>(connection: Connection, key: string, make: () => T): T {
  const { others, own } = connection.first(state, {})!;
  const now = `${others} ${own}`;
  let answers = kept.get(connection);
  if (answers?.state !== now) {
    answers = { state: now, byKey: new Map() };
    kept.set(connection, answers);
  }
  if (answers.byKey.has(key)) return answers.byKey.get(key) as T;
  const answer = make();
  if (answers.byKey.size >= KEPT) answers.byKey.delete(answers.byKey.keys().next().value!);
  answers.byKey.set(key, answer);
  return answer;
}
