/** Fetching: addresses asked so that neither this machine's network nor the servers asked come to harm. */
export { type AttemptOptions, attempt, type Fetched, type Known } from './attempt.ts';
export type { Resolve } from './connect.ts';
export { attemptPage, type FetchedPage, fetchPage, pageOf } from './page.ts';
export { isWhole, judgePage, outcomeOfPage, type PageFacts, type PageOutcome } from './page-outcome.ts';
export type { PageSigns } from './page-signs.ts';
export { Polite, type PoliteOptions, type PoliteRequest } from './polite.ts';
export type { Approve } from './request.ts';
export type { AllowPrivate } from './targets.ts';
export { isContact, userAgent } from './user-agent.ts';
