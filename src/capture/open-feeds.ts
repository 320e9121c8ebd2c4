/** Feeds for those who watch, loaded when they are wanted: files need none of it. */

/** What reads feeds, sitemaps and lists of sources: see `feeds/index.ts`. */
export type Feeds = typeof import('./feeds/index.ts');

/** Loads it. */
export const openFeeds = (): Promise<Feeds> => import('./feeds/index.ts');
