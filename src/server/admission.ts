import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isOwnOrigin, isToken } from './security.ts';
import { createTurns, type Turns } from './turns.ts';

/** The header in which a page of this server sends the token that it was served with. */
const TOKEN_HEADER = 'x-onrecord-token';

/** Whom an address that takes something lets in, and what it says to the others, in words for people. */
export interface Admission {
  /** Must come with every request; it is served to this server's own pages alone. Null where nothing is changed. */
  readonly token: string | null;
  /** So many requests may be at hand, those that wait for their turn among them. */
  readonly places: number;
  readonly notOurs: string;
  readonly notJson: string;
  readonly tooMany: string;
}

const isJson = (request: FastifyRequest): boolean =>
  /^application\/json\s*(?:;|$)/i.test(request.headers['content-type'] ?? '');

/** Turns away what no page of this server sent, before any of its body is read. */
async function admit(
  request: FastifyRequest,
  reply: FastifyReply,
  { token, notOurs, notJson }: Admission,
): Promise<FastifyReply | undefined> {
  if (!isOwnOrigin(request)) return reply.code(403).send({ error: notOurs });
  if (token !== null && !isToken(request.headers[TOKEN_HEADER], token)) {
    const error = 'The server was started again since this page was loaded: load the page again, then try once more.';
    return reply.code(403).send({ error });
  }
  if (!isJson(request)) return reply.code(415).send({ error: notJson });
  return undefined;
}

/** Does the work of a request when all before it is done. */
export type InTurn = <T>(request: FastifyRequest, work: () => Promise<T>) => Promise<T>;

/**
 * Lets the addresses of `app` take something: from pages of this server alone, which hold the token, in JSON, and one at a
 * time. A request holds a place from its beginning until it is answered, or given up, and its work is done.
 */
export function guardPosts(app: FastifyInstance, admission: Admission): InTurn {
  const turns: Turns = createTurns(admission.places);
  const works = new WeakMap<FastifyRequest, Promise<unknown>>();
  app.addHook('onRequest', async (request, reply) => admit(request, reply, admission));
  app.addHook('onRequest', async (request, reply) => {
    const leave = turns.enter();
    if (!leave) return reply.code(503).header('retry-after', '5').send({ error: admission.tooMany });
    reply.raw.once('close', () => void Promise.allSettled([works.get(request)]).then(leave));
    return undefined;
  });
  return (request, work) => {
    const running = turns.run(work);
    works.set(request, running);
    return running;
  };
}
