/** One attempt to fetch an address, and the record of it. */
import type { Attempt, Outcome } from '../../model.ts';
import { type Clock, SYSTEM_CLOCK } from '../clock.ts';
import { sha256Of } from '../digest.ts';
import { Refused, sentence } from '../refused.ts';
import { binaryKind, isDocument } from '../sniff.ts';
import { refuseStatus, statusWords } from '../status.ts';
import { ACCEPTED_PACKINGS, type BodyBounds, readBody } from './body.ts';
import { checkedAgent, type Resolve } from './connect.ts';
import { explain } from './failures.ts';
import { type DeclaredType, type Headers, readRetryAfter, readType, readValidator } from './headers.ts';
import { type Answer, type Approve, follow, type Trail } from './request.ts';
import type { AllowPrivate } from './targets.ts';
import { userAgent } from './user-agent.ts';

/** What an earlier attempt found: only what differs from it is read. An `Attempt` as it was recorded will do. */
export interface Known extends Partial<Pick<Attempt, 'etag' | 'lastModified' | 'sha256'>> {
  /** The address that gave it: no other is asked whether it has changed. The one asked for when it is left out. */
  readonly finalUrl?: string;
}

export interface AttemptOptions extends Partial<BodyBounds> {
  readonly known?: Known;
  /** Lets addresses be asked that are not of the public net. Default: none. */
  readonly allowPrivate?: AllowPrivate;
  /** The media types that are taken; others are of the wrong type. Default: all. */
  readonly types?: ReadonlySet<string>;
  /** For the whole of it, redirects and body included; default 30 seconds. */
  readonly timeoutMs?: number;
  /** How long the server may be silent; default 15 seconds. */
  readonly idleTimeoutMs?: number;
  /** How to reach whoever runs this: an e-mail address or a web page, sent with the name of the program. */
  readonly contact?: string;
  /** Sent beside the User-Agent and what the attempt itself needs. */
  readonly headers?: Headers;
  /** Asked before a redirect is followed. Default: all are that may be asked at all. */
  readonly approve?: Approve;
  /** Where hosts are looked up. Default: the system's own way. */
  readonly resolve?: Resolve;
  /** Certificates (PEM) of authorities to trust instead of the well-known ones. */
  readonly ca?: string;
  /** Ends the attempt; it then throws the signal's reason. */
  readonly signal?: AbortSignal;
  readonly clock?: Pick<Clock, 'now'>;
}

/** An outcome that brings nothing. */
export type Failing = Exclude<Outcome, 'ok' | 'unchanged'>;

/** An attempt with what it brought. */
export interface Fetched extends Attempt {
  /** The body, unpacked where the server packed it for the way; null unless the outcome is `ok`. */
  readonly body: Uint8Array | null;
  /** Of the last answer, by lower-case name, without cookies. */
  readonly headers: Headers;
  /** What the server declares it to be; null when it declares nothing. */
  readonly type: DeclaredType | null;
}

const MOST_BYTES = 20_000_000;
const TIMEOUT_MS = 30_000;
const IDLE_TIMEOUT_MS = 15_000;
const CONNECT_TIMEOUT_MS = 10_000;

/** Refuses bytes that nobody says are anything, and that are no text. @throws Refused 'empty', 'binary' */
function refuseBytes(body: Uint8Array, type: DeclaredType | null): void {
  if (body.length === 0) throw new Refused('empty', 'its body is empty');
  const kind = type === null && !isDocument(body) ? binaryKind(body) : null;
  if (kind) throw new Refused('binary', `its server declares no type, and it is ${kind}, not text or HTML`);
}

