import type { CheckedDraft, SentDraft } from '../../src/server/check-schemas.ts';
import type { Problem } from '../../src/server/schemas.ts';

/** Has a draft checked. @throws Error, in words for people, when the server did not do it */
export async function sendDraft(draft: SentDraft): Promise<CheckedDraft> {
  const response = await fetch('/api/check', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(draft),
  }).catch(() => {
    throw new Error('The server does not answer. Start it again with "onrecord serve", then try again.');
  });
  if (response.ok) return response.json();
  const { error } = (await response.json().catch(() => ({}))) as Partial<Problem>;
  if (response.status === 405) throw new Error('This server checks no drafts: start it with "onrecord serve".');
  throw new Error(error ?? `The server answered with status ${response.status}.`);
}
