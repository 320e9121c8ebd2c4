/** Which items of Wikidata speakers are. */
export const WIKIDATA = `
-- What corrections say of a speaker: that it is an item of Wikidata, or that it is none. Made anew from the log of
-- corrections whenever that is applied again.
create table wikidata_link (
  speaker_id integer primary key references speaker (id),
  correction_id integer not null references correction (id),
  item text,                      -- "Q…"; null where the speaker is no item
  label text,                     -- as Wikidata had it then
  description text,
  by_hand integer not null check (by_hand in (0, 1)) -- 1: a person says so; 0: a search found it
) strict;
create index wikidata_link_item on wikidata_link (item) where item is not null;
`;
