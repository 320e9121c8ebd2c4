/** A news site on the loopback, reached under any name. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import type { Resolve } from '../../../src/capture/fetch/index.ts';

export type Page = string | ((request: IncomingMessage, response: ServerResponse) => void);

export interface Site {
  /** An address of the site by a host's name. */
  at(path: string, host?: string): string;
  readonly resolve: Resolve;
  /** "host path" of each request, in order. */
  readonly asked: string[];
  /** How many requests were open at the same time, for each host and in all. */
  readonly most: Map<string, number>;
}

export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Page =>
  (_, response) =>
    response.writeHead(code, headers).end();

/** Starts a site; pages are by path, or by "host path" where a host has its own. Closed when the test is over. */
export async function startSite(t: TestContext, pages: Record<string, Page>): Promise<Site> {
  const asked: string[] = [];
  const [open, most] = [new Map<string, number>(), new Map<string, number>()];
  const count = (name: string, by: 1 | -1): void => {
    const now = (open.get(name) ?? 0) + by;
    open.set(name, now);
    most.set(name, Math.max(most.get(name) ?? 0, now));
  };
  const server = createServer((request, response) => {
    const host = request.headers.host!.replace(/:\d+$/, '');
    asked.push(`${host} ${request.url}`);
    for (const name of [host, 'all']) {
      count(name, 1);
      response.once('finish', () => count(name, -1));
    }
    const page = pages[`${host} ${request.url}`] ?? pages[request.url!] ?? status(404);
    if (typeof page === 'string') response.writeHead(200, { 'content-type': 'text/plain' }).end(page);
    else page(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    at: (path, host = 'paper.example') => `http://${host}:${port}${path}`,
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    asked,
    most,
  };
}
