import { sql } from 'kysely';

/** What an attribution's speaker is called: as its article does, or as corrections of it have it. Of `attribution` joined to `speaker`. */
export const nameHeld = sql<
  string | null
>`case when reassigned = 1 or renamed = 1 then speaker.name else attribution.found_name end`;
