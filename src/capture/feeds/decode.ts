/** From the bytes of a feed to characters, whatever the feed says of them. */
import { isUtf8 } from 'node:buffer';
import { gunzipSync } from 'node:zlib';
import { Refused } from '../refused.ts';
import { binaryKind, hasUtf16Mark } from '../sniff.ts';
import { type Problems, shown } from './problems.ts';
import { LIMITS } from './types.ts';

const tooLarge = (): Refused => new Refused('too large', `it is larger than ${LIMITS.bytes} bytes`);

/** Sitemaps are often packed, and served as they lie. */
function unpacked(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: LIMITS.bytes });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    throw new Refused('wrong type', `it is not whole gzip data: ${(error as Error).message}`);
  }
}

/** UTF-16 by its mark, or by the NUL that stands beside a leading `<` or `{`. */
function utf16Label(bytes: Uint8Array): string | null {
  if (hasUtf16Mark(bytes)) return bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
  const [a, b, c, d] = bytes;
  if (a && b === 0 && c && d === 0) return 'utf-16le';
  return a === 0 && b && c === 0 && d ? 'utf-16be' : null;
}

/** How many bytes at the end begin a UTF-8 sequence that is not there in full. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
}

/** UTF-8 where it is valid, and windows-1252 for each byte that is not: feeds are put together from several sources. */
function decodeMixed(bytes: Uint8Array): string {
  const sequence = '[\\xc2-\\xdf][\\x80-\\xbf]|[\\xe0-\\xef][\\x80-\\xbf]{2}|[\\xf0-\\xf4][\\x80-\\xbf]{3}';
  const utf8 = new TextDecoder('utf-8');
  const latin = new TextDecoder('windows-1252');
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(new RegExp(`((?:${sequence}){1,1000})|[\\x80-\\xff]`, 'g'), (part, valid: string | undefined) =>
      (valid ? utf8 : latin).decode(Buffer.from(part, 'latin1')),
    );
}

function decoder(label: string, fatal: boolean): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(label, { fatal });
  } catch {
    return null;
  }
}

/** The encodings that the feed and then its server declare, in lower case. */
function declared(bytes: Uint8Array, contentType: string | null): string[] {
  const head = Buffer.from(bytes.subarray(0, 4_096)).toString('latin1');
  const own = /<\?xml\s[^>]*?encoding\s*=\s*["']\s*([^"'\s]+)/i.exec(head)?.[1];
  const served = /;\s*charset\s*=\s*["']?([^\s"';,]+)/i.exec(contentType ?? '')?.[1];
  return [own, served].flatMap((label) => (label ? [label.toLowerCase()] : []));
}

function decodeLegacy(bytes: Uint8Array, labels: readonly string[], problems: Problems): string {
  const others = labels.filter((label) => !/^utf-?(?:8|16)/.test(label) && decoder(label, true));
  for (const label of others) {
    try {
      return decoder(label, true)!.decode(bytes);
    } catch {
      problems.say(`it is not valid ${shown(label)}, which it declares`);
    }
  }
  if (others[0]) return decoder(others[0], false)!.decode(bytes);
  problems.say('it is not valid UTF-8; what is not is read as windows-1252');
  return decodeMixed(bytes);
}

/**
 * Characters of a feed. A byte order mark decides; then UTF-8 wherever the bytes are valid UTF-8, since text in another
 * encoding hardly ever is, while declarations are often wrong; then what the feed and the server declare.
 * Control characters, which neither XML nor JSON may hold, are left out.
 *
 * @param contentType the server's Content-Type, or null
 * @throws Refused 'too large', 'empty', 'binary', 'wrong type' (broken gzip)
 */
export function decodeFeed(given: Uint8Array, contentType: string | null, problems: Problems): string {
  if (given.length > LIMITS.bytes) throw tooLarge();
  const bytes = unpacked(given);
  const wide = utf16Label(bytes);
  const kind = wide ? null : binaryKind(bytes);
  // Stray NULs are no reason to give a feed up; what is not one at all has no root that is known.
  if (kind && kind !== 'binary data') throw new Refused('binary', `it is ${kind}, not a feed`);
  const text = wide ? new TextDecoder(wide).decode(bytes) : decodeNarrow(bytes, declared(bytes, contentType), problems);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  const clean = text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '');
  if (clean.length < text.length) problems.say('it holds control characters, which are left out');
  if (!clean.trim()) throw new Refused('empty', 'it holds nothing');
  return clean;
}

function decodeNarrow(bytes: Uint8Array, labels: readonly string[], problems: Problems): string {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const stateful = labels.find((label) => label === 'iso-2022-jp' && bytes.includes(0x1b));
  if (stateful) return new TextDecoder(stateful).decode(bytes);
  const whole = bytes.subarray(0, bytes.length - unfinished(bytes));
  if (!isUtf8(whole)) return marked ? decodeMixed(bytes) : decodeLegacy(bytes, labels, problems);
  const wrong = labels.find((label) => !/^utf-?8$/.test(label));
  if (wrong && whole.some((byte) => byte >= 0x80)) problems.say(`it declares ${shown(wrong)}, but is UTF-8`);
  return new TextDecoder('utf-8').decode(whole);
}
