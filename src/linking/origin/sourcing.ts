import type { Sourcing } from '../../model.ts';
import { creditsOf } from './credits.ts';
import { narrationOf } from './narration.ts';
import { LEAST_KEYS, MOST_COMPARED, MOST_HOLDERS } from './narrations.ts';
import { outletKey } from './outlet-names.ts';
import { pair } from './reprint.ts';

/** The stage as a record takes it, which knows no stage: handed to it when it is opened for writing. */
export const sourcing: Sourcing = {
  mostHolders: MOST_HOLDERS,
  mostCompared: MOST_COMPARED,
  leastKeys: LEAST_KEYS,
  outletKeyOf: outletKey,
  creditsOf,
  narrationOf,
  pair,
};
