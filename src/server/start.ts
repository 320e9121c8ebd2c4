import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { RecordStore } from '../store/index.ts';
import { addApi } from './api.ts';
import { createApp } from './app.ts';
import { createAside } from './aside/index.ts';
import { type Accept, addCaptures } from './captures-api.ts';
import { addCheck, type Check } from './check-api.ts';
import { addCorrections, type Correct } from './corrections-api.ts';
import { type Accepted, addPages } from './pages.ts';
import { isLoopback, namesAddress, namesLoopback, newToken, setSecurityHeaders } from './security.ts';
import { addSources, type WatchMore } from './sources-api.ts';

/** What is served, and where. */
export interface ServerOptions {
  /** What is served; the caller keeps it open while the server runs, and closes it. */
  readonly record: RecordStore;
  /** The path of its file: what takes long is then answered by threads that open it too, and holds up nobody else. */
  readonly path?: string;
  /** 0 takes any free port. */
  readonly port?: number;
  /** The address to listen on. Any but a loopback address lets other machines read the record, and add to it with `accept` and `watchMore`. */
  readonly host?: string;
  /** Adds a page that a browser hands over to the record. Without it the server only reads. */
  readonly accept?: Accept;
  /** Corrects the record as a page of this server asks. Without it nothing is corrected. Only for a loopback address. */
  readonly correct?: Correct;
  /** Adds to what is watched. Without it nothing is added. */
  readonly watchMore?: WatchMore;
  /** Checks drafts against the record. Without it the page of the check says that there is none. */
  readonly check?: Check;
  /** The folder of the record's issues; there are none when left out. */
  readonly issues?: string | undefined;
  /** The folder of the built pages; the package's own when left out. */
  readonly webRoot?: string;
}

/** A server that answers. */
export interface RunningServer {
  /** Where it answers, without a slash at the end. */
  readonly url: string;
  /** Stops listening; resolves when the requests at hand are answered. The record stays open. */
  close(): Promise<void>;
}

/** The build of the pages, as seen from `src/server` and from `dist/server` alike. */
const builtPages = fileURLToPath(new URL('../../dist/web', import.meta.url));

function guardHost(app: FastifyInstance, host: string, accepts: boolean): void {
  app.addHook('onRequest', async (request, reply) => {
    setSecurityHeaders(reply);
    if (isLoopback(host) && !namesLoopback(request, host)) {
      const error = 'This server answers only to names of this machine: open it as http://localhost with its port.';
      return reply.code(421).send({ error });
    }
    if (accepts && !namesAddress(request)) {
      const error =
        'This server takes what its pages send, and so answers to no name: open it by the address of its machine in figures.';
      return reply.code(421).send({ error });
    }
  });
}

const notForOthers = (host: string): string =>
  `Corrections are taken on this machine alone, since the log gives them all one name: leave out the host ${host}, or what takes corrections.`;

function forPeople(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const at = `port ${port} of ${host}`;
  const reasons: Record<string, string> = {
    EADDRINUSE: `Another program already uses ${at}: stop it, or choose another port.`,
    EACCES: `This account may not listen on ${at}: choose a port above 1023.`,
    EADDRNOTAVAIL: `This machine has no address ${host} to listen on: 127.0.0.1 serves this machine alone.`,
    ENOTFOUND: `The host name ${host} is not known: 127.0.0.1 serves this machine alone.`,
  };
  const reason = reasons[error.code ?? ''] ?? `The server could not listen on ${at}: ${error.message}`;
  return new Error(reason, { cause: error });
}

/**
 * Serves a record: its HTTP API under `/api`, described at `/api/openapi.json`, and its pages.
 * Only reads, unless it is given what adds or corrects. Writes warnings and errors to standard error, and nothing else.
 * @throws An Error for people when it cannot listen, or would let other machines correct in one person's name.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { record, path, port = 4311, host = '127.0.0.1', webRoot = builtPages, issues = null } = options;
  const { accept, correct, watchMore, check } = options;
  if (correct && !isLoopback(host)) throw new Error(notForOthers(host));
  const given = { pages: accept, corrections: correct, sources: watchMore };
  const accepted = (Object.keys(given) as Accepted[]).filter((what) => given[what] !== undefined);
  const token = newToken();
  const app = await createApp();
  guardHost(app, host, accepted.length > 0);
  const prefix = { prefix: '/api' };
  const aside = path === undefined ? null : createAside({ record: path, issues });
  await app.register(async (api) => {
    aside?.serve(api, record);
    addApi(api, record, issues);
  }, prefix);
  if (accept) await app.register(async (api) => addCaptures(api, accept, token), prefix);
  if (correct) await app.register(async (api) => addCorrections(api, correct, token), prefix);
  if (watchMore) await app.register(async (api) => addSources(api, watchMore, token), prefix);
  if (check) await app.register(async (api) => addCheck(api, check), prefix);
  const close = async () => {
    await app.close();
    await aside?.close();
  };
  await addPages(app, webRoot, accepted.length > 0 ? { token, accepted } : null);
  try {
    const url = await app.listen({ port, host });
    return { url, close };
  } catch (error) {
    await close();
    throw forPeople(error as NodeJS.ErrnoException, host, port);
  }
}
