import type { CaptureOutcome, SentPage } from '../../src/server/captures-schemas.ts';
import type { Problem } from '../../src/server/schemas.ts';

/** The secret that this page was served with, which every page that is added must come with; null where none is taken. */
export const token = (): string | null =>
  document.querySelector<HTMLMetaElement>('meta[name="onrecord-token"]')?.content ?? null;

/** Adds a page to the record. @throws Error, in words for people, when the server did not take it */
export async function sendPage(page: SentPage): Promise<CaptureOutcome> {
  const response = await fetch('/api/captures', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-onrecord-token': token() ?? '' },
    body: JSON.stringify(page),
  }).catch(() => {
    throw new Error('The server does not answer. Start it again with "onrecord serve --accept-pages", then try again.');
  });
  if (response.ok) return response.json();
  const { error } = (await response.json().catch(() => ({}))) as Partial<Problem>;
  throw new Error(error ?? `The server answered with status ${response.status}.`);
}
