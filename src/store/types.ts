import type { Article, Attribution, Refusal, SpeakerKind } from '../model.ts';

/** An article as the record keeps it. */
export interface RecordedArticle extends Omit<Article, 'text'> {
  /** Permanent address in the record: 12 hexadecimal digits made from what the article is, the same in every rebuild. */
  readonly key: string;
  readonly capturedAt: string;
  /** Where the bytes came from: a path or a URL. */
  readonly location: string;
  readonly sha256: string;
  /** How many attributions the article holds. */
  readonly attributions: number;
}

/** A speaker as the record keeps it: the same for every article that gives this name and kind. */
export interface RecordedSpeaker {
  /** Permanent address in the record: 12 hexadecimal digits. */
  readonly key: string;
  readonly name: string;
  readonly kind: SpeakerKind;
  readonly attributions: number;
  readonly articles: number;
}

/** One attribution with its evidence: the article, the spans, the very words. */
export interface RecordedAttribution extends Omit<Attribution, 'speaker'> {
  /** Permanent address in the record: the article's key, a hyphen, and the number of the attribution in it from 0. */
  readonly key: string;
  readonly speaker: { readonly key: string; readonly name: string; readonly kind: SpeakerKind; readonly role: string | null } | null;
  readonly article: RecordedArticle;
  /** The words of the content, its pieces joined by " … ". */
  readonly words: string;
  /** The words of the source and of the cue, as they stand in the text; empty when there are none. */
  readonly sourceWords: string;
  readonly cueWords: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
}

export interface Paging {
  /** At most this many items (1 to 500, default 50), */
  readonly limit?: number;
  /** after leaving out this many. */
  readonly offset?: number;
}

/** What search takes: words, or "a phrase" in quotation marks, and facets. */
export interface SearchQuery extends Paging {
  readonly words: string;
  /** A speaker's key. */
  readonly speaker?: string;
  readonly outlet?: string;
}

/** Input that gave no article, as the record keeps it. */
export interface RecordedRefusal extends Refusal {
  readonly at: string;
}
