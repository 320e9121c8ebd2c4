/** Where articles have their material from: whom they credit, and whom they reprint. */
export const ORIGINS = `
-- Whom an article says that it has its material from.
create table article_credit (
  article_id integer not null references article (id),
  position integer not null,      -- in the order of the text, those of the byline and the feed first
  outlet text not null,           -- as it is written
  name text,                      -- its usual full name; null where it is not well known
  outlet_key text not null,       -- what all its names have in common
  kind text not null,             -- see CreditKind in src/model/origins.ts
  start integer check (start >= 0),                  -- UTF-16 code units; null, as end, for what is not in the text
  end integer check (end > start),
  whole integer not null check (whole in (0, 1)),    -- 1: for the whole article
  attribution integer check (attribution >= 0),      -- position of the one that it belongs to
  primary key (article_id, position)
) strict, without rowid;
create index article_credit_outlet on article_credit (outlet_key, article_id);

-- Fingerprints of the words of an article. Without them it was not looked at yet.
create table narration_key (
  key integer not null,
  article_id integer not null references article (id),
  primary key (key, article_id)
) strict, without rowid;

-- That an article comes from another.
create table reprint (
  article_id integer not null references article (id),
  of_id integer not null references article (id),
  kind text not null check (kind in ('reprint', 'derived', 'update')),
  share real not null check (share between 0 and 1),
  why text not null,
  passages text not null check (json_valid(passages)), -- [{"later": [start, end], "earlier": [start, end]}]
  primary key (article_id, of_id)
) strict, without rowid;
create index reprint_of on reprint (of_id);
`;