/** Asks whether what is known has changed, of the address that gave it. */
function conditions(url: URL, address: string, known: Known): Headers {
  const from = known.finalUrl ?? address;
  if (!URL.canParse(from) || new URL(from).href.replace(/#.*/s, '') !== url.href) return {};
  const [etag, date] = [readValidator(known.etag ?? undefined), readValidator(known.lastModified ?? undefined)];
  return { ...(etag ? { 'if-none-match': etag } : {}), ...(date ? { 'if-modified-since': date } : {}) };
}

/** What is made of an answer. */
type Read = Pick<Fetched, 'outcome' | 'reason' | 'body' | 'bytes' | 'sha256'>;

const NOTHING = { body: null, bytes: 0, sha256: null };

async function readAnswer(
  { url, status, headers, body }: Answer,
  address: string,
  options: AttemptOptions,
  retryAfter: number | null,
): Promise<Read> {
  const { known = {}, types, maxBytes = MOST_BYTES, larger = 'refuse' } = options;
  if (status === 304 && Object.keys(conditions(url, address, known)).length > 0) {
    const reason = sentence(statusWords(status, 'the server says that it has not changed'));
    return { ...NOTHING, outcome: 'unchanged', reason, sha256: known.sha256 ?? null };
  }
  refuseStatus(status, retryAfter);
  const type = readType(headers['content-type']);
  if (type && types && !types.has(type.essence))
    throw new Refused(
      'wrong type',
      `the server gives ${type.essence.slice(0, 100)}, which is none of the types that are read`,
    );
  const bytes = await readBody(body, headers, { maxBytes, larger });
  refuseBytes(bytes, type);
  const sha256 = sha256Of(bytes);
  if (sha256 === known.sha256)
    return { outcome: 'unchanged', reason: 'It has not changed by a byte.', body: null, bytes: bytes.length, sha256 };
  return { outcome: 'ok', reason: null, body: bytes, bytes: bytes.length, sha256 };
}

/** What to give when it is asked for again: of a page that was given, or that is still the same; not of an error's. */
function validatorsOf({ outcome }: Read, headers: Headers, known: Known): Pick<Attempt, 'etag' | 'lastModified'> {
  const [etag, lastModified] = [readValidator(headers.etag), readValidator(headers['last-modified'])];
  if (outcome === 'ok') return { etag, lastModified };
  if (outcome !== 'unchanged') return { etag: null, lastModified: null };
  return { etag: etag ?? known.etag ?? null, lastModified: lastModified ?? known.lastModified ?? null };
}

function deadline(timeoutMs: number, signal: AbortSignal | undefined): AbortSignal {
  const timeout = AbortSignal.timeout(timeoutMs);
  return signal ? AbortSignal.any([timeout, signal]) : timeout;
}

/** Follows an address to its answer and reads that. @throws Refused; errors of the connection */
async function fetchAnswer(
  address: string,
  headers: Headers,
  options: AttemptOptions,
  trail: Trail,
  now: number,
): Promise<Read> {
  if (!URL.canParse(address)) throw new Refused('not found', 'it is no valid address');
  const { known = {}, allowPrivate = false, timeoutMs = TIMEOUT_MS, idleTimeoutMs = IDLE_TIMEOUT_MS } = options;
  const connectTimeoutMs = Math.min(CONNECT_TIMEOUT_MS, timeoutMs);
  const { resolve, ca } = options;
  const dispatcher = checkedAgent({
    allowPrivate,
    connectTimeoutMs,
    idleTimeoutMs,
    ...(resolve ? { resolve } : {}),
    ...(ca === undefined ? {} : { ca }),
  });
  try {
    const asking = {
      dispatcher,
      signal: deadline(timeoutMs, options.signal),
      allowPrivate,
      headersFor: (url: URL) => ({ ...headers, ...conditions(url, address, known) }),
      approve: options.approve ?? (() => undefined),
    };
    const answer = await follow(new URL(address), asking, trail);
    return await readAnswer(answer, address, options, readRetryAfter(trail.headers['retry-after'], now));
  } finally {
    await dispatcher.destroy();
  }
}

/**
 * Fetches an address once: http and https only, addresses of the public net only (judged as they are written, after
 * resolution, and for every redirect), at most ten redirects, all of it within `timeoutMs` and `maxBytes`. Nothing that a
 * page asks for is done: no script, no picture, no refresh. No cookie is kept, and every attempt has connections of its own.
 *
 * Never throws for what the other side does: that is the attempt's outcome.
 *
 * @throws the reason of `options.signal` when that ends it; Refused 'refused' for a contact that is none
 */
export async function attempt(address: string, options: AttemptOptions = {}): Promise<Fetched> {
  const { clock = SYSTEM_CLOCK, timeoutMs = TIMEOUT_MS, signal, known = {} } = options;
  signal?.throwIfAborted();
  const sent = {
    'accept-encoding': ACCEPTED_PACKINGS,
    'user-agent': userAgent(options.contact),
    ...options.headers,
  };
  const trail: Trail = { url: address, redirects: [], status: null, headers: {} };
  const [at, started] = [clock.now(), performance.now()];
  let read: Read;
  try {
    read = await fetchAnswer(address, sent, options, trail, at);
  } catch (error) {
    signal?.throwIfAborted();
    const { code, message } = explain(error, timeoutMs);
    read = { ...NOTHING, outcome: code as Failing, reason: sentence(message) };
  }
  const { headers } = trail;
  return {
    url: address,
    finalUrl: trail.url,
    redirects: trail.redirects,
    at: new Date(at).toISOString(),
    durationMs: Math.round(performance.now() - started),
    status: trail.status,
    outcome: read.outcome,
    reason: read.reason,
    bytes: read.bytes,
    ...validatorsOf(read, headers, known),
    retryAfter: readRetryAfter(headers['retry-after'], at),
    sha256: read.sha256,
    body: read.body,
    headers,
    type: readType(headers['content-type']),
  };
}
