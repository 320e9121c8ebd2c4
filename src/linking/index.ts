/**
 * Linking: the same utterance across articles, what became of its words, who had them first, and the quotations of a
 * draft.
 */
export { compare } from './change/index.ts';
export * from './check/index.ts';
export { createLinker, linker } from './linker.ts';
export { Links } from './links.ts';
export * from './origin/index.ts';
export { LINK_SETTINGS, type LinkSettings } from './settings.ts';
