/** How a speaker was found: how sure that is, where the role's words stand, who speaks together, why nobody or no name is given. */
export const EVIDENCE = `
-- All of these are as the article was found; null in what was found before they were kept.
alter table attribution add column speaker_confidence real check (speaker_confidence between 0 and 1);
alter table attribution add column unresolved text;          -- why there is no speaker
alter table attribution add column found_members text check (json_valid(found_members)); -- [{name, kind, role}] of those who speak together
-- UTF-16 code units of the article's text, end exclusive: the words of found_role, and those for why a source is not named.
alter table attribution add column found_role_start integer check (found_role_start >= 0);
alter table attribution add column found_role_end integer
  check (found_role_end > found_role_start and (found_role_start is null) = (found_role_end is null));
alter table attribution add column anonymity_start integer check (anonymity_start >= 0);
alter table attribution add column anonymity_end integer
  check (anonymity_end > anonymity_start and (anonymity_start is null) = (anonymity_end is null));
`;
