import { DatabaseSync } from 'node:sqlite';

/** What each table means, without the numbers of rows: rows of one thing may be numbered otherwise. */
const QUERIES: Readonly<Record<string, string>> = {
  articles: `select a.key, a.digest, a.sha256, a.source_id, a.location, a.captured_at, a.attributions, a.address, a.revision,
    b.key as revises, n.key as newest from article a left join article b on b.id = a.revises
    left join article n on n.id = a.superseded_by`,
  captures: `select a.key, c.sha256, c.location, c.redirects, c.status, c.headers, c.captured_at
    from capture c join article a on a.id = c.article_id`,
  snapshots: 'select sha256, size, hex(bytes) as bytes from snapshot',
  speakers: `select key, digest, kind, name, attributions, articles, found_name, found_kind, renamed, bound,
    found_articles, women, men from speaker`,
  spellings: 'select s.digest, t.spelling, t.articles from speaker_spelling t join speaker s on s.id = t.speaker_id',
  roles: 'select s.digest, t.role, t.articles from speaker_role t join speaker s on s.id = t.speaker_id',
  outlets: 'select s.digest, t.outlet from speaker_outlet t join speaker s on s.id = t.speaker_id',
  keys: 'select s.digest, t.key, t.known from speaker_key t join speaker s on s.id = t.speaker_id',
  aliases: 'select t.digest, s.digest as of from speaker_alias t join speaker s on s.id = t.speaker_id',
  offers: `select min(s.digest, o.digest), max(s.digest, o.digest), t.reason, a.key from speaker_offer t
    join speaker s on s.id = t.speaker_id join speaker o on o.id = t.other_id join article a on a.id = t.article_id`,
  apart: `select min(s.digest, o.digest), max(s.digest, o.digest), t.correction_id from speaker_apart t
    join speaker s on s.id = t.speaker_id join speaker o on o.id = t.other_id`,
  attributions: `select a.key || '-' || t.position as key, t.*, f.digest as found_digest, s.digest as holds_digest,
    (select key from statement where id = found_statement_id) as found_statement,
    (select key from statement where id = statement_id) as holds_statement,
    (select b.key || '-' || o.position from attribution o join article b on b.id = o.article_id where o.id = t.joined_id) as joined
    from attribution t join article a on a.id = t.article_id
    left join speaker f on f.id = t.found_speaker_id left join speaker s on s.id = t.speaker_id`,
  statements: `select s.key, s.correction_id, j.key as joined, a.key || '-' || t.position as earliest, s.occurrences, s.kinds,
    s.gravest from statement s left join statement j on j.id = s.joined_id left join attribution t on t.id = s.earliest_id
    left join article a on a.id = t.article_id`,
  statementMerges: `select s.key, i.key as into_key, a.key || '-' || t.position as by, m.confidence, m.reason
    from statement_merge m join statement s on s.id = m.statement_id join statement i on i.id = m.into_id
    join attribution t on t.id = m.attribution_id join article a on a.id = t.article_id`,
  statementWordings: `select s.key, a.key || '-' || t.position as of, w.same from statement_wording w
    join statement s on s.id = w.statement_id join attribution t on t.id = w.attribution_id
    join article a on a.id = t.article_id`,
  statementKeys: 'select s.key as of, k.key from statement_key k join statement s on s.id = k.statement_id',
  statementCorrections: `select s.key, c.correction_id from statement_correction c
    join statement s on s.id = c.statement_id`,
  positions: `select a.key || '-' || t.position as key, p.* from position p
    join attribution t on t.id = p.attribution_id join article a on a.id = t.article_id`,
  positionsSaid: `select a.key || '-' || t.position as key, p.* from position_said p
    join attribution t on t.id = p.attribution_id join article a on a.id = t.article_id`,
  positionKeys: `select a.key || '-' || t.position as of, k.key, k.as_found from position_key k
    join attribution t on t.id = k.attribution_id join article a on a.id = t.article_id`,
  positionsChanged: 'select * from position_changed',
  collisions: `select a.key || '-' || t.position as later, b.key || '-' || u.position as earlier, c.* from collision c
    join attribution t on t.id = c.later_id join article a on a.id = t.article_id
    join attribution u on u.id = c.earlier_id join article b on b.id = u.article_id`,
  spans: `select a.key || '-' || t.position as key, part, s.position, "start", "end"
    from span s join attribution t on t.id = s.attribution_id join article a on a.id = t.article_id`,
  foundSpans: `select a.key || '-' || t.position as key, part, s.position, "start", "end"
    from span_as_found s join attribution t on t.id = s.attribution_id join article a on a.id = t.article_id`,
  movedParts: `select a.key || '-' || t.position as key, part from (select attribution_id, part from found_span
    union all select attribution_id, part from found_empty) s
    join attribution t on t.id = s.attribution_id join article a on a.id = t.article_id`,
  review: `select a.key || '-' || t.position as key, r.outlet, p.digest, r.doubt, r.kinds from review r
    join attribution t on t.id = r.attribution_id join article a on a.id = t.article_id
    left join speaker p on p.id = r.speaker_id`,
  standing: `select s.digest, st.correction_id, st.spelling, o.digest as to_digest
    from standing st join speaker s on s.id = st.speaker_id left join speaker o on o.id = st.to_id`,
  touched: `select a.key || '-' || t.position as key, c.correction_id from attribution_correction c
    join attribution t on t.id = c.attribution_id join article a on a.id = t.article_id`,
  links: `select s.digest, l.* from wikidata_link l join speaker s on s.id = l.speaker_id`,
  unapplied: 'select * from unapplied',
  missed: 'select * from missed',
  refusals: 'select * from refusal',
  attributionIndex: `select a.key || '-' || t.position as key, w.term, w.col, w."offset" from temp.attribution_words w
    join attribution t on t.id = w.doc join article a on a.id = t.article_id`,
  speakerIndex: `select s.digest, w.term, w."offset" from temp.speaker_words w join speaker s on s.id = w.doc`,
};
/** Numbers of rows, which another order of the same work may give otherwise. */
const NUMBERS = new Set([
  ...['id', 'article_id', 'speaker_id', 'found_speaker_id', 'statement_id', 'found_statement_id', 'joined_id'],
  ...['attribution_id', 'later_id', 'earlier_id', 'held'],
]);

/**
 * All that a record says, in an order of its own, with what its indexes hold word by word; without the log of
 * corrections unless it is asked for.
 */
export function logicalContent(path: string, { log = false } = {}): Record<string, string[]> {
  const database = new DatabaseSync(path);
  try {
    database.exec(`create virtual table temp.attribution_words using fts5vocab(main, attribution_index, instance);
      create virtual table temp.speaker_words using fts5vocab(main, speaker_index, instance)`);
    const queries = log ? { ...QUERIES, log: 'select * from correction' } : QUERIES;
    return Object.fromEntries(
      Object.entries(queries).map(([name, query]) => {
        const rows = database.prepare(query).all();
        const texts = rows.map((row) =>
          JSON.stringify(Object.entries(row).filter(([column]) => name === 'log' || !NUMBERS.has(column))),
        );
        return [name, texts.sort()];
      }),
    );
  } finally {
    database.close();
  }
}
