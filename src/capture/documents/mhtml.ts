/** Pages that a browser saved in one file (MHTML, RFC 2557): a MIME message whose root part is the page. */
import { MIMEType } from 'node:util';
import { Refused } from '../refused.ts';

/** Heads of messages and parts are no longer than this. */
const LONGEST_HEAD = 64 * 1024;
/** How deeply parts are looked for within parts: a page within "alternative" within "related". */
const DEEPEST = 4;
/** A page of a site has some hundred parts. */
const MOST_PARTS = 20_000;

/** The page of an MHTML file. */
export interface SavedPage {
  readonly bytes: Buffer;
  /** The encoding that its part declares, or null. */
  readonly charset: string | null;
  /** The address it was saved from, or null. */
  readonly url: string | null;
}

interface Part {
  readonly type: MIMEType | null;
  readonly fields: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

const damaged = (reason: string): Refused => new Refused('damaged', `it is no whole saved page (MHTML): ${reason}`);

function typeOf(value: string | undefined): MIMEType | null {
  try {
    return new MIMEType(value ?? '');
  } catch {
    return null;
  }
}

/** Reads the fields above a body; a line that begins with white space goes on with the one above it. */
function readPart(bytes: Buffer): Part {
  const text = bytes.subarray(0, LONGEST_HEAD).toString('latin1');
  const end = /^\r?\n|\r?\n\r?\n/.exec(text);
  if (!end) throw damaged('the head of a part has no end');
  const fields = new Map<string, string>();
  for (const line of text
    .slice(0, end.index)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (name && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return { type: typeOf(fields.get('content-type')), fields, body: bytes.subarray(end.index + end[0].length) };
}

/** The parts between the boundaries of a multipart body (RFC 2046, 5.1.1), and whether there is a boundary behind each. */
function* partsOf(body: Buffer, boundary: string): Generator<{ readonly bytes: Buffer; readonly whole: boolean }> {
  const mark = `--${boundary}`;
  let begin = -1;
  let at = body.indexOf(mark);
  for (let count = 0; at >= 0; at = body.indexOf(mark, at + mark.length)) {
    const isLine = at === 0 || body[at - 1] === 0x0a;
    const after = body.subarray(at + mark.length, at + mark.length + 80).toString('latin1');
    const close = /^(--)?[ \t]*(\r?\n|$)/.exec(after);
    if (!isLine || !close) continue;
    if (begin >= 0) yield { bytes: body.subarray(begin, at - (body[at - 2] === 0x0d ? 2 : 1)), whole: true };
    if (close[1]) return;
    if (++count > MOST_PARTS) throw new Refused('too large', `it has more than ${MOST_PARTS} parts`);
    begin = at + mark.length + close[0].length;
  }
  if (begin >= 0) yield { bytes: body.subarray(begin), whole: false };
}

const HEX = /^[\da-f]{2}$/i;

/** Quoted-printable (RFC 2045, 6.7); what is no code in it stands for itself. */
export function decodeQuotedPrintable(bytes: Buffer): Buffer {
  const out = Buffer.alloc(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte !== 0x3d) {
      out[length++] = byte;
      continue;
    }
    const code = bytes.subarray(at + 1, at + 3).toString('latin1');
    if (HEX.test(code)) {
      out[length++] = Number.parseInt(code, 16);
      at += 2;
    } else if (code[0] === '\n') at += 1;
    else if (code === '\r\n') at += 2;
    else out[length++] = byte;
  }
  return out.subarray(0, length);
}

function decodeBody({ fields, body }: Part): Buffer {
  const coding = (fields.get('content-transfer-encoding') ?? '7bit').toLowerCase().replace(/\s.*$/, '');
  if (coding === 'quoted-printable') return decodeQuotedPrintable(body);
  if (coding === 'base64') return Buffer.from(body.toString('latin1'), 'base64');
  if (/^(?:7bit|8bit|binary)$/.test(coding)) return body;
  throw damaged(`its page is packed in a way that is not known (${coding.slice(0, 40)})`);
}

const isPage = (type: MIMEType | null): boolean =>
  type?.essence === 'text/html' || type?.essence === 'application/xhtml+xml';

/** The root among the parts of a message: the one that "start" names, else the first that is or holds a page. */
function rootOf(part: Part, depth: number): Part | null {
  if (isPage(part.type)) return part;
  const boundary = part.type?.params.get('boundary');
  if (part.type?.type !== 'multipart' || !boundary || depth > DEEPEST) return null;
  const start = part.type.params.get('start');
  let first: Part | null = null;
  for (const { bytes, whole } of partsOf(part.body, boundary)) {
    const inner = readPart(bytes);
    const found = rootOf(inner, depth + 1);
    // A page without its end would be taken for all that was said.
    if (found && !whole && depth === 0) throw damaged('it is cut short within the page');
    if (start && inner.fields.get('content-id') === start) return found ?? first;
    first ??= found;
    if (first && !start) return first;
  }
  return first;
}

function addressOf(...values: (string | undefined)[]): string | null {
  const found = values.find((value) => value && /^https?:\/\//i.test(value) && URL.canParse(value));
  return found ? new URL(found).href : null;
}

/**
 * Takes the page out of an MHTML file, as Chrome, Edge and Internet Explorer save them.
 *
 * @throws Refused 'damaged', 'too large', 'no article text' where no part of it is a page
 */
export function readMhtml(bytes: Buffer): SavedPage {
  const message = readPart(bytes);
  const root = rootOf(message, 0);
  if (!root) throw new Refused('no article text', 'no part of it is a page');
  return {
    bytes: decodeBody(root),
    charset: root.type?.params.get('charset') ?? null,
    url: addressOf(
      message.fields.get('snapshot-content-location'),
      root.fields.get('content-location'),
      message.fields.get('content-location'),
    ),
  };
}
