/** Whom publishers credit beside the text. */
export const CREDIT = `
alter table article add column credit text;     -- in its own words, several parted by ";"; null: nobody, or it came in before this was read
alter table capture add column publisher text;  -- who had it first, by the feed that announced it; null: no feed says so
`;
