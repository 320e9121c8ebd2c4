import { fileURLToPath } from 'node:url';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import type { RecordStore } from '../store/index.ts';
import { addApi, describeApi } from './api.ts';
import { type Accept, addCaptures } from './captures-api.ts';
import { addPages } from './pages.ts';
import { answerError, answerUnknown } from './problems.ts';
import { isLoopback, namesAddress, namesLoopback, newToken, setSecurityHeaders } from './security.ts';

/** What is served, and where. */
export interface ServerOptions {
  /** What is served; the caller keeps it open while the server runs, and closes it. */
  readonly record: RecordStore;
  /** 0 takes any free port. */
  readonly port?: number;
  /** The address to listen on. Any but a loopback address lets other machines read the record, and add to it with `accept`. */
  readonly host?: string;
  /** Adds a page that a browser hands over to the record. Without it the server only reads. */
  readonly accept?: Accept;
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
        'This server accepts pages, and so answers to no name: open it by the address of its machine in figures.';
      return reply.code(421).send({ error });
    }
  });
}

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
 * Only reads, unless it accepts pages. Writes warnings and errors to standard error, and nothing else.
 * @throws An Error for people when it cannot listen.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { record, port = 4311, host = '127.0.0.1', webRoot = builtPages, accept } = options;
  const token = accept ? newToken() : null;
  const app = fastify({
    logger: { level: 'warn', stream: process.stderr },
    logController: new LogController({ disableRequestLogging: true }),
    requestTimeout: 30_000,
    bodyLimit: 1_024,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
    frameworkErrors: answerError,
  });
  guardHost(app, host, accept !== undefined);
  app.setErrorHandler(answerError);
  await describeApi(app);
  answerUnknown(app);
  await app.register(async (api) => addApi(api, record), { prefix: '/api' });
  if (accept && token) await app.register(async (api) => addCaptures(api, accept, token), { prefix: '/api' });
  await addPages(app, webRoot, token);
  try {
    const url = await app.listen({ port, host });
    return { url, close: () => app.close() };
  } catch (error) {
    await app.close();
    throw forPeople(error as NodeJS.ErrnoException, host, port);
  }
}
