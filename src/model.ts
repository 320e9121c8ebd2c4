/**
 * The nouns of Onrecord as plain data. It imports nothing but its own parts, and every room of the house speaks in these
 * types.
 *
 * Offsets are UTF-16 code units (JavaScript string indices) into `Article.text`, end exclusive:
 * `article.text.slice(start, end)` gives the very words.
 */
export type * from './model/advisers.ts';
export type * from './model/articles.ts';
export type * from './model/attributions.ts';
export type * from './model/linking.ts';
export type * from './model/origins.ts';
export type * from './model/over-time.ts';
export type * from './model/positions.ts';
export type * from './model/span.ts';
export type * from './model/speakers.ts';
export type * from './model/stories.ts';
