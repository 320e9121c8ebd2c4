import type {
  AnalyzedArticle,
  Article,
  Attribution,
  AttributionType,
  Capture,
  Mode,
  Refusal,
  Snapshot,
  Span,
  SpeakerKind,
  SpeakerMember,
} from '../model.ts';
import type { ArticleFilter, AuditCount, AuditQuery } from './audit/types.ts';
import type {
  CorrectedArticle,
  CorrectedNames,
  CorrectionMark,
  CorrectionOrigin,
  CorrectionRequest,
  LinkedItem,
  LoggedCorrection,
  RecordedCorrection,
} from './corrections/types.ts';
import type { Page, Paging } from './paging.ts';
import type { KeepOptions, RecordedCapture, RepeatedCapture, RevisionChanges } from './revisions/types.ts';
import type { Alias, Moment, ReportedIn, RoleHeld } from './speaker-page/types.ts';
import type { WatchStore } from './watch/types.ts';

export type { Page, Paging } from './paging.ts';

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

/** What became of an article that was to be added. */
export type AddOutcome = 'added' | 'revised' | 'unchanged';

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
  /** The words of `anonymity`; empty when there are none. */
  readonly anonymityWords: string;
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
  | { readonly kind: 'capture'; readonly repeated: RepeatedCapture }
  | { readonly kind: 'correction'; readonly correction: RecordedCorrection };

/** The record as the rest of the house uses it. Every answer is of one state of the record, and comes at once. */
export interface RecordStore extends WatchStore {
  /** Whether the words of this capture are in the record as those of its article then, with all found in them. */
  has(capture: Capture): boolean;
  /** Keeps that they were captured again; gives false, and keeps nothing, when the record does not have them. */
  seen(capture: Capture, options?: KeepOptions): boolean;
  /** The key of the article that has the words of this capture; null when the record does not hold them. */
  keyOf(capture: Capture): string | null;
  /**
   * Puts an article and all that was found in it into the record, in one transaction: all or nothing. `revised`: the record
   * holds the article with other words, which no longer count. `unchanged`: it holds these words, and keeps that they were
   * captured again, unless it is the same file once more.
   *
   * @throws with the article's id when a span is not one of its text, the analysis is of another article, the
   * snapshot's bytes are not those of its SHA-256, or the file cannot be written.
   */
  add(capture: Capture, analyzed: AnalyzedArticle, options?: KeepOptions): AddOutcome;
  /** Writes a later capture of another record's article. @throws when that article is not here */
  repeatCapture(entry: RepeatedCapture): void;
  /** Keeps an input that gave no article. `at`: ISO 8601 date and time, UTC. */
  refuse(refusal: Refusal, at: string): void;
  /** Articles, of one outlet if given; newest first, those without a date last. */
  articles(paging?: Paging & { readonly outlet?: string | undefined }): Page<RecordedArticle>;
  /** By key, or by the article's own id, in its newest revision, when only one article has it; null when there is none. */
  article(keyOrId: string): RecordedArticlePage | null;
  /**
   * The revisions of an article (by the key of any, or its own id), oldest first, each with its changes; null when there is
   * none. What is stated in them is as corrections have it.
   */
  revisions(keyOrId: string, paging?: Paging): Page<RecordedRevision> | null;
  /**
   * The bytes an article (by key) was made from, exactly as they came in; null when there is no such article.
   *
   * @throws when the bytes no longer have the SHA-256 that was taken when they came in.
   */
  snapshot(key: string): Snapshot | null;
  /**
   * All captures whose bytes the record holds, in the order in which they came in, for export. Holds one at a time.
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
   * One speaker (by key): what it is called, roles, outlets, dates, and attributions, newest article first; of the
   * articles asked for. The key of a speaker that was merged into another leads to that one.
   */
  speaker(key: string, query?: Paging & ArticleFilter): RecordedSpeakerPage | null;
  /** How articles give a speaker (by key), in every name, role and year, most frequent first; empty when unknown. */
  givenAs(key: string): GivenAs[];
  /** What is said of a speaker (by key) and Wikidata; null when nothing is, or when the speaker is unknown. */
  wikidataLink(key: string): RecordedLink | null;
  /** Persons and organizations of whom nothing says which item of Wikidata they are, most quoted first. */
  unlinkedSpeakers(paging?: Paging): Page<RecordedSpeaker>;
  /** The speakers who are this item of Wikidata ("Q…"), most quoted first. */
  speakersOfItem(item: string): RecordedSpeaker[];
  /** All that the speaker of a key is called, the name that is shown first; null when there is none. */
  spellings(key: string): string[] | null;
  /** Whom outlets quote, by kinds of sources; outlets page by page, the one with most attributions first. */
  sourceAudit(query?: AuditQuery & Paging): SourceAudit;
  /** Speakers with what a source audit counts of each, most quoted first; of one kind where it is given. */
  auditedSpeakers(query?: AuditQuery & Paging & { readonly kind?: SpeakerKind | undefined }): Page<AuditedSpeaker>;
  /** All of them, in the same order and one by one, counted once: for long lists. */
  everyAuditedSpeaker(query?: AuditQuery & { readonly kind?: SpeakerKind | undefined }): Generator<AuditedSpeaker>;
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
  /**
   * Pairs of speakers of which a person should say whether they are one (`merge`) or two (`apart`): first those with most
   * statements on both sides. What has been said is not asked again.
   */
  offers(paging?: Paging): Page<RecordedOffer>;
  /** Articles in which corrections changed who speaks or what is a statement, to learn from; one at a time is held. */
  correctedArticles(): Generator<CorrectedArticle>;
  /** What corrections say of two names, one speaker's or two speakers', to learn from. */
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
  /**
   * Takes over what is watched, with every attempt: to be called once the articles are there.
   *
   * @param keys the keys of articles that have another one in the new record, by the one in the old
   */
  carryWatch(keys: ReadonlyMap<string, string>): void;
  /** Puts the new record in its place, at once. Gives the file under which the old one was kept, or null. */
  finish(): string | null;
  /** Takes away what was made so far; the old record stays as it is. */
  abandon(): void;
}

