/** Captures of one address: revisions of an article, and every time that it was captured. */
export const REVISIONS = `
-- One row for the words of an article; other words at the same address are another row, a revision.
alter table article add column address text;     -- what the addresses of one article have in common; null without one
alter table article add column revises integer references article (id);       -- the revision before; null for the first
alter table article add column revision integer check (revision >= 1);        -- its number, from 1; null until filed
alter table article add column superseded_by integer references article (id); -- the newest revision; null for itself
alter table article add column modified text;    -- as published; when the page says that it was last changed
create index article_address on article (address) where address is not null;
create index article_unfiled on article (id) where revision is null;

-- Lists and counts are of the newest revisions.
drop index article_newest;
drop index article_outlet_newest;
drop index article_outlet_counts;
create index article_newest on article (published desc, key) where superseded_by is null;
create index article_outlet_newest on article (outlet, published desc, key) where superseded_by is null;
-- With superseded_by in it, so that nothing is read beside it.
create index article_outlet_counts on article (outlet, attributions, superseded_by) where superseded_by is null;

-- 1: its article has a newer revision.
alter table attribution add column superseded integer not null default 0 check (superseded in (0, 1));
-- 1: a statement of the newest revision: what lists, counts and searches take.
alter table attribution add column counted integer generated always as (statement * (1 - superseded)) virtual;

-- Every time that an article was captured; the first one is what the article was made from.
create table capture (
  id integer primary key,
  article_id integer not null references article (id),
  sha256 text not null check (length(sha256) = 64), -- of the bytes; snapshot need not hold those of later captures
  media_type text not null,
  location text not null,         -- a path, or the URL after redirects
  redirects text check (json_valid(redirects)),     -- [URL]; null, as the next two, for what was not fetched
  status integer,                 -- of the answer
  headers text check (json_valid(headers)),         -- {name: value} of the answer, names in lower case
  captured_at text not null       -- ISO 8601, UTC
) strict;
create index capture_article on capture (article_id, captured_at);
create index capture_sha256 on capture (sha256);
insert into capture (article_id, sha256, media_type, location, captured_at)
  select id, sha256, media_type, location, captured_at from article order by id;
alter table article drop column media_type;       -- that of the first capture
`;
