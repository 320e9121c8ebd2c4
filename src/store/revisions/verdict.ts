import type { Capture, Snapshot } from '../../model.ts';
import { type Connection, prepared } from '../connection.ts';
import { articleDigest, sha256 } from '../keys.ts';
import { readText } from '../passages.ts';
import { build } from '../schema.ts';
import { chainOf, type Revision, timeOf } from './chain.ts';

/** What a capture is to a record. */
export type Verdict =
  | { readonly outcome: 'added'; readonly address: string | null; readonly digest: string }
  | {
      readonly outcome: 'revised';
      readonly address: string;
      readonly digest: string;
      /** The row of the revision nearest before it in time; of the one after it where there is none. */
      readonly neighbour: number;
    }
  | {
      readonly outcome: 'unchanged';
      /** The row of the article that has these words. */
      readonly article: number;
      /** Whether it is a capture that the record has, given once more. */
      readonly known: boolean;
    };

const byDigest = prepared((v: { digest: string }) =>
  build.selectFrom('article').select('id').where('digest', '=', v.digest),
);
const capturesOf = prepared((v: { article: number; sha256: string }) =>
  build
    .selectFrom('capture')
    .select('captured_at')
    .where('article_id', '=', v.article)
    .where('sha256', '=', v.sha256)
    .orderBy('id'),
);

/** Whether an article (by its row) was captured in these bytes, and whether by this very capture. */
function captured(connection: Connection, article: number, { sha256, status, capturedAt }: Snapshot) {
  const same = connection.all(capturesOf, { article, sha256 });
  // A file can be given any number of times: it does not say that the words stood there again. An answer of a server does.
  const known = same.length > 0 && (status === undefined || same.some((one) => one.captured_at === capturedAt));
  return { bytes: same.length > 0, known };
}

function hasSameWords(connection: Connection, revision: Revision, { article, snapshot }: Capture): boolean {
  if (captured(connection, revision.id, snapshot).bytes) return true;
  const { title } = revision;
  return connection.comparer.sameWords({ title, text: readText(connection, revision.id) }, article);
}

/**
 * Decides what a capture is: a new article, a revision of one, or nothing new. It is compared with what was captured at its
 * address just before and just after its own time, so that words that come back are a revision again.
 */
export function verdictOn(connection: Connection, capture: Capture): Verdict {
  const { article, snapshot } = capture;
  const digest = articleDigest(article);
  const address = connection.comparer.addressOf(article.url);
  const same = connection.first(byDigest, { digest });
  const unchanged = (id: number): Verdict => ({
    outcome: 'unchanged',
    article: id,
    known: captured(connection, id, snapshot).known,
  });
  const chain = address === null ? [] : chainOf(connection, address);
  if (address === null || chain.length === 0) {
    return same ? unchanged(same.id) : { outcome: 'added', address, digest };
  }
  const given = chain.find(({ id }) => captured(connection, id, snapshot).known);
  if (given) return unchanged(given.id);
  const at = timeOf(snapshot.capturedAt);
  const before = chain.findLast(({ lastCaptured }) => lastCaptured <= at);
  const after = chain.find(({ lastCaptured }) => lastCaptured > at);
  for (const revision of [before, after]) {
    if (revision && hasSameWords(connection, revision, capture)) return unchanged(revision.id);
  }
  const neighbour = (before ?? after)!;
  // Words that come back are another row than when they were there first, and need a digest of their own.
  const own = same ? sha256(JSON.stringify(['revision', digest, neighbour.digest])) : digest;
  return { outcome: 'revised', address, digest: own, neighbour: neighbour.id };
}

/** Whether a capture brings nothing that is to be analysed: the record holds its words. */
export function hasWords(connection: Connection, capture: Capture): boolean {
  return connection.read(() => verdictOn(connection, capture).outcome === 'unchanged');
}

const keyOf = prepared((v: { id: number }) => build.selectFrom('article').select('key').where('id', '=', v.id));

/** The key of the article that has the words of a capture; null when the record does not hold them. */
export function keyOfWords(connection: Connection, capture: Capture): string | null {
  return connection.read(() => {
    const verdict = verdictOn(connection, capture);
    return verdict.outcome === 'unchanged' ? connection.first(keyOf, { id: verdict.article })!.key : null;
  });
}
