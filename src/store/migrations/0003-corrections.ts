/** The log of corrections, and what holds beside what was found. */
export const CORRECTIONS = `
-- What people changed, in the order in which they did. Only ever added to: what is undone is undone by another entry.
create table correction (
  id integer primary key,         -- its number, from 1
  at text not null,               -- ISO 8601, UTC
  "by" text not null,             -- who made it
  action text not null,           -- see corrections/actions
  payload text not null check (json_valid(payload)), -- what it names: addresses, and evidence to find it by again
  note text,                      -- why
  articles integer not null check (articles >= 0)    -- how many articles the record held then
) strict;
create trigger correction_is_kept before update on correction begin
  select raise(abort, 'the log of corrections is only ever added to');
end;
create trigger correction_stays before delete on correction begin
  select raise(abort, 'the log of corrections is only ever added to');
end;

-- From here on a speaker's name and kind are what holds now.
alter table speaker add column found_name text;  -- as articles give it; null where only a correction names the speaker
alter table speaker add column found_kind text;
alter table speaker add column renamed integer not null default 0 check (renamed in (0, 1)); -- name is a correction's
update speaker set found_name = name, found_kind = kind;
create index speaker_made on speaker (id) where found_name is null;

-- What the article was found to say stays, and beside it stands what holds now.
alter table attribution rename column speaker_id to found_speaker_id;
alter table attribution rename column speaker_name to found_name;
alter table attribution rename column role to found_role;
alter table attribution add column speaker_id integer references speaker (id);
alter table attribution add column role text;
alter table attribution add column reassigned integer not null default 0 check (reassigned in (0, 1)); -- found_name is not its speaker's
alter table attribution add column statement integer not null default 1 check (statement in (0, 1)); -- 0: marked as none
update attribution set speaker_id = found_speaker_id, role = found_role;
drop index attribution_speaker;
create index attribution_speaker on attribution (speaker_id, article_id);
create index attribution_found_speaker on attribution (found_speaker_id);
-- article.attributions and the counts of speakers leave out what is marked as no statement.

-- What corrections of a speaker do to statements that come in later.
create table standing (
  speaker_id integer not null references speaker (id),
  correction_id integer not null references correction (id),
  spelling text,                  -- only statements of this spelling (foldName of it); null for all
  to_id integer references speaker (id), -- whose they become; null where they stay
  primary key (speaker_id, correction_id)
) strict, without rowid;
create index standing_to on standing (to_id);

-- Which corrections touched an attribution.
create table attribution_correction (
  attribution_id integer not null references attribution (id),
  correction_id integer not null references correction (id),
  primary key (attribution_id, correction_id)
) strict, without rowid;

-- Corrections that are not undone and yet have no effect: what they name is not in the record.
create table unapplied (
  correction_id integer primary key references correction (id),
  reason text not null
) strict;
-- SHA-256 digests of articles and speakers that corrections looked for in vain: when one comes in, they are tried again.
create table missed (
  digest text not null,
  correction_id integer not null references correction (id),
  primary key (digest, correction_id)
) strict, without rowid;
`;
