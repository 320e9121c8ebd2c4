import type { Grouper } from '../model.ts';
import type { Thresholds } from './cluster.ts';
import { type Background, Commonness } from './commonness.ts';
import { keysOf, profileOf, wordsOf } from './profile.ts';
import { leadOf, regroup, THRESHOLDS } from './regroup.ts';

/**
 * Tells which articles are on the same event, with the common words of a background.
 * @param thresholds how readily; the measured ones by default.
 */
export function createGrouper(background: Background, thresholds: Thresholds = THRESHOLDS): Grouper {
  const commonness = new Commonness(background);
  return {
    mostHolders: 40,
    mostStories: 12,
    mostMembers: 40,
    wordsOf,
    profileOf: (article, counts) => profileOf(article, commonness, counts),
    keysOf,
    regroup: (newcomer, known) => regroup(newcomer, known, thresholds),
    leadOf,
  };
}
