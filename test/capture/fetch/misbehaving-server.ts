/** A web server on the loopback that breaks every rule it can: written on bare sockets, since no library would. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { pageOf, SENTENCES } from '../inputs.ts';

export const PAGE = pageOf(SENTENCES);
const LENGTH = Buffer.byteLength(PAGE);

export interface Asked {
  readonly path: string;
  /** All that was sent before the body, in lower case. */
  readonly head: string;
  /** How often this path was asked for, this time included. */
  readonly time: number;
}

type Misdeed = (socket: Socket, asked: Asked) => void;

/** The head of an answer; it always says that it is a page, unless it says something else. */
function head(status: string, headers: Readonly<Record<string, string | number>> = {}): string {
  const all = { 'content-type': 'text/html; charset=utf-8', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status}\r\n${lines.join('')}\r\n`;
}

/** An answer that ends as it should. */
const answer =
  (status: string, headers: Readonly<Record<string, string | number>> = {}, body: string | Uint8Array = ''): Misdeed =>
  (socket) => {
    socket.write(head(status, { 'content-length': Buffer.byteLength(body), ...headers }));
    socket.end(body);
  };

const packed = (encoding: string, body: Uint8Array): Misdeed =>
  answer('200 OK', { 'content-encoding': encoding }, body);

/** Sends bytes as they are, and ends. */
const raw =
  (bytes: string | Uint8Array): Misdeed =>
  (socket) =>
    socket.end(bytes);

const redirect = (location: string): Misdeed => answer('302 Found', { location });

/** Sends the first part, then the second again and again until nobody listens. */
const endlessly =
  (first: string, again: string | Uint8Array, everyMs = 0): Misdeed =>
  (socket) => {
    socket.write(first);
    const timer = setInterval(() => {
      // Only as fast as it is read: what is not taken up would pile up here.
      if (socket.writableLength < 1_000_000) socket.write(again);
    }, everyMs);
    socket.on('close', () => clearInterval(timer));
  };

const SPACES = Buffer.alloc(30_000_000, 0x20);
const OK = head('200 OK');

export const MISDEEDS = {
  silent: () => undefined,
  'drips its headers': endlessly('HTTP/1.1 200 OK\r\nx: ', 'y', 20),
  'drips its body': endlessly(OK, ' ', 20),
  'stops in its headers': (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-ty'),
  'stops in its body': (socket) => socket.write(head('200 OK', { 'content-length': LENGTH }) + PAGE.slice(0, 100)),
  'never says where its body ends': (socket) => socket.write(OK + PAGE),
  'sends headers without end': endlessly('HTTP/1.1 200 OK\r\n', 'x-flood: flood\r\n'.repeat(500)),
  'sends one huge header': raw(head('200 OK', { 'x-huge': 'x'.repeat(100_000) })),
  'sends preliminary answers without end': endlessly('', 'HTTP/1.1 103 Early Hints\r\n\r\n', 5),
  'sends a body without end': endlessly(OK, Buffer.alloc(65_536, 0x20)),
  'sends chunks without end': endlessly(
    head('200 OK', { 'transfer-encoding': 'chunked' }),
    `1000\r\n${'x'.repeat(4_096)}\r\n`,
  ),
  'sends a chunk extension without end': endlessly(
    head('200 OK', { 'transfer-encoding': 'chunked' }),
    '1;'.repeat(1_000),
    5,
  ),
  'announces too much': answer('200 OK', { 'content-length': LENGTH + 100 }, PAGE),
  'announces far too much': answer('200 OK', { 'content-length': 1e12 }, PAGE),
  'announces too little': answer('200 OK', { 'content-length': 60 }, PAGE),
  'announces less than nothing': answer('200 OK', { 'content-length': -1 }, PAGE),
  'announces two lengths': raw(`HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 9\r\n\r\n${PAGE}`),
  'announces a length and chunks': answer('200 OK', { 'transfer-encoding': 'chunked' }, PAGE),
  'sends chunks of no size': raw(`${head('200 OK', { 'transfer-encoding': 'chunked' })}zz\r\n${PAGE}`),
  'ends between chunks': raw(`${head('200 OK', { 'transfer-encoding': 'chunked' })}5\r\n<html\r\n`),
  'resets before its answer': (socket) => socket.resetAndDestroy(),
  'hangs up before its answer': (socket) => socket.end(),
  'resets in mid-body': (socket) => {
    socket.write(head('200 OK', { 'content-length': LENGTH }) + PAGE.slice(0, 100));
    setTimeout(() => socket.resetAndDestroy(), 30);
  },
  'hangs up in mid-body': raw(head('200 OK', { 'content-length': LENGTH }) + PAGE.slice(0, 100)),
  'resets in a packed body': (socket) => {
    socket.write(head('200 OK', { 'content-length': 9_999, 'content-encoding': 'gzip' }));
    socket.write(gzipSync(PAGE).subarray(0, 60));
    setTimeout(() => socket.resetAndDestroy(), 30);
  },
  'has no number for its status': raw(`HTTP/1.1 abc OK\r\n\r\n${PAGE}`),
  'has a status beyond all': raw(`HTTP/1.1 1200 OK\r\n\r\n${PAGE}`),
  'speaks another version': raw(`HTTP/7.3 200 OK\r\n\r\n${PAGE}`),
  'speaks Icecast': raw('ICY 200 OK\r\n\r\nsound'),
  'speaks SSH': raw('SSH-2.0-x\r\n'),
  'speaks no protocol': raw(Buffer.alloc(5_000, 0xa7)),
  'sends a page without a head': raw(PAGE),
  'has NUL in its headers': raw(`HTTP/1.1 200 OK\r\nx: a\0b\r\n\r\n${PAGE}`),
  'has a header without a name': raw(`HTTP/1.1 200 OK\r\n: nameless\r\n\r\n${PAGE}`),
  'changes the protocol': raw('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
  'sends a second answer unasked': raw(
    `${head('200 OK', { 'content-length': LENGTH })}${PAGE}${head('200 OK', { 'content-length': 4 })}evil`,
  ),
  'keeps the connection open': (socket) => socket.write(head('200 OK', { 'content-length': LENGTH }) + PAGE),
  'ends its body by hanging up': raw(OK + PAGE),
  'sends a gzip bomb': packed('gzip', gzipSync(SPACES)),
  'sends a brotli bomb': packed('br', brotliCompressSync(SPACES)),
  'sends a deflate bomb': packed('deflate', deflateSync(SPACES)),
  'sends a zstd bomb': packed('zstd', zstdCompressSync(SPACES)),
  'sends a bomb in a bomb': packed('gzip, gzip', gzipSync(gzipSync(SPACES))),
  'sends gzip that is cut off': packed('gzip', gzipSync(PAGE).subarray(0, 100)),
  'sends gzip that is broken': packed('gzip', gzipSync(PAGE).fill(0x55, 40, 80)),
  'sends gzip that is none': packed('gzip', Buffer.from(PAGE)),
  'sends brotli that is none': packed('br', Buffer.from(PAGE)),
  'sends zstd that is none': packed('zstd', Buffer.from(PAGE)),
  'packs nothing': packed('gzip', Buffer.alloc(0)),
  'packs as nobody does': packed('compress', Buffer.from(PAGE)),
  'packs over and over': packed('gzip, gzip, gzip', gzipSync(gzipSync(gzipSync(PAGE)))),
  'packs twice': packed('br, gzip', gzipSync(brotliCompressSync(PAGE))),
  'packs without a header': packed('deflate', deflateRawSync(PAGE)),
  'packs with a header': packed('deflate', deflateSync(PAGE)),
  'packs as zstd': packed('zstd', zstdCompressSync(PAGE)),
  'says identity': packed('identity', Buffer.from(PAGE)),
  'gives another type': answer('200 OK', { 'content-type': 'video/mp4' }, 'x'),
  'gives no type, for a page': raw(`HTTP/1.1 200 OK\r\ncontent-length: ${LENGTH}\r\n\r\n${PAGE}`),
  'gives no type, for a picture': raw(Buffer.from('HTTP/1.1 200 OK\r\n\r\n\x89PNG\r\n\x1a\n\0', 'latin1')),
  'gives a type that is none': answer('200 OK', { 'content-type': 'nonsense; ;' }, PAGE),
  'gives nothing': answer('200 OK'),
  'says that there is nothing': raw('HTTP/1.1 204 No Content\r\n\r\n'),
  'gives a part': answer('206 Partial Content', { 'content-range': `bytes 0-9/${LENGTH}` }, PAGE.slice(0, 10)),
  'says unchanged unasked': raw('HTTP/1.1 304 Not Modified\r\n\r\n'),
  'says unchanged': (socket, { head: sent }) => {
    if (/if-none-match: "v1"/.test(sent)) socket.end('HTTP/1.1 304 Not Modified\r\netag: "v1"\r\n\r\n');
    else answer('200 OK', { etag: '"v1"', 'last-modified': 'Sat, 03 May 2031 10:00:00 GMT' }, PAGE)(socket, NEVER);
  },
  'says changed when it is not': answer('200 OK', {}, PAGE),
  'changes its text each time': (socket, { time }) =>
    answer('200 OK', { etag: '"same"' }, PAGE.replace('a step back', `step ${time} back`))(socket, NEVER),
  'redirects to nowhere': raw('HTTP/1.1 301 Moved Permanently\r\n\r\n'),
  'redirects to no address': redirect('http://[::1'),
  'redirects to itself': (socket, { path }) => redirect(path)(socket, NEVER),
  'redirects in a circle': (socket, { path }) => {
    const [base, at = '0'] = path.split('?') as [string, string?];
    redirect(`${base}?${(Number(at) + 1) % 3}`)(socket, NEVER);
  },
  'redirects without end': (socket, { path, time }) =>
    redirect(`${path.split('?')[0]}?${time}${path.length}`)(socket, NEVER),
  'redirects to plain HTTP': redirect('http://news.paper.example/'),
  'redirects to a file': redirect('file:///etc/passwd'),
  'redirects to a script': redirect('javascript:alert(1)'),
  'redirects to data': redirect('data:text/html,x'),
  'redirects with a password': redirect('http://user:word@paper.example/'),
  'redirects with an endless page': endlessly(head('302 Found', { location: '/fine' }), Buffer.alloc(65_536, 0x20)),
  'wants a cookie': (socket, { head: sent, path, time }) => {
    if (time > 1)
      answer(
        '200 OK',
        { 'set-cookie': 'id=2' },
        PAGE.replace('step back', /\ncookie:/.test(sent) ? 'A' : 'B'),
      )(socket, NEVER);
    else answer('302 Found', { location: path, 'set-cookie': 'id=1' })(socket, NEVER);
  },
  'wants to be left alone': answer('429 Too Many Requests', { 'retry-after': '120' }),
  'is away until a day': answer('503 Service Unavailable', { 'retry-after': 'Sat, 03 May 2031 12:10:00 GMT' }),
  'wants to be left alone for ever': answer('429 Too Many Requests', { 'retry-after': '99999999999' }),
  'wants to be left alone, oddly': answer('429 Too Many Requests', { 'retry-after': 'soon' }),
  'wants a password': answer('401 Unauthorized', { 'www-authenticate': 'Basic' }, PAGE),
  'wants money': answer('402 Payment Required', {}, PAGE),
  'forbids it': answer('403 Forbidden', {}, PAGE),
  'has no such page': answer('404 Not Found', {}, PAGE),
  'had such a page': answer('410 Gone', {}, PAGE),
  'may not show it': answer('451 Unavailable For Legal Reasons', {}, PAGE),
  'is broken': answer('500 Internal Server Error', {}, PAGE),
  'has a status of its own': answer('999 Denied', {}, PAGE),
  fine: answer('200 OK', {}, PAGE),
} as const satisfies Readonly<Record<string, Misdeed>>;

const NEVER: Asked = { path: '', head: '', time: 0 };

export type MisdeedName = keyof typeof MISDEEDS;
export const pathOf = (name: MisdeedName): string => `/${name.replaceAll(' ', '-')}`;
const BY_PATH = new Map<string, Misdeed>(
  Object.entries(MISDEEDS).map(([name, deed]) => [pathOf(name as MisdeedName), deed]),
);

export interface Misbehaving {
  readonly origin: string;
  readonly port: number;
  /** The heads of all requests, in lower case. */
  readonly heads: string[];
  close(): Promise<void>;
}

function serve(socket: Socket, heads: string[], times: Map<string, number>): void {
  let sent = '';
  socket.on('error', () => undefined);
  socket.on('data', (part) => {
    sent += part.toString('latin1');
    if (!sent.includes('\r\n\r\n')) return;
    const path = sent.split(' ')[1] ?? '';
    const base = path.split('?')[0]!;
    const time = (times.get(base) ?? 0) + 1;
    times.set(base, time);
    const asked = { path, head: sent.toLowerCase(), time };
    heads.push(asked.head);
    sent = '';
    (BY_PATH.get(base) ?? answer('404 Not Found'))(socket, asked);
  });
}

async function opened(
  server: Server,
  origin: (port: number) => string,
  heads: string[],
  sockets: Set<Socket>,
): Promise<Misbehaving> {
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  };
  return { origin: origin(port), port, heads, close };
}

/** Starts the server. */
export function startMisbehaving(): Promise<Misbehaving> {
  const [heads, times] = [[] as string[], new Map<string, number>()];
  const server = createServer((socket) => serve(socket, heads, times));
  return opened(server, (port) => `http://127.0.0.1:${port}`, heads, new Set());
}

/** Starts the server behind TLS; `origin` is by name. */
export function startMisbehavingTls(options: TlsOptions): Promise<Misbehaving> {
  const [heads, times] = [[] as string[], new Map<string, number>()];
  const server = createTlsServer(options, (socket) => serve(socket, heads, times)).on(
    'tlsClientError',
    () => undefined,
  );
  return opened(server, (port) => `https://news.paper.example:${port}`, heads, new Set());
}

/** Starts a server that takes connections and does with them what it is told to. */
export function startBare(take: (socket: Socket) => void): Promise<Misbehaving> {
  const server = createServer((socket) => take(socket.on('error', () => undefined)));
  return opened(server, (port) => `https://news.paper.example:${port}`, [], new Set());
}
