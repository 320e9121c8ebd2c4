import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { sendPlainPage } from './problems.ts';

/** The addresses that the built pages answer themselves, in the browser. */
const pageRoutes = ['/', '/articles/:key', '/speakers', '/speakers/:key', '/sources', '/search', '/refusals'];

/**
 * Serves the built pages.
 * @param webRoot The folder of the build, with its `index.html`; files under `assets` carry a hash of their content in
 *   their name and are kept by browsers for good. While there is no build, every page says how to make one.
 */
export async function addPages(app: FastifyInstance, webRoot: string): Promise<void> {
  const assets = join(webRoot, 'assets') + sep;
  await app.register(fastifyStatic, {
    root: webRoot,
    index: false,
    dotfiles: 'ignore',
    cacheControl: false,
    suppressWarning: true,
    setHeaders: (reply, path) =>
      reply.header('cache-control', path.startsWith(assets) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  for (const url of pageRoutes) {
    app.get(url, { schema: { hide: true } }, (_request, reply) => {
      if (existsSync(join(webRoot, 'index.html'))) return reply.sendFile('index.html');
      return sendPlainPage(
        reply,
        503,
        'The pages are not built yet',
        'Run "npm run build:web" in the folder of Onrecord and load this page again. The API under /api works without them.',
      );
    });
  }
}
