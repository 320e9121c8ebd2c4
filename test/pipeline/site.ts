/** A site on the loopback whose pages a test sets, and that keeps what it was asked. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface Site {
  readonly origin: string;
  /** By path without its query. What is not set is not there (404). */
  readonly answers: Map<string, Answer>;
  /** "PATH status", in order, robots.txt left out. */
  readonly asked: string[];
}

export async function startSite(test: TestContext): Promise<Site> {
  const answers = new Map<string, Answer>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url!;
    response.on('finish', () => {
      if (path !== '/robots.txt') asked.push(`${path} ${response.statusCode}`);
    });
    const answer = answers.get(path.split('?')[0]!);
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  test.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, answers, asked };
}

/** Gives a body, or that it has not changed. */
export function giving(type: string, body: () => string): Answer {
  return (request, response) => {
    const now = body();
    const etag = `"${createHash('sha256').update(now).digest('hex').slice(0, 12)}"`;
    const isSame = request.headers['if-none-match'] === etag;
    response.writeHead(isSame ? 304 : 200, { 'content-type': type, etag }).end(isSame ? undefined : now);
  };
}

export const failing =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(status, headers).end();
  };

/** The page of an article about so many tons. @param own what it calls its own address */
export const pageOf = (tons: number, own?: string): string =>
  `<html lang="en"><head><title>Harbour ships grain</title>${own ? `<link rel="canonical" href="${own}">` : ''}
<meta property="og:site_name" content="Ardal Herald"></head><body><article><h1>Harbour ships grain</h1>
<p>Minister Vera Kolmar said on Monday that the harbour had shipped ${tons} tons of grain before the winter came.</p>
<p>“We are glad of every ton,” Kolmar told reporters, adding that the ships would sail again early in the spring.</p>
</article></body></html>`;

export interface Entry {
  readonly link: string;
  readonly published?: string;
  readonly updated?: string;
  readonly publisher?: string;
}

export const rssOf = (entries: readonly Entry[], about = ''): string =>
  `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Ardal Herald</title>${about}${entries
    .map(({ link, published, updated, publisher }) =>
      [
        `<item><title>Harbour ships grain</title><link>${link.replaceAll('&', '&amp;')}</link>`,
        published && `<pubDate>${new Date(published).toUTCString()}</pubDate>`,
        updated && `<atom:updated>${updated}</atom:updated>`,
        publisher && `<source url="https://publisher.example/rss">${publisher}</source>`,
        '</item>',
      ]
        .filter(Boolean)
        .join(''),
    )
    .join('\n')}</channel></rss>`;