/** What the record knows of one speaker. All but `speaker` and `corrections` is of the articles asked for. */
export interface RecordedSpeakerPage {
  readonly speaker: RecordedSpeaker;
  /**
   * What the speaker is called: the name that is shown, then the others, the commonest first. Names that differ in case
   * or white space alone are one.
   */
  readonly aliases: readonly Alias[];
  /**
   * In the order in which they were first given, those without a date last. Roles that differ only in case or in an
   * article before them are one, in its commonest spelling.
   */
  readonly roles: readonly RoleHeld[];
  /** Most frequent first. */
  readonly outlets: readonly ReportedIn[];
  readonly articles: number;
  /** How many of the articles have no date. */
  readonly undated: number;
  readonly modes: Readonly<Record<Mode, number>>;
  readonly types: Readonly<Record<AttributionType, number>>;
  /** How many of the attributions stand within what another speaker said. */
  readonly reported: number;
  /** The first and last attribution by the dates of articles; null where none has a date. */
  readonly first: Moment | null;
  readonly last: Moment | null;
  readonly attributions: Page<RecordedAttribution>;
  /** The corrections of this speaker as a whole: what it is called, which item of Wikidata it is, and whose statements became its own or are no more. */
  readonly corrections: readonly CorrectionMark[];
}

/** A speaker with what is counted of it; dates are those of the articles, null where none has one. */
export interface AuditedSpeaker extends Omit<RecordedSpeaker, 'wikidata'> {
  readonly inQuotationMarks: number;
  /** How many outlets quote it. */
  readonly outlets: number;
  readonly first: string | null;
  readonly last: string | null;
}

/** Whom an outlet, or all of them, quoted: the figures of a source audit. */
export interface Audited extends Pick<AuditCount, 'attributions' | 'inQuotationMarks' | 'sources'> {
  /** How many articles the record holds, within the dates asked for. */
  readonly articles: number;
  /** How many of them hold something that is counted. */
  readonly quoting: number;
  /** How many articles have no date. Where dates are asked for they are left out of all other figures. */
  readonly undated: number;
  /** `unknown` is also what has no speaker at all. */
  readonly kinds: Readonly<Record<SpeakerKind, AuditCount>>;
  /** Articles in which everything counted is by unnamed sources; */
  readonly onlyUnnamed: number;
  /** and those of them in which it is one source. */
  readonly oneUnnamed: number;
  /** The five persons, organizations, groups and documents that are quoted most, in the counts of this audit. */
  readonly mostQuoted: readonly Pick<RecordedSpeaker, 'key' | 'name' | 'kind' | 'attributions' | 'articles'>[];
  /**
   * How much of what persons, organizations, groups and documents said is by the first and by the first five of them, 0
   * to 1; null where they said nothing. Unnamed sources are not among them: no two articles are known to have the same.
   */
  readonly concentration: { readonly one: number | null; readonly five: number | null };
  /** Not counted: what one speaker reports that another said. The article's source is the one who reports. */
  readonly reported: number;
  /** Not counted: what is ascribed without words (thinks, wants, feels, decides, shows). */
  readonly notInWords: number;
}

export interface OutletAudit extends Audited {
  readonly outlet: string | null;
}

/** Whom the outlets of a record quote. */
export interface SourceAudit {
  /** All that the query asks for, together. */
  readonly total: Audited;
  /** Outlet by outlet, the one with most attributions first. */
  readonly outlets: Page<OutletAudit>;
}
