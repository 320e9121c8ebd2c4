import type { LinkSettings } from '../settings.ts';
import type { Evidence } from './evidence.ts';

/** Whether two occurrences are one utterance: how sure, 0 to 1, and why. */
export interface Verdict {
  readonly confidence: number;
  /** In words for people. */
  readonly reason: string;
}

/** One way in which two occurrences show that they are one utterance. */
interface Ground {
  readonly confidence: number;
  readonly holds: (evidence: Evidence, near: boolean) => boolean;
  readonly reason: (evidence: Evidence) => string;
}

const words = (count: number): string => (count === 1 ? '1 word' : `${count} words`);
const percent = (part: number): string => `${Math.round(part * 100)}%`;
const whose = ({ speakers }: Evidence): string =>
  speakers === 'same' ? 'the same speaker' : speakers === 'may be one' ? 'perhaps the same speaker' : 'other speakers';
const inARow = (evidence: Evidence): string => `${words(evidence.run)} in a row are the same, ${whose(evidence)}`;

/**
 * So much must the longest common run be worth: a long word counts about one, a word of everyday speech a half or less. What is
 * said on another occasion, or by somebody who is perhaps another, needs more: stock lines are said again and again.
 */
function runNeeded({ speakers }: Evidence, near: boolean): number {
  if (speakers === 'same') return near ? 1.7 : 4;
  return near ? 3 : 4.5;
}

/** Words of whatever sort that hardly stand together as one quotation twice within days. */
const WHOLE_QUOTATION = 5;

/** Words of a reporter, fewer than these, are a name or a phrase that many sentences have. */
const REPORTED_WORDS = 6;

/** So much must a quotation be worth that stands in the other as a whole. */
function wholeNeeded({ speakers }: Evidence, near: boolean): number {
  if (speakers === 'same') return near ? 1.5 : 4;
  return near ? 3 : 4.5;
}

/** The grounds, the surest first; the first that holds is given. */
const GROUNDS: readonly Ground[] = [
  {
    confidence: 0.97,
    holds: (e, near) =>
      e.speakers !== 'different' &&
      e.ofLonger > 0.95 &&
      e.pivots &&
      e.runWorth >= runNeeded(e, near) &&
      (e.quoted > 0 || e.length >= REPORTED_WORDS),
    reason: (e) => `the same words, ${whose(e)}`,
  },
  {
    confidence: 0.93,
    holds: (e, near) =>
      e.speakers !== 'different' &&
      e.runOfShorter > 0.85 &&
      e.runWorth >= runNeeded(e, near) &&
      (e.quoted === 2 || (e.quoted === 1 && near && e.pivots && e.length >= REPORTED_WORDS)),
    reason: (e) => `nearly all words of one are in the other, ${inARow(e)}`,
  },
  {
    confidence: 0.9,
    holds: (e, near) =>
      e.speakers !== 'different' &&
      e.quoted === 2 &&
      e.whole >= WHOLE_QUOTATION &&
      e.wholeWorth >= wholeNeeded(e, near),
    reason: (e) => `a whole quotation of ${words(e.whole)} of one is in the other, ${whose(e)}`,
  },
  {
    confidence: 0.9,
    holds: (e, near) =>
      e.speakers === 'same' && (e.quoted > 0 || e.pivots) && e.run >= (near ? 8 : 9) && e.runWorth >= (near ? 4 : 5.5),
    reason: inARow,
  },
  {
    confidence: 0.85,
    holds: (e, near) =>
      e.speakers === 'may be one' && e.quoted > 0 && e.run >= (near ? 8 : 10) && e.runWorth >= (near ? 4.5 : 6),
    reason: inARow,
  },
  {
    confidence: 0.8,
    holds: (e, near) =>
      e.speakers === 'same' &&
      e.quoted > 0 &&
      e.run >= 5 &&
      e.ofShorter >= (near ? 0.65 : 0.75) &&
      e.runsWorth >= (near ? 4 : 5.5),
    reason: (e) => `${percent(e.ofShorter)} of the words of one are in the other, ${inARow(e)}`,
  },
  {
    confidence: 0.78,
    holds: (e, near) =>
      e.speakers === 'same' &&
      near &&
      e.quoted === 2 &&
      ((e.ofLonger >= 0.7 && e.ofShorter >= 0.75 && e.telling >= 3 && e.shared >= 6) ||
        (e.ofShorter >= 0.8 && e.telling >= 4 && e.runsWorth >= 3)),
    reason: (e) => `${percent(e.ofShorter)} of the words of one are in the other, ${whose(e)}, at about the same time`,
  },
  {
    confidence: 0.75,
    holds: (e, near) =>
      e.speakers !== 'different' &&
      (e.quoted === 2 || (e.quoted === 1 && e.pivots)) &&
      e.ofShorter >= 0.85 &&
      e.telling >= (near && e.speakers === 'same' ? 5 : 6),
    reason: (e) => `${percent(e.ofShorter)} of the words of one are in the other, in another order, ${whose(e)}`,
  },
  {
    confidence: 0.7,
    holds: (e) =>
      e.speakers === 'different' &&
      !e.oneArticle &&
      e.quoted > 0 &&
      ((e.run >= 7 && e.runsWorth >= 6 && e.ofShorter >= 0.85) || (e.run >= 9 && e.runWorth >= 6 && e.runsWorth >= 8)),
    reason: inARow,
  },
  {
    confidence: 0.65,
    holds: (e, near) =>
      e.speakers === 'same' &&
      near &&
      e.quoted < 2 &&
      e.pivots &&
      e.ofShorter >= (e.oneArticle ? 0.8 : 0.65) &&
      e.telling >= 4 &&
      e.ofLonger >= 0.4,
    reason: (e) => `indirect speech with ${percent(e.ofShorter)} of the words, ${whose(e)}, at about the same time`,
  },
];

/** Joins when both articles give other words of the speaker alike: then they report one occasion. */
const BESIDE_OTHERS: Ground = {
  confidence: 0.6,
  holds: (e) => e.speakers === 'same' && e.pivots && e.ofShorter >= 0.45 && e.telling >= 3 && e.ofLonger >= 0.3,
  reason: (e) =>
    `${percent(e.ofShorter)} of the words, ${whose(e)}, and the two articles have other statements of that speaker in common`,
};

/**
 * Decides whether two occurrences are one utterance. What changed between them does not matter here: an altered quotation
 * is the same utterance, altered.
 *
 * @param beside how many other statements of the speaker the two articles have in common
 */
export function decide(evidence: Evidence, beside: number, { occasion, least }: LinkSettings): Verdict | null {
  const near = evidence.oneArticle || evidence.days === null || evidence.days <= occasion;
  const grounds = beside >= 2 ? [...GROUNDS, BESIDE_OTHERS] : GROUNDS;
  const ground = grounds.find(({ confidence, holds }) => confidence >= least && holds(evidence, near));
  return ground ? { confidence: ground.confidence, reason: ground.reason(evidence) } : null;
}
