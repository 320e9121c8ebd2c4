import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { sendPlainPage } from './problems.ts';

/** Where a browser hands over the page it shows. */
const CAPTURE_PAGE = '/capture';

/** The addresses that the built pages answer themselves, in the browser. */
const pageRoutes = [
  '/',
  '/articles/:key',
  '/stories',
  '/stories/:key',
  '/statements',
  '/statements/:key',
  '/speakers',
  '/speakers/:key',
  '/sources',
  '/issues',
  '/issues/:name',
  '/search',
  '/refusals',
  '/review',
  '/corrections',
  '/watching',
  '/check',
  CAPTURE_PAGE,
];

/** What a server takes from its own pages. */
export type Accepted = 'pages' | 'corrections' | 'sources';

/** What pages need to send something: the secret, and what is taken. */
export interface Acceptance {
  readonly token: string;
  readonly accepted: readonly Accepted[];
}

/** Sends the page with the token in it, which no other origin can read; nothing keeps it. */
async function sendWithToken(
  reply: FastifyReply,
  file: string,
  { token, accepted }: Acceptance,
): Promise<FastifyReply> {
  const html = await readFile(file, 'utf8');
  const meta =
    `<meta name="onrecord-token" content="${token}" />` +
    `<meta name="onrecord-accepts" content="${accepted.join(' ')}" />`;
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(html.replace('</head>', `${meta}</head>`));
}

/**
 * Serves the built pages.
 * @param webRoot The folder of the build, with its `index.html`; files under `assets` carry a hash of their content in
 *   their name and are kept by browsers for good. While there is no build, every page says how to make one.
 * @param acceptance What pages must send with what they add or change; null where the server only reads.
 */
export async function addPages(app: FastifyInstance, webRoot: string, acceptance: Acceptance | null): Promise<void> {
  const assets = join(webRoot, 'assets') + sep;
  const index = join(webRoot, 'index.html');
  await app.register(fastifyStatic, {
    root: webRoot,
    index: false,
    dotfiles: 'ignore',
    cacheControl: false,
    // As brotli or gzip where the build has written the file so: see web/compressed.ts.
    preCompressed: true,
    suppressWarning: true,
    setHeaders: (reply, path) =>
      reply.header('cache-control', path.startsWith(assets) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  for (const url of pageRoutes) {
    app.get(url, { schema: { hide: true } }, (_request, reply) => {
      if (!existsSync(index)) {
        return sendPlainPage(
          reply,
          503,
          'The pages are not built yet',
          'Run "npm run build:web" in the folder of Onrecord and load this page again. The API under /api works without them.',
        );
      }
      if (acceptance === null) return reply.sendFile('index.html');
      // The page that opened this one hands itself over: they must be able to speak to each other.
      if (url === CAPTURE_PAGE && acceptance.accepted.includes('pages')) {
        reply.header('cross-origin-opener-policy', 'unsafe-none');
      }
      return sendWithToken(reply, index, acceptance);
    });
  }
}
