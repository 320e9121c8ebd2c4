import { findArticle, statementsOf } from '../articles.ts';
import { ARTICLE_COLUMNS, toArticle } from '../attributions.ts';
import { type Connection, prepared } from '../connection.ts';
import { pageOf } from '../paging.ts';
import { readText } from '../passages.ts';
import { build } from '../schema.ts';
import type { Page, Paging, RecordedAttribution, RecordedRevision } from '../types.ts';
import { readFirst } from './read-captures.ts';
import { statementChanges } from './statement-changes.ts';
import type { RevisionChanges } from './types.ts';
import { wordChanges } from './word-changes.ts';

const byId = prepared((v: { id: number }) =>
  build
    .selectFrom('article')
    .innerJoin('snapshot', 'snapshot.sha256', 'article.sha256')
    .select(ARTICLE_COLUMNS)
    .select(['size', 'revises', 'modified'])
    .where('article.id', '=', v.id),
);
const ofOne = prepared((v: { id: number }) =>
  build
    .selectFrom('article as one')
    .innerJoin('article as each', (join) =>
      join.on((of) => of.or([of('each.id', '=', of.ref('one.id')), of('each.address', '=', of.ref('one.address'))])),
    )
    .select('each.id')
    .where('one.id', '=', v.id)
    .orderBy('each.revision'),
);
const capturesOf = prepared((v: { article: number }) =>
  build
    .selectFrom('capture')
    .select((of) => [of.fn.countAll<number>().as('captures'), of.fn.max('captured_at').as('last')])
    .where('article_id', '=', v.article),
);

/** The revisions of an article, oldest first, each with its changes; null when there is no such article. */
export function readRevisions(connection: Connection, keyOrId: string, paging?: Paging): Page<RecordedRevision> | null {
  const { limit, offset } = pageOf(paging);
  return connection.read(() => {
    const id = findArticle(connection, keyOrId);
    if (id === null) return null;
    const all = connection.all(ofOne, { id });
    return {
      items: all.slice(offset, offset + limit).map((one) => readRevision(connection, one.id)),
      total: all.length,
    };
  });
}

function readRevision(connection: Connection, id: number): RecordedRevision {
  const { size: bytes, revises, modified, ...row } = connection.first(byId, { id })!;
  const { captures, last } = connection.first(capturesOf, { article: id })!;
  return {
    article: toArticle(row),
    modified,
    bytes,
    captures,
    lastCapturedAt: last,
    capture: readFirst(connection, id),
    changes: revises === null ? null : readChanges(connection, revises, id),
  };
}

function readChanges(connection: Connection, before: number, after: number): RevisionChanges<RecordedAttribution> {
  const [old, now] = [before, after].map((id) => connection.first(byId, { id })!.title ?? '') as [string, string];
  return {
    title: old === now ? null : wordChanges(old, now),
    text: wordChanges(readText(connection, before), readText(connection, after)),
    ...statementChanges(statementsOf(connection, before), statementsOf(connection, after)),
  };
}
