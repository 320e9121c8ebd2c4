import { request } from 'node:http';
import type { RunningServer } from '../../src/server/index.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Record<string, unknown> & { error?: string };
}

/** Sends as a page of a server does, but for what is said otherwise; undefined leaves a header out. */
export type Send = (body: unknown, headers?: Record<string, string | undefined>) => Promise<Answer>;

/** The token that the pages of a server are served with. */
export async function tokenOf({ url }: RunningServer): Promise<string> {
  const html = await (await fetch(`${url}/review`)).text();
  return /<meta name="onrecord-token" content="([\w-]{43})" \/>/.exec(html)![1]!;
}

/** Sends to an address of a server what a page of it would send. */
export function senderTo(server: RunningServer, path: string, token: string): Send {
  const { hostname, port, origin } = new URL(server.url);
  const usual = { origin, 'content-type': 'application/json', 'x-onrecord-token': token };
  return (body, headers = {}) => {
    const all = Object.entries({ ...usual, ...headers }).filter(([, value]) => value !== undefined);
    return new Promise((resolve, reject) => {
      request({ hostname, port, path, method: 'POST', headers: Object.fromEntries(all) }, async (response) => {
        const text = (await response.setEncoding('utf8').toArray()).join('');
        resolve({ status: response.statusCode!, headers: response.headers, body: JSON.parse(text) });
      })
        .on('error', reject)
        .end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  };
}

/**
 * Ways in which what no page of a server sent gives itself away: the headers, the status and the words of the answer.
 * @param pages what is said of another origin: which pages may send
 */
export function notItsOwn(server: RunningServer, token: string, pages = /of this server alone/) {
  const { port } = new URL(server.url);
  const tries: readonly (readonly [Record<string, string | undefined>, number, RegExp])[] = [
    [{ origin: undefined }, 403, pages],
    [{ origin: 'null' }, 403, pages],
    [{ origin: 'https://evil.example' }, 403, pages],
    [{ origin: `https://127.0.0.1:${port}` }, 403, pages],
    [{ origin: `http://localhost:${port}` }, 403, pages],
    [{ origin: 'http://127.0.0.1:1' }, 403, pages],
    [{ host: `evil.example:${port}`, origin: `http://evil.example:${port}` }, 421, /names of this machine/],
    [{ 'x-onrecord-token': undefined }, 403, /load the page again/],
    [{ 'x-onrecord-token': '' }, 403, /load the page again/],
    [{ 'x-onrecord-token': token.slice(1) }, 403, /load the page again/],
    [{ 'x-onrecord-token': `${token.slice(0, -1)}!` }, 403, /load the page again/],
    [{ 'content-type': undefined }, 415, /application\/json/],
    [{ 'content-type': 'text/plain' }, 415, /application\/json/],
    [{ 'content-type': 'application/x-www-form-urlencoded' }, 415, /application\/json/],
    [{ 'content-type': 'application/jsonish' }, 415, /application\/json/],
  ];
  return tries;
}
