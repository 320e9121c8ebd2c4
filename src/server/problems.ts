import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { setSecurityHeaders } from './security.ts';

/** What zod says of one parameter, as Fastify hands it on. */
interface ZodIssue {
  readonly instancePath?: string;
  readonly keyword?: string;
  readonly message?: string;
  readonly params?: { readonly keys?: readonly string[] };
}

const quoted = (text: string) => `"${text.length > 80 ? `${text.slice(0, 80)}…` : text}"`;

function sentence(issue: ZodIssue, what: 'parameter' | 'field'): string {
  if (issue.keyword === 'unrecognized_keys') {
    const names = (issue.params?.keys ?? []).map(quoted).join(', ');
    return `This address takes no ${what} called ${names}: see /api/openapi.json.`;
  }
  const name = issue.instancePath?.slice(1);
  return name ? `The ${what} "${name}" must be ${issue.message}.` : `What is sent must be ${issue.message}.`;
}

/** What the record says of a request, as a sentence. */
export const asSentence = (reason: string): string => {
  const sentence = reason.charAt(0).toUpperCase() + reason.slice(1);
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
};

/** The sentence for an unknown key. */
export function noSuch(what: string, key: string, list: string): { error: string } {
  return { error: `The record has no ${what} with the key ${quoted(key)}: the keys are listed at ${list}.` };
}

/** Answers in JSON with one sentence for a person; what only the server's log should hold stays there. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  setSecurityHeaders(reply);
  if (error.validation) {
    const what = error.validationContext === 'body' ? 'field' : 'parameter';
    return reply
      .code(400)
      .send({ error: error.validation.map((issue) => sentence(issue as ZodIssue, what)).join(' ') });
  }
  if (error.code === 'FST_ERR_BAD_URL') {
    return reply.code(400).send({ error: 'The address is not well formed: check its percent signs.' });
  }
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return reply.code(error.statusCode).send({ error: error.message });
  }
  request.log.error({ err: error, url: request.url }, 'request failed');
  return reply.code(500).send({ error: 'The record could not be read: the log of the server says why.' });
}

/** Unknown addresses: JSON under /api, a plain page elsewhere; a method other than GET is named as such. */
export function answerUnknown(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      const error = `${request.method} is not possible: the record is only read here, with GET.`;
      return reply.code(405).header('allow', 'GET, HEAD').send({ error });
    }
    if (request.url === '/api' || request.url.startsWith('/api/')) {
      return reply
        .code(404)
        .send({ error: 'There is nothing at this address: see /api/openapi.json for what there is.' });
    }
    return sendPlainPage(reply, 404, 'Not found', 'There is nothing at this address.');
  });
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, (mark) => escapes[mark]!);

/** A page without styles or scripts, for what the built pages cannot say themselves. */
export function sendPlainPage(reply: FastifyReply, status: number, title: string, words: string): FastifyReply {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
        `<title>${escaped(title)} – Onrecord</title><h1>${escaped(title)}</h1><p>${escaped(words)}</p>` +
        `<p><a href="/">The record</a></p></html>`,
    );
}

/** Whether an error says in words for people what was wrong with what was asked; any other is a fault of the program. */
export const isForPeople = (error: unknown): error is Error => error instanceof Error && error.name === 'Error';
