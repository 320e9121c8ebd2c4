/** An HTTP server on the loopback that speaks the format of Wikidata's API, and may be told to answer badly. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ITEMS } from './items.ts';

type Json = Record<string, unknown>;
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface WikidataServer {
  readonly url: string;
  /** Every request's parameters, in order. */
  readonly asked: URLSearchParams[];
  readonly userAgents: Set<string | undefined>;
  /** How many requests were being answered at once at most. */
  mostAtOnce: number;
  /** Answers given before all others, each once. */
  readonly first: Answer[];
  close(): Promise<void>;
}

export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    response
      .writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
      .end(JSON.stringify(body));

/** What MediaWiki answers while its databases lag: an error with status 200. */
export const lagging = json(
  { error: { code: 'maxlag', info: 'Waiting for db1234: 7.5 seconds lagged.', lag: 7.5, type: 'db' } },
  200,
  { 'retry-after': '7', 'x-database-lag': '7' },
);

const namesOf = (item: Json): string[] =>
  (['labels', 'aliases'] as const).flatMap((part) =>
    Object.entries(item[part] as Json)
      .filter(([language]) => language !== 'fr')
      .flatMap(([, texts]) => [texts].flat() as { value: string }[])
      .map(({ value }) => value),
  );

function search(params: URLSearchParams, items: readonly Json[]): Json {
  const begins = params.get('search')!.toLowerCase();
  const found = items.filter((item) => namesOf(item).some((name) => name.toLowerCase().startsWith(begins)));
  const limit = Number(params.get('limit'));
  return {
    searchinfo: { search: params.get('search') },
    search: found
      .slice(0, limit)
      .map(({ id }) => ({ id, title: id, repository: 'wikidata', match: { type: 'label' } })),
    ...(found.length > limit && { 'search-continue': limit }),
    success: 1,
  };
}

function entities(params: URLSearchParams, items: readonly Json[]): Json {
  const props = params.get('props')!.split('|');
  const languages = params.get('languages')!.split('|');
  const give = (id: string): Json => {
    const item = items.find((each) => each.id === id);
    if (!item) return { id, missing: '' };
    const given = Object.entries(item).filter(([key]) => ['id', 'type'].includes(key) || props.includes(key));
    const spoken = ['labels', 'descriptions', 'aliases'];
    return Object.fromEntries(
      given.map(([key, value]) => [
        key,
        spoken.includes(key)
          ? Object.fromEntries(Object.entries(value as Json).filter(([language]) => languages.includes(language)))
          : value,
      ]),
    );
  };
  return {
    entities: Object.fromEntries(
      params
        .get('ids')!
        .split('|')
        .map((id) => [id, give(id)]),
    ),
    success: 1,
  };
}

export async function startWikidata(items: readonly Json[] = ITEMS): Promise<WikidataServer> {
  let atOnce = 0;
  const state = {
    asked: [] as URLSearchParams[],
    userAgents: new Set<string | undefined>(),
    mostAtOnce: 0,
    first: [] as Answer[],
  };
  const server = createServer((request, response) => {
    state.mostAtOnce = Math.max(state.mostAtOnce, ++atOnce);
    response.on('close', () => atOnce--);
    const params = new URL(request.url!, 'http://x').searchParams;
    state.asked.push(params);
    state.userAgents.add(request.headers['user-agent']);
    const answer = state.first.shift();
    if (answer) answer(request, response);
    else if (params.get('action') === 'wbsearchentities') json(search(params, items))(request, response);
    else if (params.get('action') === 'wbgetentities') json(entities(params, items))(request, response);
    else json({ error: { code: 'badvalue', info: 'Unrecognized value for parameter "action".' } })(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    if (!server.listening) return;
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return Object.assign(state, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/w/api.php`, close });
}
