/**
 * Furniture (newspaper people's own term): lines of a news site that are not the article's words. Each line is judged by
 * itself; where it stands in the article is for the callers to weigh. The vocabulary is that of news sites at large,
 * English first, with the commonest words of other languages.
 */
export { joinNames, partNames, readByline, readNames } from './bylines.ts';
export { isCall } from './calls.ts';
export { isClutter } from './clutter.ts';
export { isCommentsLabel, isControl, isSection } from './controls.ts';
export { isCredit, isNamedCaption, nameAtEnd } from './credits.ts';
export { findDate, readDateLine, toIsoDate } from './dates.ts';
export { isInfoLine } from './info.ts';
export { bare, endsSentence, INVISIBLE, isProse, lengthInWords, NAME, sameWords, wordsOf } from './line.ts';
export { isAboutAuthor, isReportingCredit, isRights } from './notes.ts';
export { isMasthead, isPressName } from './press.ts';
export { isFeedHeading, isPointer, isTagLine } from './related.ts';
