/** Attributions within the content of others. */
export const WITHIN = `
-- The position, in the same article, of the attribution whose content holds this one: who reports that it was said.
-- Null where the article itself reports it.
alter table attribution add column within integer check (within >= 0 and within <> position);
`;
