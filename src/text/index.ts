/** Text: paragraphs, sentences, tokens and parts of speech with offsets into the unchanged text; what names of media look like. */
export { type Document, readDocument, type Token, type TokenRange } from './document.ts';
export {
  ACRONYMS_OF_BODIES,
  BODIES,
  CALENDAR,
  CALL_SIGN,
  GENERIC,
  knownName,
  NAME_ENDINGS,
  NAME_WORDS,
  type NameKind,
  TITLES,
  WEAK_NAME_WORDS,
  WITH_ARTICLE,
} from './media.ts';
export { plainWords } from './plain.ts';
export { remembered } from './remembered.ts';
