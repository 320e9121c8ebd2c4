/** Statements: one utterance, however many articles report it, and what became of its words. */
export const STATEMENTS = `
create table statement (
  id integer primary key,
  key text not null unique,       -- its address: the first digits of a digest over its first occurrence, 12 unless another has them
  correction_id integer references correction (id), -- the one that made it; null where articles gave it
  joined_id integer references statement (id),      -- with which a correction says that it is one; null for most
  earliest_id integer references attribution (id),  -- of the occurrences that count, as all that follows; null without one
  occurrences integer not null default 0 check (occurrences >= 0),
  kinds integer not null default 0 check (kinds >= 0), -- kinds of change of all occurrences: see statements/kinds.ts
  gravest integer check (gravest >= 0)              -- the gravest of them, 0 for the gravest there is; null for none
) strict;
create index statement_gravest on statement (gravest, id) where gravest is not null;
create index statement_most on statement (occurrences desc, id) where occurrences > 1;
create index statement_made on statement (id) where correction_id is not null;

-- Of which statement it was found to be an occurrence, and of which it is one now that corrections hold.
alter table attribution add column found_statement_id integer references statement (id); -- null: not filed yet
alter table attribution add column statement_id integer references statement (id);
alter table attribution add column joined_id integer references attribution (id); -- the occurrence to which it was found to belong; null, as the next two, for the first
alter table attribution add column join_confidence real check (join_confidence between 0 and 1);
alter table attribution add column join_reason text;
-- Against the earliest occurrence; both null for that itself, and for what does not count.
alter table attribution add column change text check (change in ('identical', 'excerpt', 'altered', 'paraphrase'));
alter table attribution add column kinds integer check (kinds >= 0);
create index attribution_statement on attribution (statement_id);
create index attribution_found_statement on attribution (found_statement_id) where found_statement_id is not null;
-- Attributions of records older than this: see statements/filing.ts.
create index attribution_unfiled on attribution (article_id) where found_statement_id is null;

-- Statements that an article showed to be one with another: their addresses lead there.
create table statement_merge (
  statement_id integer primary key references statement (id),
  into_id integer not null references statement (id),
  attribution_id integer not null references attribution (id), -- which showed it
  confidence real not null check (confidence between 0 and 1),
  reason text not null
) strict;
create index statement_merge_into on statement_merge (into_id);

-- The different wordings of a statement by which newcomers are known, the first that came; as found.
create table statement_wording (
  statement_id integer not null references statement (id),
  attribution_id integer not null references attribution (id), -- the first that has it
  same integer not null,          -- a digest of the keys of the wording
  primary key (statement_id, attribution_id),
  unique (statement_id, same)
) strict, without rowid;

-- Where newcomers find it.
create table statement_key (
  key integer not null,
  statement_id integer not null references statement (id),
  primary key (key, statement_id)
) strict, without rowid;

-- Statements whose occurrences corrections moved: from which, to which, and of which they were found to be.
create table statement_correction (
  statement_id integer not null references statement (id),
  correction_id integer not null references correction (id),
  primary key (statement_id, correction_id)
) strict, without rowid;
`;
