/** Stories: articles on the same event. */
export const STORIES = `
create table story (
  id integer primary key,
  key text not null unique,       -- its address: the first digits of a digest over the article it came to be with, 12 unless another has them
  founder_id integer not null references article (id), -- that article: where the story has gone into others, its address leads to the article's
  articles integer not null default 0 check (articles >= 0), -- newest revisions only
  lead_id integer references article (id), -- which stands for it; null without articles
  latest text not null default '' -- when the last of its articles was published; empty where that is not known
) strict;
create index story_latest on story (latest desc, id desc) where articles > 1;
create index story_founder on story (founder_id);

alter table article add column story_id integer references story (id); -- null: not filed yet, or not the newest revision
create index article_story on article (story_id) where story_id is not null;
-- Articles of records older than stories: see stories/filing.ts.
create index article_without_story on article (id) where story_id is null and superseded_by is null;

-- What tells an article's event, of those that have a story.
create table story_profile (
  article_id integer primary key references article (id),
  day integer,                    -- published, in days since 1970; null when that is not known
  words text not null             -- JSON: [[word, weight], …]
) strict;

-- Where newcomers find a story.
create table story_key (
  key integer not null,
  story_id integer not null references story (id),
  articles integer not null check (articles > 0), -- how many of its articles hold it
  primary key (key, story_id desc)
) strict, without rowid;

-- In how many articles words occur; of the empty word, how many articles were counted.
create table story_word (
  word text primary key,
  articles integer not null check (articles >= 0)
) strict, without rowid;
`;
