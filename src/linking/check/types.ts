import type { ChangeKind, Comparison, Reported, Span, Speaker } from '../../model.ts';

/** A quotation of a draft: one stretch inside quotation marks. */
export interface DraftQuotation {
  /** The words inside the marks, as they stand in the draft. */
  readonly words: string;
  /** The rest of its paragraph, the marks and the words left out: a condition may stand there instead. */
  readonly around: string;
  /** Whom the draft gives the words to; null when it does not tell. */
  readonly speaker: Speaker | null;
  /** 0 to 1; null where it was not measured. */
  readonly speakerConfidence: number | null;
  /** Whether it stands in something that the draft attributes, be it to nobody by name. */
  readonly attributed: boolean;
}

/** What a source attributes to somebody. */
export interface SourceAttribution {
  readonly content: readonly Span[];
  readonly type: 'direct' | 'indirect' | 'mixed';
  readonly speaker: Speaker | null;
  /** 0 to 1; null where it was not measured. */
  readonly speakerConfidence: number | null;
}

/** An article that quotations are looked for in. */
export interface Source {
  readonly text: string;
  /** What stands inside quotation marks, without them: sorted, never overlapping. */
  readonly quoted: readonly Span[];
  readonly attributions: readonly SourceAttribution[];
}

/** `verbatim` and `excerpt` are sound; the others are not. */
export type Verdict = 'verbatim' | 'excerpt' | 'altered' | 'misattributed' | 'not found';

/** Why words that a source holds are not those of a quotation of it; null where the words themselves differ. */
export type Fault =
  /** They stand outside quotation marks there: the reporter's words. */
  | 'narration'
  /** They come from two quotations. */
  | 'splice'
  /** A condition that belongs to them was cut off. */
  | 'condition cut'
  /** What denies them was cut off. */
  | 'negation cut'
  /** Somebody else said them. */
  | 'speaker';

/** A place in a source that has the words of a quotation, or nearly. */
export interface Occurrence {
  /** Which source, by its place in the list. */
  readonly source: number;
  /** Offsets in the source's text. */
  readonly span: Span;
  /** What the draft did to these words: `Comparison.change`, of the draft's words against the source's. */
  readonly change: Comparison['change'];
  /** The gravest first; empty where the words are the same. */
  readonly kinds: readonly ChangeKind[];
  readonly fault: Fault | null;
  /** Whether the words stand inside quotation marks in the source, or as a turn of a transcript. */
  readonly quoted: boolean;
  /** Whom the source gives them to; null when it does not tell. */
  readonly speaker: Speaker | null;
  /** The verdict on the draft's quotation if this were the only source. */
  readonly verdict: Verdict;
}

/** What became of one quotation. */
export interface Finding {
  readonly verdict: Verdict;
  /** The best first, at most `MOST_FOUND`. */
  readonly found: readonly Occurrence[];
}

/** Whether two speakers, each as one text gives it, are one. */
export type SameSpeaker = (a: Speaker, b: Speaker) => 'same' | 'unsure' | 'different';

/** What the check asks of others. */
export interface CheckTools {
  readonly sameSpeaker: SameSpeaker;
  /** As in `Linker`. */
  compare(earlier: Reported, later: Reported): Comparison;
}
