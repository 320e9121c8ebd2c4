/** Search in large records: beginnings of words have their own index, and what facets count is read from narrow indexes. */
export const SEARCH = `
-- As before, with an index of beginnings of three and four letters: while somebody types, what begins so is found without
-- reading through all that such words have. It is empty now, and filled at opening: see refill.ts.
drop table attribution_index;
create virtual table attribution_index using fts5 (
  words, speaker, title,
  content = '', contentless_delete = 1, prefix = '3 4',
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'"
);

-- Only what facets need, so that five thousand found statements are counted within milliseconds: see search/hits.ts.
create index attribution_facets on attribution (id, article_id, speaker_id, statement_id, type, mode, medium);
create index article_facets on article (id, key, outlet, published);
create index speaker_facets on speaker (id, kind);
create index statement_altered on statement (id) where gravest is not null;
`;
