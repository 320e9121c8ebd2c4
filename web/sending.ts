import type { Problem } from '../src/server/schemas.ts';

/** What a server may take from its own pages. */
export type Accepted = 'pages' | 'corrections' | 'sources';

const said = (name: string): string | null =>
  document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? null;

/** Whether this server takes these. */
export function accepts(what: Accepted): boolean {
  return said('onrecord-accepts')?.split(' ').includes(what) ?? false;
}

/** The secret that this page was served with, which all that it sends must come with; null where nothing is taken. */
export const secret = (): string | null => said('onrecord-token');

/**
 * Sends something to the server.
 * @param option with which the server takes it, to be named where it does not answer
 * @throws Error, in words for people, when the server did not take it
 */
export async function send<T>(address: string, body: unknown, option: string): Promise<T> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-onrecord-token': secret() ?? '' },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new Error(`The server does not answer. Start it again with "onrecord serve ${option}", then try again.`);
  });
  if (response.ok) return response.json();
  const { error } = (await response.json().catch(() => ({}))) as Partial<Problem>;
  throw new Error(error ?? `The server answered with status ${response.status}.`);
}
