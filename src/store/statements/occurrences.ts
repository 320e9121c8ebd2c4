import { sql } from 'kysely';
import type { AttributionType, Mode, Reported, ReportedIn, Span, SpeakerKind } from '../../model.ts';
import { type Connection, prepared, preparedSql } from '../connection.ts';
import { nameHeld } from '../name-held.ts';
import { readSpans, readText } from '../passages.ts';
import { build } from '../schema.ts';
import { unpackText } from '../words.ts';

/** An occurrence of a statement with its article, as linking sees it. */
export type Occurrence = Reported & { readonly article: ReportedIn };

interface Row {
  readonly article_id: number;
  readonly type: AttributionType;
  readonly mode: Mode;
  readonly said_on: string | null;
  readonly speaker: number | null;
  readonly name: string | null;
  readonly kind: SpeakerKind | null;
  readonly address: string | null;
  readonly key: string;
  readonly outlet: string | null;
  readonly published: string | null;
}

const found = preparedSql(
  (v: { rows: string }) => sql<Row & { id: number }>`
    select attribution.id, article_id, attribution.type, mode, said_on, address, article.key, outlet, published,
      found_speaker_id as speaker, attribution.found_name as name, speaker.found_kind as kind
    from json_each(${v.rows})
    cross join attribution on attribution.id = value
    join article on article.id = article_id
    left join speaker on speaker.id = found_speaker_id`,
);
/** As they were found: where a correction moved them, they stand apart. */
const contents = preparedSql(
  (v: { rows: string }) => sql<{ id: number; start: number; end: number }>`
    select attribution_id as id, start, "end", span.position from json_each(${v.rows})
    cross join span on attribution_id = value and part = 'content'
    where not exists (select 1 from found_span where attribution_id = value and part = 'content')
      and not exists (select 1 from found_empty where attribution_id = value and part = 'content')
    union all
    select attribution_id as id, start, "end", found_span.position from json_each(${v.rows})
    cross join found_span on attribution_id = value and part = 'content'
    order by id, position`,
);
const texts = preparedSql(
  (v: { rows: string }) => sql<{ id: number; text: string; utf16: Uint8Array | null }>`
    select article_id as id, text, utf16 from json_each(${v.rows}) cross join article_text on article_id = value`,
);
const held = prepared((v: { id: number }) =>
  build
    .selectFrom('attribution')
    .innerJoin('article', 'article.id', 'article_id')
    .leftJoin('speaker', 'speaker.id', 'speaker_id')
    .select(['article_id', 'type', 'mode', 'said_on', 'address', 'article.key', 'outlet', 'published'])
    .select(['speaker_id as speaker', 'speaker.kind'])
    .select(nameHeld.as('name'))
    .select((of) =>
      of
        .or(
          (['found_span', 'found_empty'] as const).map((table) =>
            of.exists(
              of
                .selectFrom(table)
                .select('part')
                .whereRef(`${table}.attribution_id`, '=', 'attribution.id')
                .where(`${table}.part`, '=', 'content'),
            ),
          ),
        )
        .as('moved'),
    )
    .where('attribution.id', '=', v.id),
);

/** So many occurrences are kept: those of some days are compared with each other most. */
const MOST_FOUND = 2000;

/** Many at once, since a query for each takes several times as long. */
function readFound(connection: Connection, ids: readonly number[]): ReadonlyMap<number, Occurrence> {
  const rows = connection.all(found, { rows: JSON.stringify(ids) });
  const spans = Map.groupBy(connection.all(contents, { rows: JSON.stringify(ids) }), ({ id }) => id);
  const articles = [...new Set(rows.map((row) => row.article_id))];
  const textOf = new Map(
    connection.all(texts, { rows: JSON.stringify(articles) }).map(({ id, ...text }) => [id, unpackText(text)]),
  );
  return new Map(
    rows.map(({ id, ...row }) => {
      const content = (spans.get(id) ?? []).map(({ start, end }): Span => [start, end]);
      return [id, occurrenceOf(row, wordsOf(textOf.get(row.article_id)!, content))];
    }),
  );
}

const wordsOf = (text: string, content: readonly Span[]): Pick<Occurrence, 'words' | 'content'> => ({
  words: content.map((span) => text.slice(...span)),
  content,
});

const wordsAt = (connection: Connection, id: number, article: number): Pick<Occurrence, 'words' | 'content'> =>
  wordsOf(readText(connection, article), readSpans(connection, id).content);

function occurrenceOf(
  { speaker, name, kind, ...row }: Row,
  { words, content }: Pick<Occurrence, 'words' | 'content'>,
): Occurrence {
  return {
    words,
    content,
    type: row.type,
    mode: row.mode,
    speaker: speaker === null || name === null || kind === null ? null : { id: speaker, name, kind },
    saidOn: row.said_on,
    article: { id: row.address ?? row.key, outlet: row.outlet, published: row.published },
  };
}

/** Reads occurrences by their rows. */
export class Occurrences {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** As it was found, whatever was corrected. */
  found(id: number): Occurrence {
    return this.allFound([id])[0]!;
  }

  /** Each as it was found. */
  allFound(ids: readonly number[]): Occurrence[] {
    return this.#connection.recent(readFound, MOST_FOUND)(ids);
  }

  /** As it holds now: with the speaker and the words that corrections give. */
  held(id: number): Occurrence {
    const row = this.#connection.first(held, { id })!;
    return occurrenceOf(row, row.moved ? wordsAt(this.#connection, id, row.article_id) : this.found(id));
  }
}
