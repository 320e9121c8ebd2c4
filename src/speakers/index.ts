/** Speakers: who the source of each attribution refers to, within one article; and which item of Wikidata a speaker is. */
import type { Attribution } from '../model.ts';
import type { Document } from '../text/index.ts';
import type { Attributed } from './items.ts';
import { rankerFor, type SpeakerWeights } from './ranker.ts';
import { type About, Resolver } from './resolve.ts';

export * from './identity/index.ts';
export {
  linkToWikidata,
  type NoWikidataLink,
  type SpeakerToLink,
  type WikidataLink,
  wikidataSearches,
} from './wikidata/index.ts';
export type { About, Attributed, SpeakerWeights };

/** Who speaks in an attribution. */
export interface Resolved extends Pick<Attribution, 'speaker' | 'unresolved' | 'anonymity'> {
  /** How likely `speaker` is right, null included: 0 to 1, calibrated on articles marked by hand. */
  readonly confidence: number;
}

/**
 * Resolves who speaks in each attribution of one article.
 *
 * Names are joined into chains (surnames, titles, acronyms and short forms to the fullest name that the text gives), and
 * pronouns, noun phrases and missing sources are decided among the article's persons, organizations and groups by a
 * conditional logit over hand-made features, in the order of the text.
 *
 * @param document the article's text as tokens
 * @param attributions spans of source, cue and content in UTF-16 code units; a source may be empty. Spans outside the
 *   text are taken as empty.
 * @param about the title helps to find out who is meant; the byline names the author of "I" and "we"
 * @param weights `models/speakers.json`, learnt by `training/train-speakers.ts`
 * @returns for each attribution, in the order given, its speaker with how sure that is, or null and why. A person's
 *   `name` stands in the text letter by letter, without titles; several named ones are joined by "; " and speak as a
 *   group, each among its `members`; those without a name keep the words used, with the names of those they belong to
 *   written out, and where the article says why it does not name them. The kind is never `unknown`: that is null.
 */
export function resolveSpeakers(
  document: Document,
  attributions: readonly Attributed[],
  about: About,
  weights: SpeakerWeights,
): Resolved[] {
  const ranker = rankerFor(weights);
  return new Resolver(document, attributions, about, ranker)
    .resolve()
    .map(({ speaker, basis, unresolved, anonymity }) => ({
      speaker,
      confidence: Math.round(1000 * ranker.confidence(basis)) / 1000,
      unresolved,
      anonymity,
    }));
}
