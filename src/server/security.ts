import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';

/** Everything comes from this server and nothing in a page may run that is not a file of the build. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** For bytes from outside: should a browser ever show them, they get no scripts, no forms and no origin. */
export const outsidePolicy = "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The headers that every answer carries, whatever its status. */
export function setSecurityHeaders(reply: FastifyReply): void {
  reply.headers({
    'content-security-policy': pagePolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  });
}

/** Whether a host to listen on is this machine alone. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || (ipaddr.isValid(host) && ipaddr.parse(host).range() === 'loopback');
}

/**
 * Whether the request names this server as a loopback server may be named. A page of another site can let its own name
 * resolve to 127.0.0.1 (DNS rebinding) and would then be of the same origin as the record; its requests still carry the
 * name in the Host header.
 */
export function namesLoopback(request: FastifyRequest, boundTo: string): boolean {
  const port = request.socket.localPort;
  const bound = boundTo.includes(':') ? `[${boundTo}]` : boundTo;
  const names = ['localhost', '127.0.0.1', '[::1]', bound];
  const host = request.headers.host?.toLowerCase() ?? '';
  return names.some((name) => host === `${name}:${port}` || (port === 80 && host === name));
}

/**
 * Whether the request names this server by an address in figures, or as localhost: neither can be made to lead here by the
 * page of another site, as a name can.
 */
export function namesAddress(request: FastifyRequest): boolean {
  const host = /^(?:\[([\da-f:.]+)\]|([\da-z.]+))(?::\d+)?$/.exec(request.headers.host?.toLowerCase() ?? '');
  const name = host?.[1] ?? host?.[2];
  return name === 'localhost' || (name !== undefined && ipaddr.isValid(name));
}

/** Whether a request was made by a page of this server. To be asked once its Host is known to be this server's. */
export function isOwnOrigin(request: FastifyRequest): boolean {
  return request.headers.origin === `http://${request.headers.host}`;
}

/** A secret that only pages of this server can read, since other origins may not read its answers. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares in a time that says nothing of where two tokens differ, whatever their lengths. */
export function isToken(given: unknown, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(token));
}
