/** Pages from the net, asked for in a way that cannot be turned against the network this runs in. */
import { lookup as resolve } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { MIMEType } from 'node:util';
import ipaddr from 'ipaddr.js';
import { Agent, fetch, type Response } from 'undici';
import { Refused } from './refused.ts';
import { KINDS_BY_TYPE, type Kind, MEDIA_TYPES, sniffKind } from './sniff.ts';
import { SOFTWARE } from './software.ts';
import { checkStatus } from './status.ts';

/** The name that servers are asked under. */
export const USER_AGENT = SOFTWARE;
const MOST_REDIRECTS = 10;

export interface FetchOptions {
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly allowPrivateAddresses: boolean;
}

/** How an address is asked. */
export interface Asking extends Omit<FetchOptions, 'maxBytes'> {
  readonly headers: Readonly<Record<string, string>>;
  /** Refuses redirects to another host than the one asked: an interface for programs has no business elsewhere. */
  readonly sameHost?: boolean;
}

/** A body as it came, unpacked where the server packed it for the way. */
export interface Fetched {
  readonly bytes: Uint8Array;
  readonly kind: Kind;
  /** As the server declared it, with its charset; recognised where it declared none. */
  readonly mediaType: string;
  readonly charset: string | null;
  /** The address after redirects. */
  readonly url: string;
}

/** Whether an address is one of the public net: not of this machine, a local network, or a special use. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

const notPublic = (host: string, address: string): Refused =>
  new Refused(
    'refused',
    `${host} is at ${address}, which is no address of the public net (--allow-private-addresses reads it all the same)`,
  );

/**
 * Resolves a host and lets through only public addresses. The connection is made to the very addresses given here, so a
 * name that resolves differently a second time gains nothing.
 */
const publicLookup: LookupFunction = (host, options, callback) => {
  resolve(host, { ...options, all: true }, (error, addresses) => {
    const local = addresses?.find(({ address }) => !isPublicAddress(address));
    if (error) callback(error, '');
    else if (local) callback(notPublic(host, local.address), '');
    else if (options.all) callback(null, addresses);
    else callback(null, addresses[0]!.address, addresses[0]!.family);
  });
};

/** Checks an address before it is asked. @throws Refused 'refused' */
function checkUrl(url: URL, allowPrivate: boolean): void {
  if (!/^https?:$/.test(url.protocol))
    throw new Refused('refused', `only http and https addresses are fetched, not ${url.protocol}//`);
  if (url.username || url.password)
    throw new Refused('refused', 'addresses with a user name or password are not fetched');
  // A host that is an address already is connected to without a look-up.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivate && ipaddr.isValid(host) && !isPublicAddress(host)) throw notPublic('it', host);
}

/** Asks an address and follows its redirects, each checked like the first. */
async function request(
  first: URL,
  agent: Agent,
  signal: AbortSignal,
  { allowPrivateAddresses, headers, sameHost = false }: Asking,
): Promise<{ response: Response; url: URL }> {
  let url = first;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    checkUrl(url, allowPrivateAddresses);
    const response = await fetch(url.href, { dispatcher: agent, redirect: 'manual', signal, headers });
    const location = response.headers.get('location');
    if (![301, 302, 303, 307, 308].includes(response.status) || !location) return { response, url };
    await response.body?.cancel();
    if (!URL.canParse(location, url.href))
      throw new Refused('unreachable', `it redirects to what is no address: ${location.slice(0, 100)}`);
    url = new URL(location, url.href);
    if (sameHost && url.host !== first.host)
      throw new Refused('refused', `it redirects to another server, ${url.host.slice(0, 100)}, which is not asked`);
  }
  throw new Refused('too many redirects', `it redirects more than ${MOST_REDIRECTS} times`);
}

interface Declared {
  readonly kind: Kind | null;
  readonly mediaType: string | null;
  readonly charset: string | null;
}

/** What the server declares. @throws Refused 'wrong type' */
function readType(response: Response): Declared {
  const header = response.headers.get('content-type');
  if (!header) return { kind: null, mediaType: null, charset: null };
  let type: MIMEType;
  try {
    type = new MIMEType(header);
  } catch {
    return { kind: null, mediaType: null, charset: null };
  }
  const kind = KINDS_BY_TYPE[type.essence];
  if (!kind) throw new Refused('wrong type', `the server gives ${type.essence}, which is not read`);
  const charset = type.params.get('charset');
  return { kind, mediaType: charset ? `${type.essence}; charset=${charset}` : type.essence, charset };
}

