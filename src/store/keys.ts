import { createHash } from 'node:crypto';
import type { Article, Identifier, Speaker, SpeakerKind } from '../model.ts';
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

/** Kinds under which a speaker is looked for when a later version of Onrecord takes it for another. */
export const NAMED_KINDS: ReadonlySet<SpeakerKind> = new Set(['person', 'organization', 'group', 'document']);

/**
 * Who the first speaker of a name is, in one digest: kind and folded name and, for a name that means something in its own
 * article only ("Marlow", "a spokesman"), the article as well.
 *
 * @param article the digest of the article, null where none is known: then a name of one article has no digest.
 */
export function nameDigest(
  identifier: Identifier,
  { kind, name }: Pick<Speaker, 'kind' | 'name'>,
  article: string | null,
): string | null {
  const isWhole = identifier.keysOf({ kind, name }).held.length > 0;
  if (!isWhole && article === null) return null;
  return sha256(JSON.stringify([kind, foldName(name), isWhole ? null : article]));
}

/** Who a speaker is that an article brings and that is none of those who have its name: the article is mixed in. */
export function namesakeDigest(nameDigest: string, article: string): string {
  return sha256(JSON.stringify(['namesake', nameDigest, article]));
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
