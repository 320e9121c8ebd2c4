import type { CaptureOutcome, SentPage } from '../../src/server/captures-schemas.ts';
import { accepts, secret, send } from '../sending.ts';

/** The secret that every page that is added must come with; null where none is taken. */
export const token = (): string | null => (accepts('pages') ? secret() : null);

/** Adds a page to the record. @throws Error, in words for people, when the server did not take it */
export const sendPage = (page: SentPage): Promise<CaptureOutcome> => send('/api/captures', page, '--accept-pages');