/** Reads a body; what is counted is what it unpacks to, as it unpacks. @throws Refused 'too large' */
export async function readBody(response: Response, most: number): Promise<Uint8Array> {
  const tooLarge = new Refused('too large', `it is larger than ${most} bytes`);
  if (Number(response.headers.get('content-length')) > most) throw tooLarge;
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > most) throw tooLarge;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const FAILURES: Readonly<Record<string, readonly [code: 'unreachable' | 'timed out' | 'too large', reason: string]>> = {
  ENOTFOUND: ['unreachable', 'its host is not known'],
  EAI_AGAIN: ['unreachable', 'its host could not be looked up; check the connection to the net'],
  ECONNREFUSED: ['unreachable', 'its server does not take connections'],
  ECONNRESET: ['unreachable', 'its server broke the connection off'],
  UND_ERR_SOCKET: ['unreachable', 'its server broke the connection off'],
  EHOSTUNREACH: ['unreachable', 'there is no way to its server'],
  ENETUNREACH: ['unreachable', 'there is no way to its server; check the connection to the net'],
  ETIMEDOUT: ['timed out', 'its server did not answer in time'],
  UND_ERR_CONNECT_TIMEOUT: ['timed out', 'its server did not answer in time'],
  UND_ERR_HEADERS_TIMEOUT: ['timed out', 'its server did not answer in time'],
  UND_ERR_BODY_TIMEOUT: ['timed out', 'its server stopped sending'],
  UND_ERR_HEADERS_OVERFLOW: ['too large', 'its server sends more headers than any page needs'],
};

/** What an error of the net means to people. */
function explain(error: unknown, timeoutMs: number): Refused {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 6; cause = causeOf(cause), depth++) {
    if (cause instanceof Refused) return cause;
    if (cause.name === 'TimeoutError')
      return new Refused('timed out', `it was not here within ${timeoutMs / 1000} seconds`);
    if (cause.message === 'bad port') return new Refused('refused', 'its port is one that no pages are given at');
    const failure = FAILURES[(cause as NodeJS.ErrnoException).code ?? ''];
    if (failure) return new Refused(...failure);
  }
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return new Refused(
    'unreachable',
    `it could not be fetched: ${cause instanceof Error ? cause.message : String(cause)}`,
  );
}

/** The error behind an error; of several (one for each address of a host), the first. */
const causeOf = (error: Error): unknown =>
  error.cause ?? (error instanceof AggregateError ? error.errors[0] : undefined);

/**
 * Asks an address: http and https only, public addresses only (checked after resolution and for every redirect), at most
 * ten redirects, `timeoutMs` for the whole of it, `read` included.
 *
 * @param read takes the answer, whatever its status, and the address after redirects
 * @throws Refused with the reason
 */
export async function ask<T>(
  address: string,
  asking: Asking,
  read: (response: Response, url: URL) => Promise<T>,
): Promise<T> {
  if (!URL.canParse(address)) throw new Refused('not found', 'it is no valid address');
  const connect = asking.allowPrivateAddresses ? {} : { lookup: publicLookup };
  const agent = new Agent({ connect, keepAliveTimeout: 1_000 });
  const signal = AbortSignal.timeout(asking.timeoutMs);
  try {
    const { response, url } = await request(new URL(address), agent, signal, asking);
    return await read(response, url);
  } catch (error) {
    throw explain(error, asking.timeoutMs);
  } finally {
    await agent.destroy();
  }
}

const PAGE_HEADERS = {
  'user-agent': USER_AGENT,
  accept: `${Object.keys(KINDS_BY_TYPE).join(', ')}, */*;q=0.1`,
  'accept-language': 'en, *;q=0.5',
};

/**
 * Fetches a page, asked for as `ask` does, of at most `maxBytes` of unpacked body.
 *
 * @throws Refused with the reason
 */
export function fetchPage(address: string, options: FetchOptions): Promise<Fetched> {
  return ask(address, { ...options, headers: PAGE_HEADERS }, async (response, url) => {
    checkStatus(response.status, response.statusText);
    const declared = readType(response);
    const bytes = await readBody(response, options.maxBytes);
    const kind = declared.kind ?? sniffKind(bytes);
    url.hash = '';
    return {
      bytes,
      kind,
      mediaType: declared.mediaType ?? MEDIA_TYPES[kind],
      charset: declared.charset,
      url: url.href,
    };
  });
}
