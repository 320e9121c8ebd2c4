import type { ServerOptions } from '../server/index.ts';
import { forPeople } from './errors.ts';

/**
 * Serves a record until the program is told to end (SIGINT, SIGTERM).
 * @param ready called with the address as soon as it answers.
 * @throws CommandError when it cannot listen.
 */
export async function serveUntilStopped(
  options: ServerOptions,
  ready: (url: string) => void | Promise<void>,
): Promise<void> {
  const { startServer } = await import('../server/index.ts');
  const server = await forPeople(() => startServer(options));
  const stopped = new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve()).once('SIGTERM', () => resolve());
  });
  await ready(server.url);
  await stopped;
  await server.close();
}
