/** What errors of the net mean to people. */
import type { RefusalCode } from '../../model.ts';
import { Refused } from '../refused.ts';

type Failure = readonly [code: RefusalCode, reason: string];

const BROKEN_OFF: Failure = ['unreachable', 'its server broke the connection off'];
const NO_ANSWER: Failure = ['timed out', 'its server did not answer in time'];
const UNKNOWN_SIGNER: Failure = ['unreachable', 'its certificate is signed by an authority that is not known'];
const SELF_SIGNED: Failure = ['unreachable', 'its certificate is signed by nobody but itself'];

/** By `code`, of node:dns, node:net, node:tls and undici. */
const FAILURES: Readonly<Record<string, Failure>> = {
  ENOTFOUND: ['unreachable', 'its host is not known'],
  ENODATA: ['unreachable', 'its host has no address'],
  EAI_AGAIN: ['unreachable', 'its host could not be looked up; check the connection to the net'],
  ESERVFAIL: ['unreachable', 'its host could not be looked up: the name server failed'],
  ETIMEOUT: ['timed out', 'its host could not be looked up in time'],
  ECONNREFUSED: ['unreachable', 'its server does not take connections'],
  ECONNRESET: BROKEN_OFF,
  EPIPE: BROKEN_OFF,
  UND_ERR_SOCKET: BROKEN_OFF,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ['unreachable', 'its body is shorter or longer than its server said'],
  EHOSTUNREACH: ['unreachable', 'there is no way to its server'],
  ENETUNREACH: ['unreachable', 'there is no way to its server; check the connection to the net'],
  ETIMEDOUT: NO_ANSWER,
  UND_ERR_CONNECT_TIMEOUT: NO_ANSWER,
  UND_ERR_HEADERS_TIMEOUT: NO_ANSWER,
  UND_ERR_BODY_TIMEOUT: ['timed out', 'its server stopped sending'],
  UND_ERR_HEADERS_OVERFLOW: ['too large', 'its server sends more headers than any page needs'],
  CERT_HAS_EXPIRED: ['unreachable', 'its certificate has expired'],
  CERT_NOT_YET_VALID: ['unreachable', 'its certificate is not valid yet; check the clock of this machine'],
  CERT_REVOKED: ['unreachable', 'its certificate was revoked'],
  ERR_TLS_CERT_ALTNAME_INVALID: ['unreachable', 'its certificate is for another host'],
  DEPTH_ZERO_SELF_SIGNED_CERT: SELF_SIGNED,
  SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_SIGNER,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_SIGNER,
  UNABLE_TO_GET_ISSUER_CERT: UNKNOWN_SIGNER,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_SIGNER,
};

/** By how the code begins: what is wrong with the server's TLS, or with its HTTP. */
const FAMILIES: readonly (readonly [start: RegExp, reason: string])[] = [
  [/^(?:EPROTO|ERR_SSL_|ERR_TLS_)/, 'no safe connection could be agreed on with its server'],
  [/^(?:CERT_|UNABLE_TO_|CRL_|ERROR_IN_CERT_|INVALID_)/, 'its certificate is not valid'],
  [/^(?:HPE_|UND_ERR_)/, 'its server does not speak HTTP as it should'],
];

/** The error behind an error; of several (one for each address of a host), the first. */
const causeOf = (error: Error): unknown =>
  error.cause ?? (error instanceof AggregateError ? error.errors[0] : undefined);

function explainOne(error: Error, timeoutMs: number): Refused | null {
  if (error instanceof Refused) return error;
  if (error.name === 'TimeoutError')
    return new Refused('timed out', `it was not here within ${timeoutMs / 1000} seconds`);
  // undici's parser gives most of its errors no code.
  const code = error.name === 'HTTPParserError' ? 'HPE_' : ((error as NodeJS.ErrnoException).code ?? '');
  const failure = FAILURES[code];
  if (failure) return new Refused(...failure);
  const family = FAMILIES.find(([start]) => start.test(code));
  return family ? new Refused('unreachable', `${family[1]} (${detailOf(error)})`) : null;
}

/** What a library says of an error, on one line; of OpenSSL's, the reason without where in its sources that is. */
const detailOf = (error: Error & { reason?: unknown }): string =>
  (typeof error.reason === 'string' ? error.reason : error.message).slice(0, 200).replace(/\s+/g, ' ').trim();

/**
 * What an error means to people. The innermost of its causes that is known says most.
 *
 * @param timeoutMs what a time limit that was passed was set to
 */
export function explain(error: unknown, timeoutMs: number): Refused {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 6; cause = causeOf(cause), depth++) {
    const known = explainOne(cause, timeoutMs);
    if (known) return known;
  }
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const message = cause instanceof Error ? cause.message : String(cause);
  return new Refused('unreachable', `it could not be fetched: ${message.slice(0, 200)}`);
}
