/** Connections to checked addresses. */
import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { Refused } from '../refused.ts';
import { type AllowPrivate, mayConnect, notPublic } from './targets.ts';

/** All addresses of a host, or an error with a code of node:dns. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

/** The system's own way from names to addresses. */
const systemResolve: Resolve = (host) => lookup(host, { all: true });

export interface ConnectOptions {
  readonly allowPrivate: AllowPrivate;
  readonly resolve?: Resolve;
  /** Certificates (PEM) of authorities to trust instead of the well-known ones. */
  readonly ca?: string;
  readonly connectTimeoutMs: number;
  /** How long a server may be silent before and within its answer. */
  readonly idleTimeoutMs: number;
}

/** Beyond it a server is flooding; browsers take 256 KiB, Node 16 KiB, and news pages have been seen with 20. */
const MOST_HEADER_BYTES = 65_536;

/**
 * Resolves a host and lets addresses through only when all may be connected to. The socket is opened to the very
 * addresses given here, so that a name that resolves differently a moment later gains nothing (DNS rebinding).
 */
function checkedLookup(resolve: Resolve, allow: AllowPrivate): LookupFunction {
  return (host, { all }, callback) => {
    resolve(host).then(
      (addresses) => {
        const [first] = addresses;
        const forbidden = addresses.find(({ address }) => !mayConnect(address, allow));
        if (forbidden) callback(notPublic(host, forbidden.address), '');
        else if (!first) callback(new Refused('unreachable', 'its host has no address'), '');
        else if (all) callback(null, [...addresses]);
        else callback(null, first.address, first.family);
      },
      (error) => callback(error, ''),
    );
  };
}

/**
 * An agent that connects to addresses that may be connected to, and to no others: checked when a name is resolved, and
 * again on the socket, so that it holds whatever happens in between. It keeps no cookies, knows no proxies, and follows
 * no redirects.
 */
export function checkedAgent(options: ConnectOptions): Agent {
  const { allowPrivate, ca, connectTimeoutMs, idleTimeoutMs, resolve = systemResolve } = options;
  const connect = buildConnector({
    lookup: checkedLookup(resolve, allowPrivate),
    timeout: connectTimeoutMs,
    ...(ca === undefined ? {} : { ca }),
  });
  return new Agent({
    connect(target, callback) {
      connect(target, (...result) => {
        const [error, socket] = result;
        const address = socket?.remoteAddress ?? '';
        if (error || mayConnect(address, allowPrivate)) return callback(...result);
        socket.destroy();
        callback(notPublic(target.hostname, address || 'an unknown address'), null);
      });
    },
    headersTimeout: idleTimeoutMs,
    bodyTimeout: idleTimeoutMs,
    // One request a connection: an answer cannot be taken for the next one's, and every request is to a checked address.
    pipelining: 0,
    maxHeaderSize: MOST_HEADER_BYTES,
  });
}
