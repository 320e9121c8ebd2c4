/** What came of fetching an article's page. */
import type { Attempt } from '../../model.ts';
import { addArticle } from '../add.ts';
import { type Connection, prepared } from '../connection.ts';
import { keepRefusal } from '../overview.ts';
import { type KeepOptions, keepCapture, verdictOn } from '../revisions/index.ts';
import { build } from '../schema.ts';
import { keepAttempt, succeeded } from './attempts.ts';
import { hostOf } from './hosts.ts';
import type { Noted, PageNote } from './types.ts';

const itemById = prepared((v: { id: number }) => build.selectFrom('item').selectAll().where('id', '=', v.id));
const itemByCanonical = prepared((v: { canonical: string }) =>
  build.selectFrom('item').selectAll().where('canonical', '=', v.canonical),
);
const outletOfSource = prepared((v: { host: string }) =>
  build.selectFrom('source').select('outlet').where('host', '=', v.host).orderBy('id').limit(1),
);
const outletOfItem = prepared((v: { host: string }) =>
  build.selectFrom('item').select('outlet').where('host', '=', v.host).orderBy('id').limit(1),
);
/** Another item whose page is the same: announced under the address that this one calls its own, or calling itself so too. */
const sameAs = prepared((v: { address: string; id: number }) =>
  build
    .selectFrom('item')
    .select('id')
    .where((of) => of.or([of('canonical', '=', v.address), of('address', '=', v.address)]))
    .where('id', '<>', v.id)
    .where('duplicate_of', 'is', null)
    .where('article_id', 'is not', null)
    .orderBy('id')
    .limit(1),
);

/** The item of an address that was given by hand. */
function itemByHand(connection: Connection, { canonical, attempt, capture, state }: PageNote) {
  const known = connection.first(itemByCanonical, { canonical });
  if (known) return known;
  const host = hostOf(attempt.url);
  const named = connection.first(outletOfSource, { host }) ?? connection.first(outletOfItem, { host });
  const outlet = named?.outlet ?? capture?.article.outlet ?? host.replace(/^www\./, '');
  const row = { canonical, url: attempt.url, host, outlet, first_seen: attempt.at, state };
  const id = connection.run(build.insertInto('item').values(row));
  return connection.first(itemById, { id })!;
}

/** What tells the version that is there now; what was known stays where nothing came. */
const versionOf = (attempt: Attempt) =>
  succeeded(attempt)
    ? {
        final_url: attempt.finalUrl,
        etag: attempt.etag,
        last_modified: attempt.lastModified,
        ...(attempt.sha256 === null ? {} : { sha256: attempt.sha256 }),
      }
    : {};

/** Keeps the article, or that it was captured again. @throws when it was not analysed and the record lacks its words */
function keepArticle(
  connection: Connection,
  { capture, analyzed }: PageNote,
  keep: KeepOptions,
): { noted: Noted; id: number | null } {
  if (!capture) return { noted: null, id: null };
  const noted = analyzed ? addArticle(connection, capture, analyzed, keep) : 'unchanged';
  if (!analyzed && !keepCapture(connection, capture, keep)) throw new Error('its words are to be analysed first');
  const verdict = verdictOn(connection, capture);
  return { noted, id: verdict.outcome === 'unchanged' ? verdict.article : null };
}

/**
 * Keeps an attempt to fetch a page, the article that came of it with all that was found in it, and when the page is to be
 * looked at again: all of it, or nothing, so that a process that is killed has either done it or has it still to do.
 */
export function notePage(connection: Connection, note: PageNote, keep: KeepOptions = {}): Noted {
  const { attempt, address, refusal } = note;
  return connection.write(() => {
    const item = note.item === null ? itemByHand(connection, note) : connection.first(itemById, { id: note.item });
    if (!item) throw new Error(`there is no item ${note.item}`);
    const { noted, id: article } = keepArticle(connection, note, keep);
    if (refusal) keepRefusal(connection, refusal, attempt.at);
    keepAttempt(connection, attempt, { source: null, item: item.id, article, outlet: item.outlet });
    const duplicate =
      address !== null && note.capture ? (connection.first(sameAs, { address, id: item.id })?.id ?? null) : null;
    const isFine = succeeded(attempt) && !refusal;
    // A source said meanwhile that it changed: it is looked at once more.
    const changed = note.item !== null && item.updated !== note.updated;
    const asBefore = note.item === null && connection.first(itemById, { id: item.id })!.source_id !== null;
    const nextAt = asBefore ? item.next_at : changed ? attempt.at : duplicate === null ? note.nextAt : null;
    connection.run(
      build
        .updateTable('item')
        .set({
          ...versionOf(attempt),
          state: item.article_id !== null || article !== null ? 'whole' : note.state,
          article_id: article ?? item.article_id,
          address: address ?? item.address,
          duplicate_of: duplicate ?? item.duplicate_of,
          next_at: nextAt,
          tries: isFine ? 0 : item.tries + 1,
          looks: item.looks + (isFine ? 1 : 0),
        })
        .where('id', '=', item.id),
    );
    return noted;
  });
}
