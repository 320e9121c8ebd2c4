/** Speakers: who the source of each attribution refers to, within one article. */
import type { Speaker } from '../model.ts';
import type { Document } from '../text/index.ts';
import type { Attributed } from './items.ts';
import { rankerFor, type SpeakerWeights } from './ranker.ts';
import { type About, Resolver } from './resolve.ts';

export type { About, Attributed, SpeakerWeights };

export function resolveSpeakers(
  document: Document,
  attributions: readonly Attributed[],
  about: About,
  weights: SpeakerWeights,
): (Speaker | null)[] {
  return new Resolver(document, attributions, about, rankerFor(weights)).resolve();
}
