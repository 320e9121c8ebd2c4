import type { ConditionStatus, Modality, Span, Stance, StanceEvidence, StanceFound, TimeSpoken } from '../../model.ts';

/** What a record says of the stance of an attribution; all is null where it was added before stances were kept. */
export interface RecordedStance {
  readonly stance: Stance | null;
  readonly about: Span | null;
  readonly condition: Span | null;
  readonly conditionStatus: ConditionStatus | null;
  readonly polarity: StanceFound['polarity'] | null;
  readonly modality: Modality | null;
  readonly hedged: boolean | null;
  readonly time: TimeSpoken | null;
  /** Null also where a correction gives the stance. */
  readonly stanceConfidence: number | null;
  /** Of stance and condition, none where a correction gives them. */
  readonly evidence: readonly StanceEvidence[];
}
