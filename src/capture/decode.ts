/** From bytes to characters. */
import { Refused } from './refused.ts';
import { hasUtf16Mark } from './sniff.ts';

const SAVE_AS_UTF8 = 'save it as UTF-8 and give it again';

const isUtf8Marked = (bytes: Uint8Array): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

function utf16(bytes: Uint8Array): string {
  try {
    return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be', { fatal: true }).decode(bytes);
  } catch {
    throw new Refused('bad encoding', `it begins as UTF-16 but is not valid UTF-16; ${SAVE_AS_UTF8}`);
  }
}

/** A decoder that is strict. @throws Refused 'bad encoding' when the encoding is not known */
function decoderFor(label: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    throw new Refused('bad encoding', `it declares an encoding that is not known: ${JSON.stringify(label)}`);
  }
}

/**
 * Decodes a text: UTF-16 with its mark, else what the server declares, else UTF-8 with or without its mark.
 *
 * @param charset the server's declaration, or null
 * @param own whether whoever gives the text can save it again
 * @throws Refused 'bad encoding', 'binary'
 */
export function decodeText(bytes: Uint8Array, charset: string | null = null, own = true): string {
  let text: string;
  if (hasUtf16Mark(bytes)) {
    text = utf16(bytes);
  } else {
    const decoder = isUtf8Marked(bytes) ? decoderFor('utf-8') : decoderFor(charset ?? 'utf-8');
    try {
      text = decoder.decode(bytes);
    } catch {
      const wrong = charset ? `it is not valid in the encoding that it declares, ${charset}` : 'it is not valid UTF-8';
      throw new Refused('bad encoding', own ? `${wrong}; ${SAVE_AS_UTF8}` : wrong);
    }
  }
  if (text.includes('\0')) throw new Refused('binary', 'it holds NUL characters, which no text has');
  return text;
}

export interface DecodedPage {
  readonly html: string;
  /** Whether some bytes were not valid in the page's encoding; each such place is U+FFFD. */
  readonly broken: boolean;
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

/**
 * Decodes a page in the encoding that its mark, the server or the page itself declares; without any, in UTF-8.
 *
 * @param charset the server's declaration, or null
 * @throws Refused 'bad encoding'
 */
export function decodePage(bytes: Uint8Array, charset: string | null): DecodedPage {
  if (hasUtf16Mark(bytes)) return { html: utf16(bytes), broken: false };
  const label = isUtf8Marked(bytes) ? 'utf-8' : (charset ?? declaredCharset(bytes));
  const decoder = decoderFor(label ?? 'utf-8');
  try {
    return { html: decoder.decode(bytes), broken: false };
  } catch {
    if (!label) throw new Refused('bad encoding', 'it declares no encoding and is not valid UTF-8; save it as UTF-8');
    return { html: new TextDecoder(label).decode(bytes), broken: true };
  }
}
