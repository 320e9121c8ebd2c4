/** Positions: the stance that each attribution gives and its condition, and which of them cannot both hold. */
export const POSITIONS = `
-- As it was found; see StanceFound in src/model/positions.ts. An attribution that was found before this has none.
create table position (
  attribution_id integer primary key references attribution (id),
  stance text not null check (stance in ('accepts', 'rejects', 'demands', 'offers', 'denies', 'states')),
  about_start integer check (about_start >= 0),      -- UTF-16 code units, as all spans
  about_end integer check (about_end > about_start),
  condition_start integer check (condition_start >= 0),
  condition_end integer check (condition_end > condition_start),
  condition_status text check (condition_status in ('in force', 'hypothetical', 'denied')),
  negative integer not null check (negative in (0, 1)),
  modality text check (modality in ('duty', 'ability', 'chance', 'will')),
  hedged integer not null check (hedged in (0, 1)),
  time text check (time in ('past', 'present', 'future')),
  confidence real not null check (confidence between 0 and 1),
  evidence text not null check (json_valid(evidence)), -- [[label, start, end], …]
  held integer                    -- digest of what its keys and collisions were made from; null: not filed yet
) strict;

-- What people say of a position, instead of what was found.
create table position_said (
  attribution_id integer primary key references position (attribution_id),
  correction_id integer not null references correction (id), -- the last that says so
  stance text not null check (stance in ('accepts', 'rejects', 'demands', 'offers', 'denies', 'states')),
  condition_start integer check (condition_start >= 0),
  condition_end integer check (condition_end > condition_start)
) strict;

-- Where newcomers find positions. Those as found stay for good; as corrections have it, others come beside them.
create table position_key (
  key integer not null,
  as_found integer not null check (as_found in (0, 1)),
  attribution_id integer not null references position (attribution_id),
  primary key (key, as_found, attribution_id)
) strict, without rowid;
create index position_key_corrected on position_key (attribution_id, key) where as_found = 0;

-- Positions of which something changed: within the transaction, collisions are found anew.
create table position_changed (
  attribution_id integer primary key references position (attribution_id)
) strict;

-- Two accounts that cannot both hold.
create table collision (
  later_id integer not null references position (attribution_id), -- which came in later
  earlier_id integer not null references position (attribution_id),
  kind text not null check (kind in ('self', 'other', 'fact', 'speaker', 'figure')),
  confidence real not null check (confidence between 0 and 1),
  reason text not null,
  shown_later text not null check (json_valid(shown_later)), -- the words that show it: Shown[] in src/model/over-time.ts
  shown_earlier text not null check (json_valid(shown_earlier)),
  primary key (later_id, earlier_id)
) strict, without rowid;
create index collision_earlier on collision (earlier_id);
create index collision_surest on collision (confidence desc, later_id, earlier_id);
`;
