/** From the records of a WARC to captures. */
import type { Capture, Refusal, Snapshot } from '../../model.ts';
import { takeSnapshot } from '../article.ts';
import { idOfFile } from '../files.ts';
import { LeftOut } from '../left-out.ts';
import type { TakeNotice } from '../notice.ts';
import { recapture } from '../recapture.ts';
import { Refused, refusal } from '../refused.ts';
import type { SiteRule } from '../site-rule.ts';
import { slugOf } from '../slug.ts';
import { isAddress, KINDS_BY_TYPE, looksLikePage } from '../sniff.ts';
import { refuseStatus } from '../status.ts';
import { BrokenArchive } from './broken.ts';
import { checkDigest } from './digest.ts';
import {
  type DeclaredType,
  type HttpHead,
  LONGEST_HTTP_HEAD,
  readContentType,
  readHttpBody,
  readHttpHead,
} from './http.ts';
import { fromTargetUri, isOwnUri } from './location.ts';
import { readRecords, type WarcRecord } from './records.ts';

export interface ArchiveOptions {
  /** The user's own rules for pages; default none. */
  readonly rules?: readonly SiteRule[];
  /** How many bytes a record's block, and what it unpacks to, may have. */
  readonly maxBytes: number;
  readonly notice: TakeNotice;
}

/** What is read of answers of web servers; text is mostly settings and data there ("robots.txt"). */
const READ_OF_ANSWERS = new Set(['page', 'pdf', 'docx', 'mhtml']);
/** Of an address in a refusal, no more is shown. */
const LONGEST_NAMED = 500;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Records that are about others. */
const ABOUT_OTHERS = new Set(['warcinfo', 'request', 'metadata']);

/** A record that may give an article: how its bytes are to be had, and what they are. */
interface Wanted {
  readonly type: DeclaredType;
  /** The head of a web server's answer, or null where the block is the very bytes. */
  readonly http: HttpHead | null;
}

const mediaTypeOf = ({ essence, charset }: DeclaredType): string =>
  charset ? `${essence ?? 'text/html'}; charset=${charset}` : (essence ?? 'text/html');

/** The target of a record without the angle brackets that some tools write around it. */
const targetOf = (record: WarcRecord): string => (record.fields.get('warc-target-uri') ?? '').replace(/^<(.*)>$/, '$1');

/** Looks at an answer's head; one that is wanted is a page or a document, whatever its status. */
async function wantAnswer(record: WarcRecord, leftOut: LeftOut): Promise<Wanted | null> {
  const declared = readContentType(record.fields.get('content-type')).essence;
  if (declared !== 'application/http') {
    leftOut.count(declared ?? 'of no declared type');
    return null;
  }
  const head = await record.head(LONGEST_HTTP_HEAD);
  const http = readHttpHead(head);
  const type = readContentType(http.fields.get('content-type'));
  const isWanted = type.essence
    ? READ_OF_ANSWERS.has(KINDS_BY_TYPE[type.essence] ?? '')
    : looksLikePage(head.subarray(http.end).toString('latin1'));
  if (REDIRECTS.has(http.status)) leftOut.count('redirects');
  else if (!isWanted) leftOut.count(type.essence ?? 'of no declared type');
  else return { type, http };
  return null;
}

/** A resource that was archived as it is: one that has an address or came from us may be anything that is read. */
function wantResource(record: WarcRecord, leftOut: LeftOut): Wanted | null {
  const type = readContentType(record.fields.get('content-type'));
  const uri = targetOf(record);
  const kind = type.essence === 'application/gzip' && isOwnUri(uri) ? 'page' : KINDS_BY_TYPE[type.essence ?? ''];
  // One line of JSON Lines, as we export them; a file of many is not what was seen at an address.
  const isText = isHttp(uri) && (kind !== 'lines' || /:\d+$/.test(uri));
  const isWanted = kind && (isOwnUri(uri) || isText || READ_OF_ANSWERS.has(kind));
  if (isWanted) return { type, http: null };
  leftOut.count(type.essence ?? 'of no declared type');
  return null;
}

const isHttp = (uri: string): boolean => /^https?:\/\//i.test(uri) && URL.canParse(uri);

async function want(record: WarcRecord, leftOut: LeftOut): Promise<Wanted | null> {
  const type = record.fields.get('warc-type')?.toLowerCase() ?? '';
  if (type === 'response') return wantAnswer(record, leftOut);
  if (type === 'resource') return wantResource(record, leftOut);
  if (type === 'revisit') leftOut.count('unchanged copies');
  else if (!ABOUT_OTHERS.has(type)) leftOut.count(`records of the type ${type.slice(0, 30)}`);
  return null;
}

