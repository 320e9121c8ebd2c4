import { createHash } from 'node:crypto';
import type { Article, Speaker, SpeakerKind } from '../model.ts';
import { foldName } from './fold.ts';

/** SHA-256 of bytes, or of a string in UTF-8, in lower-case hexadecimal. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/**
 * What an article is, in one digest: the same for the same words by the same outlet at the same address, different as
 * soon as one of them is. Its first digits are the article's key.
 */
export function articleDigest({ url, id, outlet, title, published, text }: Article): string {
  // JSON writes lone surrogates as escapes, so that texts that differ only in them do not come out the same.
  return sha256(JSON.stringify([url ?? id, outlet, title, published, text]));
}

/** Kinds that a name tells apart across articles; "an official" of one article is not that of another. */
export const NAMED_KINDS: ReadonlySet<SpeakerKind> = new Set(['person', 'organization', 'group', 'document']);

/** Who a speaker is, in one digest: kind and folded name and, for those without a name, the article as well. */
export function speakerDigest({ kind, name }: Speaker, article: string): string {
  return sha256(JSON.stringify([kind, foldName(name), NAMED_KINDS.has(kind) ? null : article]));
}

/**
 * The key for a digest: its first 12 digits or, where another thing has those, as many more as it takes.
 *
 * @param taken whether a key is in use already.
 */
export function keyFor(digest: string, taken: (key: string) => boolean): string {
  for (let length = 12; length < digest.length; length += 4) {
    const key = digest.slice(0, length);
    if (!taken(key)) return key;
  }
  return digest;
}
