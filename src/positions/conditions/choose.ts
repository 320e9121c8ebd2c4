import type { ConditionStatus, Stance } from '../../model.ts';
import { plain } from '../lexicon/phrases.ts';
import type { Reading } from '../reading.ts';
import type { Composed } from '../stance/composed.ts';
import type { LinearScorer } from '../stance/scorer.ts';
import { type Candidate, conditionCandidates } from './candidates.ts';
import { conditionFeatures } from './features.ts';

/** The clause that a stance hangs on. */
export interface Condition {
  readonly candidate: Candidate;
  readonly status: ConditionStatus;
}

/** The place of "is a condition" among the scorer's classes. */
const YES = 1;
/** Of several conditions the longest counts, by the guide that the labels follow; a word more is worth so much. */
export const LENGTH_COUNTS = 3;

/** Finds the condition of an attribution; null when it has none. */
export function conditionOf(
  reading: Reading,
  composed: Composed,
  stance: Stance,
  scorer: LinearScorer,
): Condition | null {
  const isRefusal = stance === 'rejects' || composed.stance === 'rejects';
  let best: Candidate | null = null;
  let most = -Infinity;
  for (const candidate of conditionCandidates(reading)) {
    const { best: chosen, chance } = scorer.choose(conditionFeatures(reading, candidate, composed));
    if (chosen !== YES && !(isRefusal && lasts(reading, candidate))) continue;
    const odds = chosen === YES ? Math.log(chance / (1 - chance + 1e-9)) : 0;
    const worth = odds + LENGTH_COUNTS * Math.log(candidate.range[1] - candidate.range[0]);
    if (worth <= most) continue;
    most = worth;
    best = candidate;
  }
  return best && { candidate: best, status: statusOf(reading, best) };
}

/** "would not talk while they hold the dam": what is refused during something that lasts hangs on it. */
function lasts({ document: { tokens } }: Reading, { marker, words, range, inContent }: Candidate): boolean {
  if (marker !== 'while' || !inContent) return false;
  const verb = tokens.slice(words[1], range[1]).find(({ pos }) => pos === 'VERB' || pos === 'AUX');
  return verb !== undefined && !/(?:ing|ed)$/.test(verb.form) && !/^(?:was|were|had|did)$/.test(plain(verb.form));
}

const UNREAL = /^(?:were|had|was|did|could)$/;

/**
 * Whether a condition is in force. `hypothetical` where its verb or the main clause's is unreal ("were", "would have");
 * `denied` where its marker takes it back ("with or without", "even if", "no matter").
 */
function statusOf({ document: { tokens }, around }: Reading, { marker, words, range }: Candidate): ConditionStatus {
  if (marker === 'even if' || marker === 'with or without') return 'denied';
  const clause = tokens.slice(words[0], range[1]);
  const verb = clause.find(({ pos }, i) => i > 0 && (pos === 'AUX' || pos === 'VERB'));
  const unreal = verb !== undefined && (UNREAL.test(plain(verb.form)) || /ed$/.test(verb.form));
  const asks = /if$|inverted|in case|provided/.test(marker);
  const main = [...tokens.slice(around[0], range[0]), ...tokens.slice(range[1], around[1])];
  const would = main.some(({ form }) => /^(?:would|'d|could|might)$/.test(plain(form)));
  return asks && unreal && would ? 'hypothetical' : 'in force';
}
