/** A web server on the loopback that answers as badly as servers do. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { pageOf, SENTENCES } from '../inputs.ts';

export const PAGE = pageOf(SENTENCES);
const html = { 'content-type': 'text/html; charset=utf-8' };

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const answers: Readonly<Record<string, Answer>> = {
  '/world/talks-go-on.html': (_, response) => response.writeHead(200, html).end(PAGE),
  '/who': (request, response) =>
    response
      .writeHead(200, html)
      .end(pageOf([...SENTENCES, `Asked by ${request.headers['user-agent']}, who came along on Monday.`])),
  '/packed': (_, response) => response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(gzipSync(PAGE)),
  '/bomb': (_, response) =>
    response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(60_000_000, 0x20))),
  '/cyrillic': (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=windows-1251' }).end(
      Buffer.concat([
        Buffer.from('<html><body><h1>Talks</h1><p>'),
        Buffer.from([0xcc, 0xe8, 0xed, 0xe8, 0xf1, 0xf2, 0xf0]), // «Министр»
        Buffer.from(` said that the talks would go on. ${SENTENCES.join(' ')}</p></body></html>`),
      ]),
    ),
  '/plain': (_, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end(SENTENCES.join('\n\n')),
  '/latin': (_, response) =>
    response
      .writeHead(200, { 'content-type': 'text/plain; charset=windows-1252' })
      .end(
        Buffer.from(`${SENTENCES.join('\n\n')}\n\nThe caf\xe9 on the quay stayed open on Monday, she said.`, 'latin1'),
      ),
  '/not-utf8': (_, response) =>
    response
      .writeHead(200, { 'content-type': 'text/plain' })
      .end(Buffer.from('The caf\xe9 on the quay stayed open on Monday, she said.', 'latin1')),
  '/unknown-charset': (_, response) =>
    response.writeHead(200, { 'content-type': 'text/plain; charset=klingon-8' }).end(SENTENCES[0]),
  '/markdown': (_, response) =>
    response
      .writeHead(200, { 'content-type': 'text/markdown' })
      .end(`# Harbour talks go on\n\n${SENTENCES.join('\n\n')}`),
  '/lines': (_, response) =>
    response.writeHead(200, { 'content-type': 'application/x-ndjson' }).end('{"id":"a","text":"T"}\nno\n'),
  '/untyped': (_, response) => response.end(PAGE),
  '/untyped-pdf': (_, response) => response.end('%PDF-1.7'),
  '/pdf': (_, response) => response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.7'),
  '/picture': (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('x'),
  '/image-as-page': (_, response) => response.writeHead(200, html).end(Buffer.from('89504e470d0a1a0a00', 'hex')),
  '/empty': (_, response) => response.writeHead(200, html).end(),
  '/no-content': (_, response) => response.writeHead(204).end(),
  '/menu': (_, response) =>
    response.writeHead(200, html).end('<html><body><nav><a href="/">Home</a></nav></body></html>'),
  '/gone': (_, response) => response.writeHead(410, html).end(PAGE),
  '/forbidden': (_, response) => response.writeHead(403, html).end(PAGE),
  '/broken': (_, response) => response.writeHead(503, html).end(PAGE),
  '/moved': (_, response) => response.writeHead(301, { location: '/found' }).end(),
  '/found': (_, response) => response.writeHead(302, { location: '/world/talks-go-on.html#top' }).end(),
  '/loop': (_, response) => response.writeHead(302, { location: '/loop' }).end(),
  '/to-file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/to-login': (_, response) => response.writeHead(302, { location: 'http://user:word@example.com/' }).end(),
  '/to-nothing': (_, response) => response.writeHead(302, { location: 'http://[' }).end(),
  '/silent': () => undefined,
  '/slow-body': (_, response) => {
    response.writeHead(200, html).write(PAGE.slice(0, 100));
    const drip = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(drip));
  },
  '/endless': (_, response) => {
    response.writeHead(200, html);
    const piece = Buffer.alloc(65_536, 0x20);
    const more = (): void => {
      while (!response.destroyed && response.write(piece));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  },
  '/long': (_, response) => response.writeHead(200, { ...html, 'content-length': 1e9 }).write('x'),
  '/cut-off': (_, response) => {
    response.writeHead(200, { ...html, 'content-length': 100_000 }).write('<html><body>');
    setImmediate(() => response.destroy());
  },
  '/reset': (request) => request.socket.destroy(),
  '/other-canonical': (_, response) =>
    response.writeHead(200, html).end(pageOf(SENTENCES, '<link rel="canonical" href="https://famous.example/scoop">')),
  '/own-canonical': (request, response) =>
    response
      .writeHead(200, html)
      .end(pageOf(SENTENCES, `<link rel="canonical" href="http://${request.headers.host}/canonical">`)),
};

/** Starts the server; `origin` is its address without a path. */
export async function startServer(): Promise<{ origin: string; port: number; close(): void; asked: string[] }> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request.url!);
    const to = /^\/hop\/(\d+)$/.exec(request.url!)?.[1];
    if (to)
      response.writeHead(302, { location: to === '0' ? '/world/talks-go-on.html' : `/hop/${Number(to) - 1}` }).end();
    else (answers[request.url!] ?? ((_, missing) => missing.writeHead(404, html).end(PAGE)))(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://127.0.0.1:${port}`, port, close, asked };
}
