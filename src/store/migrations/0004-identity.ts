/** One speaker across articles, however spelt: what the record knows of a speaker to tell newcomers by. */
export const IDENTITY = `
alter table attribution add column found_courtesy text; -- "Mrs.", where the article gives a person by one name alone

-- What articles tell of the speaker, whatever was corrected.
alter table speaker add column bound integer check (bound in (0, 1)); -- 1: the name means something in its article only; null: not filed yet
alter table speaker add column found_articles integer not null default 0 check (found_articles >= 0); -- how many give it, one with two of its names twice
alter table speaker add column women integer not null default 0 check (women >= 0); -- how many call it by a title for women,
alter table speaker add column men integer not null default 0 check (men >= 0);     -- or for men
-- Speakers of records older than this, and nobody else: see identity/filing.ts.
create index speaker_unfiled on speaker (id) where bound is null and found_name is not null;

-- The rest is of speakers that are not bound.
create table speaker_spelling (
  speaker_id integer not null references speaker (id),
  spelling text not null,
  articles integer not null check (articles > 0), -- in how many articles
  primary key (speaker_id, spelling)
) strict, without rowid;

create table speaker_role (
  speaker_id integer not null references speaker (id),
  role text not null,
  articles integer not null check (articles > 0),
  primary key (speaker_id, role)
) strict, without rowid;

-- For which outlets an author writes.
create table speaker_outlet (
  speaker_id integer not null references speaker (id),
  outlet text not null,
  primary key (speaker_id, outlet)
) strict, without rowid;

-- Where newcomers find it. The best known of a key are read first, and the others not at all.
create table speaker_key (
  key text not null,
  known integer not null check (known >= 0), -- how widely: found_articles as a power of two, rounded down
  speaker_id integer not null references speaker (id),
  primary key (key, known desc, speaker_id)
) strict, without rowid;

-- Who first had a name, by the digest that a speaker of that name would have, where no speaker has that digest.
create table speaker_alias (
  digest text primary key,
  speaker_id integer not null references speaker (id)
) strict, without rowid;

-- Pairs of which a person should say whether they are one.
create table speaker_offer (
  id integer primary key,
  speaker_id integer not null references speaker (id),
  other_id integer not null references speaker (id),
  reason text not null,
  article_id integer not null references article (id), -- the first that raised the question
  unique (speaker_id, other_id),
  check (speaker_id < other_id)
) strict;

-- Of which corrections say that they are two.
create table speaker_apart (
  speaker_id integer not null references speaker (id),
  other_id integer not null references speaker (id),
  correction_id integer not null references correction (id),
  primary key (speaker_id, other_id, correction_id)
) strict, without rowid;
create index speaker_apart_other on speaker_apart (other_id);
`;
