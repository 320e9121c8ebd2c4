/** Invented outlets on the loopback, each a host of its own, that publish and edit articles, and fail as servers do. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const NAMES = ['Ardal Herald', 'Basin Post', 'Kolm Courier', 'Dahvan Today', 'Penwick Mail', 'Skarney Times'];
const PEOPLE = ['Vera Kolmar', 'Ivo Tarrant', 'Marit Sandoe', 'Pavel Ostrand', 'Lena Birk'];

interface Published {
  readonly n: number;
  readonly at: Date;
  /** 0 as first published. */
  version: number;
  changed: Date;
}

/** A page that is no article, and what comes of it. */
const ODD: Readonly<Record<string, string>> = {
  '/missing': 'not found',
  '/private/x': 'robots',
  '/shell': 'needs JavaScript',
  '/photo.jpg': 'wrong type',
};

const html = { 'content-type': 'text/html; charset=utf-8' };

/** The words of the n-th article in its version: an edit changes what was said. */
function pageOf(n: number, version: number, own: string): string {
  const person = PEOPLE[n % PEOPLE.length]!;
  const tons = 100 + n + version * 1_000;
  return `<!doctype html><html lang="en"><head><title>Harbour ${n} ships grain</title><link rel="canonical" href="${own}">
<meta property="og:site_name" content="${NAMES[n % NAMES.length]}"></head><body><nav><a href="/">Home</a></nav>
<article><h1>Harbour ${n} ships grain</h1>
<p>Minister ${person} said on Monday that the harbour numbered ${n} had shipped ${tons} tons of grain before the winter.</p>
<p>“We are glad of every ton that leaves the quay,” ${person} told reporters, adding that the ships would sail again in spring.</p>
</article></body></html>`;
}

/** Outlets that share the articles: the n-th is by the outlet n modulo their number. */
export class Publisher {
  readonly #servers: Server[] = [];
  readonly origins: string[] = [];
  readonly #articles = new Map<number, Published>();
  readonly #failed = new Set<string>();
  #asked = 0;
  /** How often a whole article was sent. */
  sent = 0;
  /** How often "not modified" was enough. */
  unchanged = 0;

  static async open(): Promise<Publisher> {
    const publisher = new Publisher();
    for (let outlet = 0; outlet < NAMES.length; outlet++) {
      const server = createServer((request, response) => {
        publisher.#answer(outlet, request, response).catch(() => response.destroy());
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      publisher.#servers.push(server);
      publisher.origins.push(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    }
    return publisher;
  }

  close(): void {
    for (const server of this.#servers) {
      server.closeAllConnections();
      server.close();
    }
  }

  /** The address that the n-th article calls its own. */
  addressOf(n: number): string {
    return `${this.origins[n % NAMES.length]}/news/${n}.html`;
  }

  get feeds(): string[] {
    return [...this.origins.map((origin) => `${origin}/feed.xml`), `${this.origins[0]}/digest.atom`];
  }

  publish(n: number): void {
    const at = new Date();
    this.#articles.set(n, { n, at, version: 0, changed: at });
  }

  edit(n: number): void {
    const article = this.#articles.get(n)!;
    article.version++;
    article.changed = new Date();
  }

  /** What it comes to that feeds lead to and that are no articles, by address. */
  get odd(): Map<string, string> {
    return new Map(Object.entries(ODD).map(([path, outcome]) => [this.origins[0] + path, outcome]));
  }

  #list(outlet: number): string {
    const own = [...this.#articles.values()].filter(({ n }) => n % NAMES.length === outlet);
    const items = own.map(({ n, at, changed }) => {
      const path = n % 9 === 2 ? `/r/${n}` : `/news/${n}.html`;
      return `<item><title>Harbour ${n} ships grain</title><link>${this.origins[outlet]}${path}?utm_source=rss&amp;utm_medium=feed</link>
<pubDate>${at.toUTCString()}</pubDate><atom:updated>${changed.toISOString()}</atom:updated></item>`;
    });
    const odd =
      outlet === 0 ? Object.keys(ODD).map((path) => `<item><link>${this.origins[0]}${path}</link></item>`) : [];
    return `<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>${NAMES[outlet]}</title><link>${this.origins[outlet]}/</link>${[...odd, ...items].join('\n')}</channel></rss>`;
  }

  /** A digest of all outlets, every third article of each, under other addresses. */
  #digest(): string {
    const some = [...this.#articles.values()].filter(({ n }) => n % 3 === 0);
    const entries = some.map(
      ({
        n,
        at,
      }) => `<entry><id>urn:a:${n}</id><title>Harbour ${n} ships grain</title><published>${at.toISOString()}</published>
<link href="${this.addressOf(n)}?fbclid=x${n}#top"/><source><title>${NAMES[n % NAMES.length]}</title></source></entry>`,
    );
    return `<feed xmlns="http://www.w3.org/2005/Atom"><title>Valley Digest</title>${entries.join('\n')}</feed>`;
  }

  /** Sends a body, or only that it is the same as before. */
  #send(request: IncomingMessage, response: ServerResponse, type: string, body: string): boolean {
    const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
    const isSame = request.headers['if-none-match'] === etag;
    response.writeHead(isSame ? 304 : 200, { 'content-type': type, etag }).end(isSame ? undefined : body);
    if (isSame) this.unchanged++;
    return !isSame;
  }

  async #answer(outlet: number, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url!.split('?')[0]!;
    this.#asked++;
    if (path === '/robots.txt') {
      response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nDisallow: /private/\n');
    } else if (path === '/feed.xml' || path === '/digest.atom') {
      if (this.#asked % 13 === 0) response.writeHead(500).end();
      else if (path === '/feed.xml') this.#send(request, response, 'application/rss+xml', this.#list(outlet));
      else this.#send(request, response, 'application/atom+xml', this.#digest());
    } else if (path === '/shell') {
      response
        .writeHead(200, html)
        .end('<html><head><script src="/app.js"></script></head><body><div id="root"></div></body></html>');
    } else if (path === '/photo.jpg') {
      response.writeHead(200, { 'content-type': 'image/jpeg' }).end('a picture');
    } else await this.#answerArticle(path, request, response);
  }

  async #answerArticle(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const article = this.#articles.get(Number(/^\/(?:news|r)\/(\d+)/.exec(path)?.[1] ?? -1));
    if (!article) {
      response.writeHead(404, html).end();
      return;
    }
    const { n, version } = article;
    if (path.startsWith('/r/')) {
      response.writeHead(301, { location: `/news/${n}.html` }).end();
      return;
    }
    const isFirst = !this.#failed.has(path);
    this.#failed.add(path);
    if (isFirst && n % 37 === 3) response.writeHead(500).end();
    else if (isFirst && n % 53 === 5) response.writeHead(429, { 'retry-after': '1' }).end();
    else {
      if (n % 13 === 4) await wait(300);
      if (this.#send(request, response, html['content-type'], pageOf(n, version, this.addressOf(n)))) this.sent++;
    }
  }
}
