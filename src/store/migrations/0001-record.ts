/** The first record: articles, snapshots, attributions, spans, speakers, refusals, and two full-text indexes. */
export const RECORD = `
-- Bytes as they were captured, once each, however many articles came from them.
create table snapshot (
  sha256 text primary key check (length(sha256) = 64), -- of the bytes before compression, lower-case hexadecimal
  size integer not null check (size >= 0),             -- of the bytes before compression
  encoding text not null check (encoding in ('gzip', 'identity')),
  bytes blob not null
) strict;

create table article (
  id integer primary key,
  key text not null unique,       -- the article's address: the first digits of digest, 12 unless another article has them
  digest text not null unique,    -- SHA-256 over what the article is: see keys.ts
  source_id text not null,        -- its id within the input it came from
  url text,
  outlet text,
  title text,
  byline text,
  published text,                 -- YYYY-MM-DD, or ISO 8601 with time and zone
  language text,                  -- BCP 47
  sha256 text not null references snapshot (sha256),
  media_type text not null,
  location text not null,         -- where the bytes came from: a path or a URL
  captured_at text not null,      -- ISO 8601, UTC
  attributions integer not null check (attributions >= 0) -- how many it holds
) strict;
create index article_newest on article (published desc, key);
create index article_outlet_newest on article (outlet, published desc, key);
create index article_outlet_counts on article (outlet, attributions);
create index article_source_id on article (source_id);

-- Apart from article, so that lists of articles do not read through their texts.
create table article_text (
  article_id integer primary key references article (id),
  text text not null,
  utf16 blob                      -- UTF-16LE, only where the text holds lone surrogates, which UTF-8 cannot write
) strict;

create table speaker (
  id integer primary key,
  key text not null unique,       -- the speaker's address: the first digits of digest, 12 unless another has them
  digest text not null unique,    -- SHA-256 over kind, name and, for those without a name, the article: see keys.ts
  kind text not null check (kind in ('person', 'organization', 'group', 'document', 'unnamed', 'author', 'unknown')),
  name text not null,
  attributions integer not null check (attributions >= 0), -- how many attributions,
  articles integer not null check (articles >= 0)          -- in how many articles
) strict;
create index speaker_most_quoted on speaker (attributions desc, name, key);

create table attribution (
  id integer primary key,
  article_id integer not null references article (id),
  position integer not null check (position >= 0),         -- the number of the attribution in its article, from 0
  type text not null check (type in ('direct', 'indirect', 'mixed')),
  mode text not null check (mode in ('says', 'writes', 'thinks', 'wants', 'feels', 'decides', 'shows')),
  speaker_id integer references speaker (id),
  speaker_name text,              -- as this article gives it
  role text,                      -- as this article gives it
  said_on text,                   -- YYYY-MM-DD
  medium text,
  confidence real not null check (confidence between 0 and 1),
  unique (article_id, position),
  check ((speaker_id is null) = (speaker_name is null))
) strict;
create index attribution_speaker on attribution (speaker_id, article_id);

-- Where the words of an attribution stand: UTF-16 code units of the article's text, end exclusive.
create table span (
  attribution_id integer not null references attribution (id),
  part text not null check (part in ('source', 'cue', 'content')),
  position integer not null check (position >= 0),         -- order among the spans of this part, from 0
  "start" integer not null check ("start" >= 0),
  "end" integer not null check ("start" < "end"),
  primary key (attribution_id, part, position)
) strict, without rowid;

-- Inputs that gave no article, one row an attempt.
create table refusal (
  id integer primary key,
  input text not null,
  code text not null,
  reason text not null,
  at text not null                -- ISO 8601, UTC
) strict;

-- rowid is attribution.id. All text is folded first (see fold.ts). Contentless: the words themselves stand in the
-- article's text and nowhere else. Marks count as letters, because in Indic scripts they are the vowels of the word.
create virtual table attribution_index using fts5 (
  words, speaker, title,
  content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'"
);

-- rowid is speaker.id.
create virtual table speaker_index using fts5 (
  name,
  content = '', contentless_delete = 1, prefix = '2 3',
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'"
);
`;
