import type { AnalyzedArticle, Article, Attribution, Capture, Refusal, Snapshot, SpeakerKind } from '../model.ts';
import type {
  CorrectedArticle,
  CorrectedNames,
  CorrectionMark,
  CorrectionOrigin,
  CorrectionRequest,
  LoggedCorrection,
  RecordedCorrection,
} from './corrections/types.ts';

/** An article as the record keeps it. */
export interface RecordedArticle extends Omit<Article, 'text'> {
  /** Permanent address in the record: 12 hexadecimal digits made from what the article is, the same in every rebuild. */
  readonly key: string;
  readonly capturedAt: string;
  /** Where the bytes came from: a path or a URL. */
  readonly location: string;
  readonly sha256: string;
  /** How many attributions the article holds; those marked as no statement do not count. */
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

/** A speaker as one article gives it, with its address in the record; where a correction gave the name, that name. */
export interface RecordedSource {
  readonly key: string;
  readonly name: string;
  readonly kind: SpeakerKind;
  readonly role: string | null;
}

/** One attribution with its evidence: the article, the spans, the very words. */
export interface RecordedAttribution extends Omit<Attribution, 'speaker'> {
  /** Permanent address in the record: the article's key, a hyphen, and the number of the attribution in it from 0. */
  readonly key: string;
  readonly speaker: RecordedSource | null;
  /**
   * Who reports this, where it stands within what somebody else said (`within` is then the number of that attribution in
   * the article); null where the article itself reports it, or where that speaker is not resolved.
   */
  readonly reportedBy: RecordedSource | null;
  readonly article: RecordedArticle;
  /** The words of the content, its pieces joined by " … ". */
  readonly words: string;
  /** The words of the source and of the cue, as they stand in the text; empty when there are none. */
  readonly sourceWords: string;
  readonly cueWords: string;
  /** The corrections that made it what it is here, in their order; none where it is as it was found. */
  readonly corrections: readonly CorrectionMark[];
}

/** What the record knows of one article. */
export interface RecordedArticlePage {
  readonly article: RecordedArticle;
  readonly text: string;
  /** In their order in the article. */
  readonly attributions: RecordedAttribution[];
  /** What was found there and marked by a correction as no statement. It is nowhere else in the record. */
  readonly notStatements: RecordedAttribution[];
}

/** A part of a list, and how long the whole list is. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
}

/** Which part of a list is wanted; numbers out of bounds are brought within them. */
export interface Paging {
  /** At most this many items (1 to 500, default 50), */
  readonly limit?: number | undefined;
  /** after leaving out this many. */
  readonly offset?: number | undefined;
}

/** What search takes: words, or "a phrase" in quotation marks, and facets. */
export interface SearchQuery extends Paging {
  readonly words: string;
  /** A speaker's key. */
  readonly speaker?: string | undefined;
  readonly outlet?: string | undefined;
}

/** Input that gave no article, as the record keeps it. */
export interface RecordedRefusal extends Refusal {
  readonly at: string;
}

/** Something that went into a record, as it did. */
export type HistoryEntry =
  | { readonly kind: 'refusal'; readonly refusal: Refusal; readonly at: string }
  /** An article as it was captured and as it was found then, whatever was corrected since. */
  | { readonly kind: 'article'; readonly key: string; readonly capture: Capture; readonly analyzed: AnalyzedArticle }
  | { readonly kind: 'correction'; readonly correction: RecordedCorrection };

/** The record as the rest of the house uses it. Every answer is of one state of the record, and comes at once. */
export interface RecordStore {
  /** Whether the same article (address or id, outlet, title, date, words) is in the record, with all found in it. */
  has(capture: Capture): boolean;
  /**
   * Puts an article and all that was found in it into the record, in one transaction: all or nothing.
   * An article that is there already changes nothing.
   *
   * @throws with the article's id when a span is not one of its text, the analysis is of another article, the
   * snapshot's bytes are not those of its SHA-256, or the file cannot be written.
   */
  add(capture: Capture, analyzed: AnalyzedArticle): 'added' | 'unchanged';
  /** Keeps an input that gave no article. `at`: ISO 8601 date and time, UTC. */
  refuse(refusal: Refusal, at: string): void;
  /** Articles, of one outlet if given; newest first, those without a date last. */
  articles(paging?: Paging & { readonly outlet?: string | undefined }): Page<RecordedArticle>;
  /** By key, or by the article's own id when only one article has it; null when there is none. */
  article(keyOrId: string): RecordedArticlePage | null;
  /**
   * The bytes an article (by key) was made from, exactly as they came in; null when there is no such article.
   *
   * @throws when the bytes no longer have the SHA-256 that was taken when they came in.
   */
  snapshot(key: string): Snapshot | null;
  /**
   * The snapshots of all articles, in the order in which these came in, for export. Holds one at a time.
   *
   * @throws when the bytes of one no longer have the SHA-256 that was taken when they came in.
   */
  everySnapshot(): Generator<Snapshot>;
  /**
   * Speakers, most quoted first. `name`: every word of it must begin a word of the name, in any order ("dani" finds
   * Oleksii Danilov); case and diacritics are ignored.
   */
  speakers(paging?: Paging & { readonly name?: string | undefined }): Page<RecordedSpeaker>;
  /**
   * One speaker (by key) with roles and outlets, most frequent first, and attributions, newest article first. The key of
   * a speaker that was merged into another leads to that one.
   */
  speaker(key: string, paging?: Paging): RecordedSpeakerPage | null;
  /**
   * Attributions that hold all of the words in their content, speaker's name or article's title, best first (BM25).
   * Words in quotation marks must occur in a row; "negotiat*" stands for all words that begin so, and so does the last
   * word outside quotation marks, from three letters on. Case and diacritics are ignored. Takes any string.
   */
  search(query: SearchQuery): Page<RecordedAttribution>;
  /** Refusals, the latest first. */
  refusals(paging?: Paging): Page<RecordedRefusal>;
  /** Outlets, those with most articles first. */
  outlets(): { outlet: string | null; articles: number; attributions: number }[];
  counts(): { articles: number; attributions: number; speakers: number; refusals: number };
  /**
   * Every attribution, for export, by the key of its article and its order in it: the same order for the same content.
   * Holds one article at a time; articles added meanwhile may or may not be among them.
   */
  everyAttribution(): Generator<RecordedAttribution>;
  /**
   * Changes the record as a person asks, and writes that into the log of corrections: both or neither. What was found
   * stays beside what holds now.
   *
   * @throws for people when the request names what is not there, or would change nothing.
   */
  correct(request: CorrectionRequest, origin: CorrectionOrigin): RecordedCorrection;
  /** Writes an entry of another record's log into this one, and applies it; what it names may not be here. */
  repeat(entry: LoggedCorrection): RecordedCorrection;
  /** The log of corrections, the latest first. */
  corrections(paging?: Paging): Page<RecordedCorrection>;
  /** Articles in which corrections changed who speaks or what is a statement, to learn from; one at a time is held. */
  correctedArticles(): Generator<CorrectedArticle>;
  /** What merges and splits say of names, to learn from. */
  correctedNames(): Generator<CorrectedNames>;
  /**
   * All that went into the record, in the order in which it did, to make the record from again. Reading on goes on where
   * the last reading stopped: with what came in meanwhile.
   */
  history(): Generator<HistoryEntry>;
  /** Closes the file; calling it again does nothing. */
  close(): void;
}

/** A record that is being made anew, beside the old one. */
export interface RecordRebuild {
  /** The old record. */
  readonly source: RecordStore;
  /** The new one. */
  readonly target: RecordStore;
  /**
   * Keeps everybody else from the old record, where the new one is to take its place; `source` then is that record, and
   * its history goes on where it was.
   *
   * @throws for people when another process has it open.
   */
  hold(): Promise<void>;
  /** Puts the new record in its place, at once. Gives the file under which the old one was kept, or null. */
  finish(): string | null;
  /** Takes away what was made so far; the old record stays as it is. */
  abandon(): void;
}

/** What the record knows of one speaker. */
export interface RecordedSpeakerPage {
  readonly speaker: RecordedSpeaker;
  readonly roles: { role: string; attributions: number }[];
  readonly outlets: { outlet: string | null; attributions: number }[];
  readonly attributions: Page<RecordedAttribution>;
  /** The corrections of this speaker as a whole: what it is called, and whose statements became its own or are no more. */
  readonly corrections: readonly CorrectionMark[];
}
