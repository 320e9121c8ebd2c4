import type { AnalyzedArticle, Identifier, Keys, Newcomer, Speaker } from '../../model.ts';
import { foldName } from '../fold.ts';
import { nameDigest, namesakeDigest } from '../keys.ts';
import { betterSpelling, oneLine } from './names.ts';

/** A speaker that an article brings, before it is known who that is in the record. */
export interface Arrival {
  readonly newcomer: Newcomer;
  readonly keys: Keys;
  /** What the first speaker of this name has for its digest. */
  readonly digest: string;
  /** What it has for its digest when it is none of those who have this name. */
  readonly namesake: string;
}

/** What tells one speaker of an article from another: the kind, and the name whatever its case and accents. */
export const sameInArticle = ({ kind, name }: Pick<Speaker, 'kind' | 'name'>): string =>
  JSON.stringify([kind, foldName(name)]);

/**
 * The speakers of an article, each once, in the order in which it quotes them, by `sameInArticle`; with the better of two
 * spellings, and the first role and courtesy title that the article gives.
 *
 * @param article its digest.
 */
export function arrivalsOf(
  identifier: Identifier,
  { attributions, outlet }: AnalyzedArticle,
  article: string,
): Map<string, Arrival> {
  const newcomers = new Map<string, Newcomer>();
  for (const { speaker } of attributions) {
    if (!speaker) continue;
    const same = sameInArticle(speaker);
    newcomers.set(same, joined(newcomers.get(same), speaker, outlet));
  }
  return new Map(
    [...newcomers].map(([same, newcomer]) => {
      const digest = nameDigest(identifier, newcomer, article)!;
      const keys = identifier.keysOf(newcomer);
      return [same, { newcomer, keys, digest, namesake: namesakeDigest(digest, article) }];
    }),
  );
}

function joined(before: Newcomer | undefined, speaker: Speaker, outlet: string | null): Newcomer {
  const name = oneLine(speaker.name);
  const courtesy = before?.courtesy ?? speaker.courtesy;
  return {
    name: before ? betterSpelling(before.name, name) : name,
    kind: speaker.kind,
    role: before?.role ?? (speaker.role === null ? null : oneLine(speaker.role)),
    outlet: outlet && oneLine(outlet),
    ...(courtesy !== undefined && { courtesy }),
  };
}
