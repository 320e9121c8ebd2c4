/** What is asked of speakers to tell which items of Wikidata they are. */
import { type Connection, prepared } from './connection.ts';
import { build } from './schema.ts';
import { readPage, SPEAKER_COLUMNS, speakerRow, toSpeaker } from './speakers.ts';
import type { GivenAs, Page, Paging, RecordedLink, RecordedSpeaker } from './types.ts';
import { linkOfRow } from './wikidata-links.ts';

const given = prepared((v: { speaker: number }) =>
  build
    .selectFrom('attribution')
    .innerJoin('article', 'article.id', 'attribution.article_id')
    .innerJoin('speaker', 'speaker.id', 'attribution.speaker_id')
    .select((of) => {
      const found = of.case().when('reassigned', '=', 0).then(of.ref('attribution.found_name')).end();
      const day = of.fn.coalesce('attribution.said_on', 'article.published');
      return [
        of.fn.coalesce(found, 'speaker.name').as('spelling'),
        'attribution.role as role',
        of.fn<string | null>('substr', [day, of.val(1), of.val(4)]).as('year'),
        of.fn.countAll<number>().as('count'),
      ];
    })
    .where('attribution.speaker_id', '=', v.speaker)
    .where('attribution.counted', '=', 1)
    .groupBy(['spelling', 'attribution.role', 'year'])
    .orderBy('count', 'desc')
    .orderBy('spelling')
    .orderBy('attribution.role')
    .orderBy('year'),
);
const ofItem = prepared((v: { item: string }) =>
  build
    .selectFrom('speaker')
    .innerJoin('wikidata_link', 'wikidata_link.speaker_id', 'speaker.id')
    .select(SPEAKER_COLUMNS)
    .where('wikidata_link.item', '=', v.item)
    .where('attributions', '>', 0)
    .orderBy('attributions', 'desc')
    .orderBy('name')
    .orderBy('key'),
);

/** How articles give the speaker of a key: every name, role and year, most frequent first. */
export function readGivenAs(connection: Connection, key: string): GivenAs[] {
  return connection.read(() => {
    const speaker = speakerRow(connection, key);
    if (speaker === null) return [];
    return connection.all(given, { speaker }).map(({ spelling, role, year, count }) => ({
      name: spelling,
      role,
      year: year !== null && /^\d{4}$/.test(year) ? Number(year) : null,
      attributions: count,
    }));
  });
}

/** What is said of the speaker of a key and Wikidata. */
export function readLink(connection: Connection, key: string): RecordedLink | null {
  return connection.read(() => {
    const speaker = speakerRow(connection, key);
    return speaker === null ? null : linkOfRow(connection, speaker);
  });
}

/** Persons and organizations of whom nothing says which item they are, most quoted first. */
export function readUnlinkedSpeakers(connection: Connection, paging?: Paging): Page<RecordedSpeaker> {
  const unlinked = build
    .selectFrom('speaker')
    .where('attributions', '>', 0)
    .where('kind', 'in', ['person', 'organization'])
    .where('id', 'not in', build.selectFrom('wikidata_link').select('speaker_id'));
  return readPage(connection, unlinked, paging);
}

/** The speakers who are an item of Wikidata, most quoted first. */
export function readSpeakersOfItem(connection: Connection, item: string): RecordedSpeaker[] {
  return connection.read(() => connection.all(ofItem, { item }).map((row) => toSpeaker(connection, row)));
}