/** When the bytes were fetched. @throws Refused 'damaged' */
function dateOf(record: WarcRecord): Date {
  const given = record.fields.get('warc-date') ?? '';
  const date = new Date(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(given) ? given : Number.NaN);
  if (Number.isNaN(date.getTime()))
    throw new Refused('damaged', 'its record does not say when it was fetched (WARC-Date)');
  return date;
}

/** Checks what a record says of itself, before its block is read. @throws Refused */
function checkRecord(record: WarcRecord, most: number): void {
  if (record.length > most + LONGEST_HTTP_HEAD)
    throw new Refused('too large', `its record is larger than ${most} bytes`);
  if (record.fields.has('warc-segment-number')) {
    throw new Refused('damaged', 'its record is one of several that make it up together, which are not joined');
  }
  const uri = targetOf(record);
  if (!isOwnUri(uri) && !isHttp(uri)) {
    throw new Refused('wrong type', 'its record does not say at what http or https address it was found');
  }
}

/** The name of an article, as it would have been called without the archive. */
function idOf(location: string): string {
  if (isAddress(location)) return slugOf(location);
  return location === '-' ? 'stdin' : idOfFile(location);
}

async function toSnapshot(record: WarcRecord, { type, http }: Wanted, block: Buffer, most: number): Promise<Snapshot> {
  checkDigest(block, record.fields.get('warc-block-digest'));
  if (http) refuseStatus(http.status, null);
  const bytes = http ? await readHttpBody(block, http, most) : block;
  if (bytes.length > most) throw new Refused('too large', `it is larger than ${most} bytes`);
  // Cookies were for whoever made the archive.
  const headers = http ? [...http.fields].filter(([name]) => !/^set-cookie2?$/.test(name)) : [];
  const answer = http && { status: http.status, headers: Object.fromEntries(headers) };
  return takeSnapshot(
    bytes,
    mediaTypeOf(type),
    fromTargetUri(targetOf(record)),
    dateOf(record),
    answer ? { answer } : {},
  );
}

/** How a record is named in a refusal. */
const nameOf = (archive: string, record: WarcRecord): string =>
  `${archive}: ${targetOf(record).slice(0, LONGEST_NAMED) || 'a record without an address'} (at byte ${record.at})`;

/** What one record gives; null where it is none that gives articles. Throws only where the archive ends or breaks. */
async function readOne(
  record: WarcRecord,
  archive: string,
  leftOut: LeftOut,
  options: ArchiveOptions,
): Promise<Capture | Refusal | null> {
  const input = nameOf(archive, record);
  let wanted: Wanted | null;
  try {
    wanted = await want(record, leftOut);
    if (!wanted) return null;
    checkRecord(record, options.maxBytes);
  } catch (error) {
    if (error instanceof Refused && !(error instanceof BrokenArchive)) return refusal(input, error);
    throw error;
  }
  // Outside of what is caught: where the archive ends, so does reading it.
  const block = await record.block();
  try {
    const snapshot = await toSnapshot(record, wanted, block, options.maxBytes);
    const given = await recapture(snapshot, idOf(snapshot.location), options.rules, options.maxBytes);
    if ('code' in given) return { ...given, input };
    const cutBy = record.fields.get('warc-truncated');
    if (cutBy) options.notice({ input, words: `Whoever archived it kept only a part of it (${cutBy.slice(0, 40)}).` });
    return given;
  } catch (error) {
    return refusal(input, error);
  }
}

/**
 * Captures the pages of a WARC (ISO 28500; plain or gzip) from a stream: answers of web servers that are pages or
 * documents, with the body's own bytes as snapshot, where and when they were fetched; and resources. What else it holds
 * is counted, in one notice. Where it is cut or broken, what stood before that is given, then a refusal that says where.
 *
 * @param archive how it is called in refusals
 */
export async function* captureWarc(
  stream: AsyncIterable<Uint8Array>,
  archive: string,
  options: ArchiveOptions,
): AsyncGenerator<Capture | Refusal> {
  const leftOut = new LeftOut();
  let [given, broken] = [0, null as Refusal | null];
  try {
    for await (const record of readRecords(stream)) {
      const one = await readOne(record, archive, leftOut, options);
      if (!one) continue;
      given++;
      yield one;
    }
  } catch (error) {
    broken = refusal(archive, error);
  }
  if (`${leftOut}`) options.notice({ input: archive, words: `Left out, since they are no pages: ${leftOut}.` });
  if (broken?.code === 'damaged') {
    yield {
      ...broken,
      reason: `${broken.reason} What stands before that was read: ${given === 1 ? '1 page' : `${given} pages`}.`,
    };
  } else if (broken) {
    yield broken;
  } else if (given === 0) {
    throw new Refused('empty', 'it holds no page');
  }
}
