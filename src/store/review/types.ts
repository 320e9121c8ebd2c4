import type { Paging } from '../paging.ts';
import type { RecordedAttribution, RecordedSpeaker } from '../recorded.ts';

/**
 * What is in doubt of a statement: whether it is one and where it stands (`attribution`), who speaks (`speaker`), that nobody is
 * known to (`unresolved`), or whether it is the same utterance as another (`joined`).
 */
export type DoubtKind = 'attribution' | 'speaker' | 'unresolved' | 'joined';

/** Which statements are asked for: those that all of it holds of. */
export interface ReviewQuery extends Paging {
  readonly outlet?: string | undefined;
  /** A speaker's key; that of one that was merged leads to the other. */
  readonly speaker?: string | undefined;
  readonly kind?: DoubtKind | undefined;
}

/** A statement that a person should look at, with what is needed to decide. */
export interface RecordedDoubt {
  readonly attribution: RecordedAttribution;
  /** The least of the chances that what was found is right, 0 to 1. */
  readonly doubt: number;
  /** What is in doubt; at least one. */
  readonly kinds: readonly DoubtKind[];
  /** Why it was taken for an occurrence of its statement; null for the first one. */
  readonly joined: { readonly confidence: number; readonly reason: string; readonly to: RecordedAttribution } | null;
  /** The lines of the article in which it stands: `text` is that of the article from `start` on. */
  readonly passage: { readonly start: number; readonly text: string };
  /** Who speaks in the article, those with most statements in it first. */
  readonly speakers: readonly SpeakerHere[];
}

/** A speaker with how many statements it has in one article. */
export interface SpeakerHere extends Omit<RecordedSpeaker, 'wikidata'> {
  readonly here: number;
}
