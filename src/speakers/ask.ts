/** What may be asked for: the kind of words that point to a referent, or `none` where the article leaves the source out. */
export const ASKS = ['he', 'she', 'it', 'they', 'who', 'person', 'organization', 'document', 'group', 'none'] as const;

export type Ask = (typeof ASKS)[number];
