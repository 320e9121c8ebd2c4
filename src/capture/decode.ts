/** From bytes to characters. */
import { countUtf8, decodeStrictly, guessEncoding, strictDecoder } from './encoding.ts';
import { Refused } from './refused.ts';
import { hasUtf16Mark } from './sniff.ts';

const SAVE_AS_UTF8 = 'save it as UTF-8 and give it again';

const isUtf8Marked = (bytes: Uint8Array): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

/** Characters of bytes. */
export interface Decoded {
  readonly text: string;
  /** Whether some bytes were not valid in the encoding; each such place is U+FFFD. */
  readonly broken: boolean;
  /** The encoding where it is not the declared one, or none was declared and it is not UTF-8; null otherwise. */
  readonly guessed: string | null;
}

function utf16(bytes: Uint8Array): Decoded {
  const text = decodeStrictly(bytes, bytes[0] === 0xff ? 'utf-16le' : 'utf-16be');
  if (text === null) {
    throw new Refused('bad encoding', `it begins as UTF-16 but is not valid UTF-16; ${SAVE_AS_UTF8}`);
  }
  return { text, broken: false, guessed: null };
}

/** The name of an encoding as the WHATWG has it. @throws Refused 'bad encoding' when it is not known */
function encodingOf(label: string): string {
  const encoding = strictDecoder(label)?.encoding;
  if (encoding) return encoding;
  throw new Refused('bad encoding', `it declares an encoding that is not known: ${JSON.stringify(label)}`);
}

/** So many characters of UTF-8 on one byte that is none are UTF-8 with a flaw. */
const MOSTLY = 10;
/** In other encodings than Western ones, so many characters of UTF-8 come about by chance alone. */
const BY_CHANCE = 3;

/**
 * Whether bytes that are declared to be in another encoding are UTF-8: text in that encoding hardly ever happens to be
 * valid UTF-8, while pages are moved to UTF-8 under their old declaration all the time.
 */
function areUtf8(bytes: Uint8Array, declared: string): boolean {
  const { good, bad } = countUtf8(bytes);
  return bad === 0 && good >= (declared === 'windows-1252' ? 1 : BY_CHANCE) && decodeStrictly(bytes, 'utf-8') !== null;
}

/**
 * Decodes in the first of the declared encodings in which the bytes are valid; failing these in UTF-8, or in what they
 * look like. Null when nothing fits.
 */
function decodeDeclared(bytes: Uint8Array, declared: readonly string[]): Decoded | null {
  const [first, ...others] = declared;
  if (first && first !== 'utf-8' && !first.startsWith('utf-16') && areUtf8(bytes, first)) {
    const text = decodeStrictly(bytes, 'utf-8');
    // Where one of two declarations is right, nothing was guessed.
    if (text !== null) return { text, broken: false, guessed: others.includes('utf-8') ? null : 'utf-8' };
  }
  for (const label of [...declared, 'utf-8']) {
    const text = decodeStrictly(bytes, label);
    if (text !== null)
      return { text, broken: false, guessed: declared.length > 0 && !declared.includes(label) ? label : null };
  }
  const { good, bad } = countUtf8(bytes);
  if (good > bad * MOSTLY) return null;
  const guessed = guessEncoding(bytes);
  return guessed === null ? null : { text: new TextDecoder(guessed).decode(bytes), broken: false, guessed };
}

/**
 * Decodes a text: UTF-16 with its mark, else what the server declares, else UTF-8, else what the bytes look like.
 *
 * @param charset the server's declaration, or null
 * @param own whether whoever gives the text can save it again
 * @throws Refused 'bad encoding', 'binary'
 */
export function decodeText(bytes: Uint8Array, charset: string | null = null, own = true): Decoded {
  const decoded = hasUtf16Mark(bytes) ? utf16(bytes) : decodeDeclared(bytes, declarations(bytes, charset, null));
  if (!decoded) {
    const wrong = charset ? `it is not valid in the encoding that it declares, ${charset}` : 'it is not valid UTF-8';
    throw new Refused('bad encoding', own ? `${wrong}; ${SAVE_AS_UTF8}` : wrong);
  }
  if (decoded.text.includes('\0')) throw new Refused('binary', 'it holds NUL characters, which no text has');
  return decoded;
}

/** The encoding that a page declares in its first bytes, as browsers look for it. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4_096)).toString('latin1');
  const meta = /<meta\s[^>]*?charset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(head);
  const xml = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"']+)/i.exec(head);
  const label = (meta ?? xml)?.[1]?.toLowerCase() ?? null;
  // Markup that can be read byte by byte is not UTF-16, whatever it says.
  return label?.startsWith('utf-16') ? 'utf-8' : label;
}

/** Encodings as declared: a mark alone, else the server's, then the page's own. @throws Refused for an unknown one */
function declarations(bytes: Uint8Array, charset: string | null, own: string | null): string[] {
  if (isUtf8Marked(bytes)) return ['utf-8'];
  // A second declaration may be any nonsense: the first one counts.
  const second = charset && own ? strictDecoder(own)?.encoding : own && encodingOf(own);
  return [...new Set([...(charset ? [encodingOf(charset)] : []), ...(second ? [second] : [])])];
}

/**
 * Decodes a page in the encoding that its mark, the server or the page itself declares, in this order; without any, in
 * UTF-8. Where the bytes are not valid in it, another is tried that they look like.
 *
 * @param charset the server's declaration, or null
 * @throws Refused 'bad encoding'
 */
export function decodePage(bytes: Uint8Array, charset: string | null): Decoded {
  if (hasUtf16Mark(bytes)) return utf16(bytes);
  const declared = declarations(bytes, charset, declaredCharset(bytes));
  const decoded = decodeDeclared(bytes, declared);
  if (decoded) return decoded;
  if (!declared[0]) {
    throw new Refused('bad encoding', 'it declares no encoding and is not valid UTF-8; save it as UTF-8');
  }
  return { text: new TextDecoder(declared[0]).decode(bytes), broken: true, guessed: null };
}
