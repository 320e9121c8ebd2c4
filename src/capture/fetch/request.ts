/** One address asked, and its redirects followed. */
import { type Dispatcher, request } from 'undici';
import { Refused } from '../refused.ts';
import { type Headers, readHeaders } from './headers.ts';
import { type AllowPrivate, refuseTarget } from './targets.ts';

const MOST_REDIRECTS = 10;
/** An address may lead to itself once, as where a server sets something up; without cookies it will not do better later. */
const MOST_VISITS = 2;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Called before a redirect is followed, with where it leads; throws Refused to end there. */
export type Approve = (url: URL, first: URL) => void | Promise<void>;

export interface Asking {
  readonly dispatcher: Dispatcher;
  readonly signal: AbortSignal;
  readonly allowPrivate: AllowPrivate;
  readonly headersFor: (url: URL) => Headers;
  readonly approve: Approve;
}

/** How far a request has come: kept while it runs, so that one that fails has left its trail. */
export interface Trail {
  /** The address asked last. */
  url: string;
  readonly redirects: string[];
  /** Of its answer; null before there is one. */
  status: number | null;
  headers: Headers;
}

export interface Answer {
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  readonly body: Dispatcher.ResponseData['body'];
}

/** An address as it is asked for and kept: what follows "#" is no business of the server's. */
function withoutHash(url: URL): URL {
  const bare = new URL(url);
  bare.hash = '';
  return bare;
}

/** Where an answer redirects to. @throws Refused 'unreachable', 'refused' */
function readLocation(location: string, from: URL): URL {
  const shown = location.slice(0, 100);
  if (!URL.canParse(location, from.href))
    throw new Refused('unreachable', `it redirects to what is no address: ${shown}`);
  const to = withoutHash(new URL(location, from.href));
  if (from.protocol === 'https:' && to.protocol === 'http:') {
    const why = 'where anybody on the way can read and change what is sent';
    throw new Refused(
      'refused',
      `it redirects from https to http, ${why}; give ${to.href.slice(0, 200)} if that is meant`,
    );
  }
  return to;
}

/** Rejects with the signal's reason when it comes. Never fulfilled. */
const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

async function askOnce(url: URL, asking: Asking, trail: Trail): Promise<Answer> {
  const { dispatcher, signal } = asking;
  const options = { dispatcher, signal, headers: asking.headersFor(url) };
  // undici heeds the signal only once it is connected.
  const answer = await Promise.race([request(url, options), aborted(signal)]);
  const headers = readHeaders(answer.headers);
  Object.assign(trail, { status: answer.statusCode, headers });
  return { url, status: answer.statusCode, headers, body: answer.body };
}

/**
 * Asks an address and follows its redirects, each judged like the first, until one leads where they have led before.
 *
 * @throws Refused; errors of the connection
 */
export async function follow(address: URL, asking: Asking, trail: Trail): Promise<Answer> {
  const first = withoutHash(address);
  const asked = new Map<string, number>();
  trail.url = first.href;
  refuseTarget(first, asking.allowPrivate);
  for (let url = first; ; ) {
    asked.set(url.href, (asked.get(url.href) ?? 0) + 1);
    const answer = await askOnce(url, asking, trail);
    const { location } = answer.headers;
    if (!REDIRECTS.has(answer.status)) return answer;
    if (!location) throw new Refused('unreachable', `it redirects without saying where to (status ${answer.status})`);
    // What stands on the page of a redirect is not read, however long it is.
    answer.body.on('error', () => undefined).destroy();
    url = readLocation(location, url);
    if ((asked.get(url.href) ?? 0) >= MOST_VISITS) throw new Refused('too many redirects', 'it redirects in a circle');
    if (trail.redirects.length >= MOST_REDIRECTS)
      throw new Refused('too many redirects', `it redirects more than ${MOST_REDIRECTS} times`);
    trail.redirects.push(url.href);
    Object.assign(trail, { url: url.href, status: null, headers: {} });
    refuseTarget(url, asking.allowPrivate);
    await asking.approve(url, first);
  }
}
