/** What a speaker holds: the stance that one attribution gives, and on what condition. */
import type { Span } from './span.ts';

/**
 * The source's stance towards what the content is about. `accepts`: agrees to it, supports it, is open to it; `rejects`:
 * refuses or opposes it; `demands`: calls for it, insists that it must be; `offers`: proposes, promises or plans to do it;
 * `denies`: says that something alleged is not so; `states`: everything else.
 */
export type Stance = 'accepts' | 'rejects' | 'demands' | 'offers' | 'denies' | 'states';

/**
 * How a condition is given. `in force`: the stance hangs on it now ("not while troops remain"); `hypothetical`: it speaks
 * of a case that is not at hand ("if they were to attack, we would"); `denied`: the words say that there is no such
 * condition ("with or without a deal", "even if", "not unless" stays in force).
 */
export type ConditionStatus = 'in force' | 'hypothetical' | 'denied';

/** `negative` when an odd number of negations governs what is said ("will not talk"); double negation is positive. */
export type Polarity = 'positive' | 'negative';

/** What the main verb's auxiliary says: duty ("must", "should"), ability or leave ("can"), chance ("may"), will ("will"). */
export type Modality = 'duty' | 'ability' | 'chance' | 'will';

/** The time that the main clause of the content speaks of. */
export type TimeSpoken = 'past' | 'present' | 'future';

/** Which of the labels an evidence span gave. */
export type StanceLabel = 'stance' | 'condition' | 'polarity' | 'modality' | 'hedge' | 'time';

/** Words of the article that gave a label: `text.slice(span[0], span[1])`. */
export interface StanceEvidence {
  readonly label: StanceLabel;
  readonly span: Span;
}

/** What one attribution says of its source's stance. Spans are UTF-16 offsets into the article's text. */
export interface StanceFound {
  readonly stance: Stance;
  /** The words for what is accepted, rejected, demanded or offered; null for the other stances, or where none stand out. */
  readonly about: Span | null;
  /** The clause that the stance hangs on, with the word that marks it ("as long as …"), or null. */
  readonly condition: Span | null;
  /** Null without a condition. */
  readonly conditionStatus: ConditionStatus | null;
  readonly polarity: Polarity;
  /** Null when no auxiliary says any. */
  readonly modality: Modality | null;
  /** Whether the words are weakened ("may", "perhaps", "it seems"). */
  readonly hedged: boolean;
  /** Null where no verb tells. */
  readonly time: TimeSpoken | null;
  /** How likely the stance is right: 0 to 1. */
  readonly stanceConfidence: number;
  /** The words that gave the labels, in the order of the text; never empty for a stance other than `states`. */
  readonly evidence: readonly StanceEvidence[];
}
