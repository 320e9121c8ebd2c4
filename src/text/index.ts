/** Text: paragraphs, sentences, tokens and parts of speech with offsets into the unchanged text. */
export { type Document, readDocument, type Token, type TokenRange } from './document.ts';
export { plainWords } from './plain.ts';
export { remembered } from './remembered.ts';
