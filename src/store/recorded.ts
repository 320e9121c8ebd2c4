/** What the record gives of articles, speakers and statements, as plain data. */
import type { Article, Attribution, Refusal, Span, SpeakerKind, SpeakerMember, StanceFound } from '../model.ts';
import type { CorrectionMark, LinkedItem } from './corrections/types.ts';
import type { RecordedStance } from './positions/stance-types.ts';
import type { RecordedCapture, RevisionChanges } from './revisions/types.ts';

/** An article as the record keeps it. */
export interface RecordedArticle extends Omit<Article, 'text' | 'credit'> {
  /** As in `Article`; null for an article that came in before this was read. */
  readonly credit: string | null;
  /** Permanent address in the record: 12 hexadecimal digits made from what the article is, the same in every rebuild. */
  readonly key: string;
  readonly capturedAt: string;
  /** Where the bytes came from: a path or a URL. */
  readonly location: string;
  readonly sha256: string;
  /** How many attributions the article holds; those marked as no statement do not count. */
  readonly attributions: number;
  /** Which revision of the article it is, from 1, */
  readonly revision: number;
  /** and of how many. */
  readonly revisions: number;
  /** The key of the newest revision, which alone is in lists, counts and searches; its own where it is that. */
  readonly newest: string;
}

/** One revision of an article, with what it changed. */
export interface RecordedRevision {
  readonly article: RecordedArticle;
  /** When the page says that it was last changed; written as `published` is. */
  readonly modified: string | null;
  /** How many bytes it was made from. */
  readonly bytes: number;
  /** How often it was captured with these words, and when last: ISO 8601, UTC. */
  readonly captures: number;
  readonly lastCapturedAt: string;
  /** The first capture: where the address led, and what the server said. */
  readonly capture: RecordedCapture;
  /** Against the revision before; null for the first. */
  readonly changes: RevisionChanges<RecordedAttribution> | null;
}

/** A speaker as the record keeps it: the same across articles, however they spell it. */
export interface RecordedSpeaker {
  /** Permanent address in the record: 12 hexadecimal digits. */
  readonly key: string;
  readonly name: string;
  readonly kind: SpeakerKind;
  readonly attributions: number;
  readonly articles: number;
  /** The item of Wikidata that it is, or null: nothing says so, or a person says that it is none. */
  readonly wikidata: LinkedItem | null;
}

/** How articles give a speaker: one name and role in the statements of one year. */
export interface GivenAs {
  /** As the articles spell it; where a correction says who is speaking, the speaker's name. */
  readonly name: string;
  readonly role: string | null;
  /** Of the statement, or else of its article; null where neither is known. */
  readonly year: number | null;
  readonly attributions: number;
}

/** What the record says of a speaker and Wikidata. */
export interface RecordedLink {
  /** Null: it is no item of Wikidata. */
  readonly item: LinkedItem | null;
  /** Whether a person says so; otherwise a search found it. */
  readonly byHand: boolean;
  /** The number of the correction that says so. */
  readonly correction: number;
}

/** A speaker as one article gives it, with its address in the record; where a correction gave the name, that name. */
export interface RecordedSource {
  readonly key: string;
  readonly name: string;
  readonly kind: SpeakerKind;
  readonly role: string | null;
  /** Where the role's words stand; null without a role, for one that a correction gave, and where that was never kept. */
  readonly roleSpan: Span | null;
  /** Those who speak together; null for one, for a speaker whom a correction gave, and where that was never kept. */
  readonly members: readonly SpeakerMember[] | null;
  /** The item of Wikidata that the speaker is, or null. */
  readonly wikidata: LinkedItem | null;
}

/** Two speakers that may be one. */
export interface RecordedOffer {
  readonly speakers: readonly [OfferedSpeaker, OfferedSpeaker];
  /** Why, in words for people: "only an initial: J.". */
  readonly reason: string;
}

/** A speaker of whom a person should say whether it is another one. */
export interface OfferedSpeaker extends RecordedSpeaker {
  /** One in which it states something: the article that raised the question where that is one, else the last that came. */
  readonly article: RecordedArticle;
}

/**
 * One attribution with its evidence: the article, the spans, the very words. What was found of its speaker
 * (`speakerConfidence`, `unresolved`, `anonymity`) is null where a correction says who speaks.
 */
export interface RecordedAttribution extends Omit<Attribution, 'speaker' | keyof StanceFound>, RecordedStance {
  /** Permanent address in the record: the article's key, a hyphen, and the number of the attribution in it from 0. */
  readonly key: string;
  readonly speaker: RecordedSource | null;
  /**
   * Who reports this, where it stands within what somebody else said (`within` is then the number of that attribution in
   * the article); null where the article itself reports it, or where that speaker is not resolved.
   */
  readonly reportedBy: RecordedSource | null;
  readonly article: RecordedArticle;
  /** The key of the statement that it is an occurrence of; null where a record of an older version is not linked so far. */
  readonly statement: string | null;
  /** The words of the content, its pieces joined by " … ". */
  readonly words: string;
  /** The words of the source and of the cue, as they stand in the text; empty when there are none. */
  readonly sourceWords: string;
  readonly cueWords: string;
  /** The words of `anonymity`; empty when there are none. */
  readonly anonymityWords: string;
  /** The words of `about` and of `condition`; empty where there are none. */
  readonly aboutWords: string;
  readonly conditionWords: string;
  /** The corrections that made it what it is here, in their order; none where it is as it was found. */
  readonly corrections: readonly CorrectionMark[];
}

/** Input that gave no article, as the record keeps it. */
export interface RecordedRefusal extends Refusal {
  readonly at: string;
}
