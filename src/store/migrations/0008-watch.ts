/** What is watched: sources, the items that they announce, and every attempt to fetch one or the other. */
export const WATCH = `
create table source (
  id integer primary key,
  url text not null unique,
  kind text not null check (kind in ('feed', 'sitemap', 'page')),
  title text,                     -- as it calls itself
  site text,                      -- the site that it belongs to
  folders text not null check (json_valid(folders)), -- where it lies in the user's list, from the outside in
  outlet text not null,           -- whose articles it announces
  host text not null,
  found_in integer references source (id), -- the index of sitemaps that lists it; null for what the user named
  added_at text not null,         -- ISO 8601, UTC, as all times here
  removed_at text,                -- what was announced stays
  next_at text,                   -- when it is to be asked again; null once it is removed
  interval integer,               -- seconds from one asking to the next, as last decided; null before the first
  pace text check (json_valid(pace)), -- how often it asks to be looked at, as it last said
  asked_at text,
  ok_at text,                     -- when it was last there, changed or not
  failures integer not null default 0 check (failures >= 0), -- in a row
  failing_since text,
  reason text,                    -- why it failed last; null while it does not
  final_url text,                 -- this and the next three: what tells its version, see model.ts
  etag text,
  last_modified text,
  sha256 text
) strict;
create index source_next on source (next_at, host) where next_at is not null;
create index source_host on source (host);

-- An address that a source announced, or that was given by hand.
create table item (
  id integer primary key,
  canonical text not null unique, -- without what only tells where a reader came from
  url text not null,              -- as it was first given
  host text not null,
  source_id integer references source (id), -- that had it first; null for one given by hand
  outlet text not null,
  first_seen text not null,
  title text,                     -- as the source gives it
  published text,
  updated text,                   -- the latest that a source said
  publisher_name text,            -- who had it first, as the source says (RSS: source)
  publisher_url text,
  state text not null check (state in ('waiting', 'whole', 'failed', 'passed over')),
  article_id integer references article (id), -- the newest that came of it
  address text,                   -- canonical form of what its page calls its own address
  duplicate_of integer references item (id), -- the item that has the same address and is looked at instead
  next_at text,                   -- when it is to be fetched or looked at again; null: never
  tries integer not null default 0 check (tries >= 0), -- failures in a row
  looks integer not null default 0 check (looks >= 0), -- how often it was there
  final_url text,
  etag text,
  last_modified text,
  sha256 text
) strict;
create index item_next on item (next_at, host) where next_at is not null;
create index item_next_of_host on item (host, next_at) where next_at is not null;
create index item_host on item (host);
create index item_address on item (address) where address is not null;
create index item_article on item (article_id) where article_id is not null;
create index item_outlet on item (outlet, state);

-- Which sources announce it.
create table item_source (
  item_id integer not null references item (id),
  source_id integer not null references source (id),
  seen_at text not null,          -- first
  primary key (item_id, source_id)
) strict, without rowid;
create index item_source_source on item_source (source_id);

-- Of each source and each item the first attempt, all that failed, and the last of the others: see watch/attempts.ts.
create table attempt (
  id integer primary key,
  source_id integer references source (id),
  item_id integer references item (id),
  article_id integer references article (id), -- that came of it
  url text not null,
  final_url text not null,
  redirects text not null check (json_valid(redirects)),
  at text not null,
  duration_ms integer not null,
  status integer,
  outcome text not null,
  reason text,
  bytes integer not null,
  etag text,
  last_modified text,
  retry_after integer,
  sha256 text,
  check ((source_id is null) <> (item_id is null))
) strict;
create index attempt_source on attempt (source_id) where source_id is not null;
create index attempt_item on attempt (item_id) where item_id is not null;
create index attempt_article on attempt (article_id) where article_id is not null;
create index attempt_failed on attempt (id) where outcome not in ('ok', 'unchanged');

-- How many attempts were made for an outlet, those that are no longer kept among them. Part: its lists, or its pages.
create table outlet_attempts (
  outlet text not null,
  part text not null check (part in ('list', 'page')),
  outcome text not null,
  attempts integer not null check (attempts > 0),
  primary key (outlet, part, outcome)
) strict, without rowid;

-- How it stands with an outlet.
create table outlet_state (
  outlet text not null,
  part text not null check (part in ('list', 'page')),
  ok_at text,                     -- the last attempt that succeeded
  failing_since text,             -- the first that failed after it; null when none did
  failures integer not null check (failures >= 0), -- how many failed since
  outcome text,                   -- of the last failure, with its reason and address
  reason text,
  url text,
  primary key (outlet, part)
) strict, without rowid;

-- Hosts that asked to be left alone for a while.
create table host_rest (
  host text primary key,
  until text not null
) strict, without rowid;
`;
