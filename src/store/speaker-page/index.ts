import type { AttributionType, Mode } from '../../model.ts';
import { readAttributions } from '../attributions.ts';
import type { ArticleFilter } from '../audit/types.ts';
import { type Connection, prepared } from '../connection.ts';
import { marksOfSpeakerRow } from '../corrections/index.ts';
import { pageOf } from '../paging.ts';
import { build } from '../schema.ts';
import { SPEAKER_COLUMNS, speakerRow, toSpeaker } from '../speakers.ts';
import type { Paging, RecordedSpeakerPage } from '../types.ts';
import { whileUnchanged } from '../unchanged.ts';
import { aliasesOf } from './aliases.ts';
import { byFirstDate, groupBySpelling, sameRole } from './merge.ts';
import { articlesOf, inOrder, ofDays, readSaid, type Said, seenOf } from './said.ts';
import type { Moment, MonthSaid, ReportedIn, RoleHeld } from './types.ts';

const byId = prepared((v: { id: number }) =>
  build.selectFrom('speaker').select(SPEAKER_COLUMNS).where('id', '=', v.id),
);

/** What the record knows of a speaker, of the articles asked for; null when the key is unknown. */
export function readSpeaker(
  connection: Connection,
  key: string,
  { limit, offset, ...filter }: Paging & ArticleFilter = {},
): RecordedSpeakerPage | null {
  const page = pageOf({ limit, offset });
  return connection.read(() => {
    const id = speakerRow(connection, key);
    if (id === null) return null;
    // Whoever goes through the pages of a much-quoted speaker waits for its figures once.
    const asked = JSON.stringify([id, filter.outlet, filter.from, filter.to]);
    const { ids, ...figures } = whileUnchanged(connection, 'speaker', asked, () => readFigures(connection, id, filter));
    const items = readAttributions(connection, ids.slice(page.offset, page.offset + page.limit));
    return { ...figures, attributions: { items, total: ids.length } };
  });
}

/** All but the attributions themselves, of which it gives the rows. */
function readFigures(
  connection: Connection,
  id: number,
  filter: ArticleFilter,
): Omit<RecordedSpeakerPage, 'attributions'> & { readonly ids: readonly number[] } {
  const ever = readSaid(connection, id, filter.outlet);
  const said = ofDays(ever, filter);
  const speaker = toSpeaker(connection, connection.first(byId, { id })!);
  return {
    speaker,
    aliases: aliasesOf(connection, id, speaker.name, said),
    roles: rolesOf(said),
    outlets: outletsOf(said),
    ...countsOf(said),
    months: monthsOf(ever),
    ...momentsOf(said),
    corrections: marksOfSpeakerRow(connection, id),
    ids: said.map((one) => one.id),
  };
}

function countsOf(said: readonly Said[]) {
  const modes: Record<Mode, number> = { says: 0, writes: 0, thinks: 0, wants: 0, feels: 0, decides: 0, shows: 0 };
  const types: Record<AttributionType, number> = { direct: 0, indirect: 0, mixed: 0 };
  for (const { mode, type } of said) {
    modes[mode]++;
    types[type]++;
  }
  return {
    reported: said.filter(({ reported }) => reported).length,
    modes,
    types,
    articles: articlesOf(said),
    undated: articlesOf(said.filter(({ published }) => published === null)),
  };
}

function rolesOf(said: readonly Said[]): RoleHeld[] {
  const given = [...Map.groupBy(said, ({ role }) => role)].flatMap(([words, some]) =>
    words === null ? [] : { words, ...seenOf(some) },
  );
  return groupBySpelling(given, sameRole)
    .sort(byFirstDate)
    .map(({ words: role, attributions, first, last }) => ({ role, attributions, first, last }));
}

/** Most frequent first. */
function outletsOf(said: readonly Said[]): ReportedIn[] {
  const byOutlet = Map.groupBy(said, ({ outlet }) => outlet);
  return [...byOutlet]
    .map(([outlet, some]) => ({ outlet, ...seenOf(some), articles: articlesOf(some) }))
    .sort((a, b) => b.attributions - a.attributions || ((a.outlet ?? '') < (b.outlet ?? '') ? -1 : 1));
}

/** Of all the time, whatever days were asked for: it is where a reader sees which to ask for. */
function monthsOf(ever: readonly Said[]): MonthSaid[] {
  const byMonth = Map.groupBy(ever, ({ published }) => published?.slice(0, 7));
  return [...byMonth]
    .flatMap(([month, some]) => (month === undefined ? [] : { month, attributions: some.length }))
    .sort((a, b) => (a.month < b.month ? -1 : 1));
}

/** The first and the last of a speaker's attributions; of one day the one that comes first in the articles' order. */
function momentsOf(said: readonly Said[]): Pick<RecordedSpeakerPage, 'first' | 'last'> {
  const { first, last } = seenOf(said);
  return { first: momentOf(said, first), last: momentOf(said, last) };
}

function momentOf(said: readonly Said[], at: string | null): Moment | null {
  if (at === null) return null;
  const [one] = said.filter(({ published }) => published === at).sort(inOrder);
  return { published: at, attribution: `${one!.articleKey}-${one!.position}` };
}
