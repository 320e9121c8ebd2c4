/** Checking the quotations of a draft against the articles that hold them. */
export { Check, MOST_FOUND, MOST_WORDS } from './check.ts';
export { readQuotation } from './quotation.ts';
export type * from './types.ts';
export { fold, wordsOf } from './words.ts';
