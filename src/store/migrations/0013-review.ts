/** Spans that corrections move, and what a person should look at. */
export const REVIEW = `
-- What was found of the parts (source, cue, content) of which a correction moved the spans; span is what holds now.
create table found_span (
  attribution_id integer not null references attribution (id),
  part text not null check (part in ('source', 'cue', 'content')),
  position integer not null check (position >= 0),
  "start" integer not null check ("start" >= 0),
  "end" integer not null check ("start" < "end"),
  primary key (attribution_id, part, position)
) strict, without rowid;
-- Parts that were found empty and hold spans now.
create table found_empty (
  attribution_id integer not null references attribution (id),
  part text not null check (part in ('source', 'cue', 'content')),
  primary key (attribution_id, part)
) strict, without rowid;
-- All spans as they were found, whatever was moved.
create view span_as_found as
  select attribution_id, part, position, "start", "end" from span
  where not exists (select 1 from found_span f where f.attribution_id = span.attribution_id and f.part = span.part)
    and not exists (select 1 from found_empty f where f.attribution_id = span.attribution_id and f.part = span.part)
  union all
  select attribution_id, part, position, "start", "end" from found_span;

-- 1: a person looked at it, and left it or corrected it.
alter table attribution add column reviewed integer not null default 0 check (reviewed in (0, 1));

-- What a person should look at: statements that count, that nobody reviewed, and of which something is in doubt. Kept up to
-- date by the triggers below, so that no way of changing an attribution can pass it by.
create table review (
  attribution_id integer primary key references attribution (id),
  outlet text,                    -- of its article
  speaker_id integer references speaker (id),
  doubt real not null check (doubt between 0 and 1), -- the least of the chances that what was found is right
  kinds integer not null check (kinds > 0)           -- what is in doubt, a bit each: see review/kinds.ts
) strict;
-- With all that a filter looks at, so that nothing is read beside them.
create index review_doubt on review (doubt, attribution_id, kinds);
create index review_outlet on review (outlet, doubt, attribution_id, kinds);
create index review_speaker on review (speaker_id, doubt, attribution_id, kinds);
-- One for each kind, which a query finds by the very same words.
create index review_of_attribution on review (doubt, attribution_id, kinds) where kinds & 1 <> 0;
create index review_of_speaker on review (doubt, attribution_id, kinds) where kinds & 2 <> 0;
create index review_unresolved on review (doubt, attribution_id, kinds) where kinds & 4 <> 0;
create index review_joined on review (doubt, attribution_id, kinds) where kinds & 8 <> 0;

create view in_doubt as
  select id as attribution_id, outlet, speaker_id, doubt, kinds from (
    select a.id, r.outlet, a.speaker_id,
      min(a.confidence, case when a.reassigned then 1.0 else coalesce(a.speaker_confidence, 1.0) end,
        case when a.statement_id = a.found_statement_id then coalesce(a.join_confidence, 1.0) else 1.0 end) as doubt,
      (a.confidence < 0.75)
        + 2 * (a.reassigned = 0 and a.speaker_id is not null and coalesce(a.speaker_confidence, 1.0) < 0.75)
        + 4 * (a.reassigned = 0 and a.speaker_id is null)
        + 8 * (a.statement_id = a.found_statement_id and coalesce(a.join_confidence, 1.0) < 0.75) as kinds
    from attribution a join article r on r.id = a.article_id
    where a.counted = 1 and a.reviewed = 0
  ) where kinds > 0;
create trigger attribution_comes_in after insert on attribution begin
  insert into review select * from in_doubt where attribution_id = new.id;
end;
create trigger attribution_changes after update of confidence, speaker_confidence, statement, superseded, reviewed, reassigned, speaker_id,
  statement_id, found_statement_id, join_confidence on attribution begin
  delete from review where attribution_id = new.id;
  insert into review select * from in_doubt where attribution_id = new.id;
end;
insert into review select * from in_doubt order by attribution_id;
`;
