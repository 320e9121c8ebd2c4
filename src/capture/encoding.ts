/** The encoding of bytes that declare none, or a wrong one. */
import { analyse } from 'chardet';

/** How much of what is not ASCII is looked at. */
const SAMPLE = 64 * 1024;
const HEAD = 4_096;
/** Of 100, what chardet must be sure of a guess. */
const SURE = 25;
/** How much of what is not ASCII may look odd in a guessed encoding. */
const MOST_ODD = 0.05;

/** A decoder that is strict, or null when there is no such encoding. */
export function strictDecoder(label: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return null;
  }
}

/** The text, or null where the bytes are not valid in the encoding or there is none of this name. */
export function decodeStrictly(bytes: Uint8Array, label: string): string | null {
  try {
    return strictDecoder(label)?.decode(bytes) ?? null;
  } catch {
    return null;
  }
}

/** How many characters of UTF-8 of more than one byte there are, and how many bytes that belong to none. */
export function countUtf8(bytes: Uint8Array): { readonly good: number; readonly bad: number } {
  let [good, bad] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80) continue;
    const more =
      byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xf0 && byte < 0xf5 ? 3 : 0;
    let found = 0;
    while (found < more && (bytes[at + found + 1]! & 0xc0) === 0x80) found++;
    if (more > 0 && found === more) good++;
    else bad++;
    at += found;
  }
  return { good, bad };
}

/** UTF-16 without its mark: of every two bytes of Western text one is NUL, and always the same. */
export function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, Math.min(HEAD, bytes.length & ~1));
  const zeros = [0, 0];
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at & 1]!++;
  const [even, odd] = zeros as [number, number];
  const often = head.length / 10;
  if (even === 0 && odd > often) return 'utf-16le';
  return odd === 0 && even > often ? 'utf-16be' : null;
}

/** The pieces of text that are not ASCII, with what stands around them; tags of markup stay out. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let [length, begin, isOther] = [0, 0, false];
  for (let at = 0; at <= bytes.length && length < SAMPLE; at++) {
    const byte = bytes[at];
    if (byte !== undefined && byte >= 0x80) isOther = true;
    if (byte !== undefined && byte !== 0x3c && byte !== 0x3e && byte !== 0x0a) continue;
    if (isOther) {
      parts.push(bytes.subarray(begin, at), Buffer.from(' '));
      length += at - begin + 1;
    }
    [begin, isOther] = [at + 1, false];
  }
  return Buffer.concat(parts).subarray(0, SAMPLE);
}

const OTHER = /[^\0-\x7f]/gu;
const LETTER = /[\p{L}\p{M}]/u;
const BESIDE_LETTER = /[\p{L}\p{M}'’-]/u;
const PUNCTUATION = /[\u2010-\u2026\u2030\u2032-\u203a\u20ac\u2122\u00a0-\u00bf\u3000-\u303f\uff00-\uffef]/u;
/** Letters that are a word by themselves, or begin a name of which the rest is not written out. */
const WORD = new RegExp(
  '[ÀÁÂÈÉÊÌÍÒÓÔÙÚàáâèéêìíòóôùúîЯВСКОУИАявскоуиа]|' +
    String.raw`\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}`,
  'u',
);
/** So many characters tell enough. */
const MOST_LOOKED_AT = 20_000;

/** Whether text reads as words: letters stand beside letters, and what is no letter is a mark that texts have. */
export function looksLikeWords(text: string): boolean {
  let [others, odd] = [0, 0];
  for (const { 0: character, index } of text.matchAll(OTHER)) {
    if (++others > MOST_LOOKED_AT) break;
    const [before, after] = [text[index - 1] ?? '', text[index + character.length] ?? ''];
    const inWord = LETTER.test(character) && (BESIDE_LETTER.test(before) || BESIDE_LETTER.test(after));
    if (!inWord && !PUNCTUATION.test(character) && !WORD.test(character)) odd++;
  }
  return odd <= others * MOST_ODD;
}

/** What is tried where chardet is not sure: in texts with few letters that are not ASCII, these are the West's. */
const COMMONEST = 'windows-1252';

/**
 * Guesses an encoding from the letters that occur (chardet, after ICU's detector), and takes a guess only when all bytes
 * are valid in it and what they give reads as words. Null when nothing fits.
 */
export function guessEncoding(bytes: Uint8Array): string | null {
  const utf16 = unmarkedUtf16(bytes);
  if (utf16) return decodeStrictly(bytes, utf16) === null ? null : utf16;
  const sample = sampleOf(bytes);
  if (sample.length === 0) return null;
  const found = analyse(sample)
    .filter(({ confidence, name }) => confidence >= SURE && !/^(?:utf|ascii)/i.test(name))
    .map(({ name }) => strictDecoder(name)?.encoding ?? null);
  for (const label of [...found, COMMONEST]) {
    const text = label && decodeStrictly(bytes, label);
    if (text && !/[\x80-\x9f\ufffd]/.test(text) && looksLikeWords(text.replace(/<[^<>]{0,2000}>/g, ' '))) return label;
  }
  return null;
}
