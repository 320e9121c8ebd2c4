import type { ServerOptions } from '../server/index.ts';
import { forPeople } from './errors.ts';

/**
 * Serves a record until the program is told to end (SIGINT, SIGTERM), and checks drafts against it.
 * @param path the record's, which is opened once more for that and for what takes long
 * @param ready called with the address as soon as it answers.
 * @throws CommandError when it cannot listen.
 */
export async function serveUntilStopped(
  path: string,
  options: Omit<ServerOptions, 'check' | 'path'>,
  ready: (url: string) => void | Promise<void>,
): Promise<void> {
  const { startServer } = await import('../server/index.ts');
  const { createChecker } = await import('../pipeline/index.ts');
  const checker = createChecker({ record: path });
  const server = await forPeople(() => startServer({ ...options, path, check: checker.check }));
  const stopped = new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve()).once('SIGTERM', () => resolve());
  });
  await ready(server.url);
  await stopped;
  // Nobody waits for a draft that is being checked.
  await Promise.all([server.close(), checker.close()]);
}
