import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of another site, with the headers it is served with. */
export interface OtherPage {
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Another site on this machine: of another origin, as any site is. */
export interface OtherSite {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves pages by their paths. */
export async function startOtherSite(pages: Readonly<Record<string, OtherPage>>): Promise<OtherSite> {
  const server = createServer(({ url }, response) => {
    const page = pages[url ?? ''];
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...page?.headers });
    response.end(page?.html);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
