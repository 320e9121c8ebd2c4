import type { Span } from '../model.ts';

/** The words of an attribution's spans, as they stand in the text, pieces joined by " … ". */
export function joinWords(text: string, spans: readonly Span[]): string {
  return spans.map(([start, end]) => text.slice(start, end)).join(' … ');
}

/**
 * A text as the record keeps it: SQLite writes UTF-8, which has no lone surrogates (half of an emoji that was cut in
 * two), so a text that holds some is kept in UTF-16 as well. Offsets are the same in both.
 */
export function packText(text: string): { text: string; utf16: Uint8Array | null } {
  return { text: text.toWellFormed(), utf16: text.isWellFormed() ? null : Buffer.from(text, 'utf16le') };
}

/** The very text that `packText` was given. */
export function unpackText({ text, utf16 }: { text: string; utf16: Uint8Array | null }): string {
  return utf16 ? Buffer.from(utf16.buffer, utf16.byteOffset, utf16.byteLength).toString('utf16le') : text;
}
