import type { Identifier } from '../../model.ts';
import { genderCalled, identify } from './identify.ts';
import { keysOf, MOST_CANDIDATES } from './keys.ts';

/** The stage as a record takes it, which knows no stage: handed to it when it is opened for writing. */
export const identifier: Identifier = { keysOf, identify, genderCalled, mostCandidates: MOST_CANDIDATES };
