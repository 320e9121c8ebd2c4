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
