/** Fetching for those who watch, loaded when it is wanted: files need none of it. */
import type { Polite, PoliteOptions } from './fetch/index.ts';

/**
 * Opens what asks many addresses politely: see `Polite`.
 *
 * @throws Refused 'refused' for a contact that is neither an e-mail address nor a web page
 */
export async function openPolite(options: PoliteOptions = {}): Promise<Polite> {
  const { Polite } = await import('./fetch/index.ts');
  return new Polite(options);
}
