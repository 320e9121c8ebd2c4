import type { AnalyzedArticle, AttributionType, Capture, Mode, Refusal, Snapshot, SpeakerKind } from '../model.ts';
import type { ArticleFilter, AuditCount, AuditQuery } from './audit/types.ts';
import type {
  CorrectedArticle,
  CorrectedNames,
  CorrectionMark,
  CorrectionOrigin,
  CorrectionRequest,
  LoggedCorrection,
  RecordedCorrection,
} from './corrections/types.ts';
import type { RecordedSourcing } from './origins/types.ts';
import type { Page, Paging } from './paging.ts';
import type { CollisionQuery, PassageQuery, RecordedCollision, RecordedPassage } from './positions/types.ts';
import type {
  GivenAs,
  RecordedArticle,
  RecordedAttribution,
  RecordedLink,
  RecordedOffer,
  RecordedRefusal,
  RecordedRevision,
  RecordedSpeaker,
} from './recorded.ts';
import type { RecordedDoubt, ReviewQuery } from './review/types.ts';
import type { KeepOptions, RepeatedCapture } from './revisions/types.ts';
import type { Found, SearchFacets, SearchQuery } from './search/types.ts';
import type { Alias, Moment, MonthSaid, ReportedIn, RoleHeld } from './speaker-page/types.ts';
import type { ListedStatement, RecordedStatementPage, ReportedElsewhere, StatementQuery } from './statements/types.ts';
import type { RecordedStory, RecordedStoryPage, RecordedStoryStatements } from './stories/types.ts';
import type { RecordedToday } from './today/types.ts';
import type { WatchStore } from './watch/types.ts';

export type { Page, Paging } from './paging.ts';
export type * from './recorded.ts';

/** What became of an article that was to be added. */
export type AddOutcome = 'added' | 'revised' | 'unchanged';

/** What the record knows of one article. */
export interface RecordedArticlePage {
  readonly article: RecordedArticle;
  readonly text: string;
  /** In their order in the article. */
  readonly attributions: RecordedAttribution[];
  /** What was found there and marked by a correction as no statement. It is nowhere else in the record. */
  readonly notStatements: RecordedAttribution[];
  /** Which of the attributions other articles report too. */
  readonly elsewhere: ReportedElsewhere[];
  /** Null where the article has none: it is no newest revision's, or was added before stories were kept. */
  readonly story: RecordedStory | null;
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
  /**
   * Runs work that adds much in one transaction: it takes less time than many, and when it throws nothing of it is kept.
   * Nobody else can write meanwhile, nor see what is added before the end.
   */
  together<T>(work: () => T): T;
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
   * Attributions that hold all of the words in their content, speaker's name or article's title, best first.
   * Words in quotation marks must occur in a row; "negotiat*" stands for all words that begin so, and so does the last
   * word outside quotation marks, from three letters on. Case and diacritics are ignored. Takes any string.
   */
  search(query: SearchQuery): Found;
  /** What `search` finds for a query, counted by facets; null where it holds no words. */
  searchFacets(query: SearchQuery): SearchFacets | null;
  /** Where an article (by key or id) has its material from: whom it credits, and whom it reprints; null without one. */
  sourcing(keyOrId: string): RecordedSourcing | null;
  /**
   * One statement, by its key or by that of one of its occurrences, with its occurrences in time; null when there is none. The
   * key of a statement that became one with another leads to that.
   */
  statement(key: string, paging?: Paging): RecordedStatementPage | null;
  /**
   * Statements that were reported more than once, those with most occurrences first; altered ones, the gravest change first;
   * or those that have words, the best match first.
   */
  statements(query?: StatementQuery): Page<ListedStatement>;
  /**
   * One story, by its key or by that of one of its articles, with its articles; null when there is none. The key of a story
   * that has gone into others leads to the one that has the article it came to be with.
   */
  story(key: string): RecordedStoryPage | null;
  /** What the outlets of a story report, beside each other; the story as `story` finds it. */
  storyStatements(key: string, paging?: Paging): RecordedStoryStatements | null;
  /** Stories of several articles, those with the latest article first. */
  stories(paging?: Paging): Page<RecordedStory>;
  /** Attributions with the passages that they stand in: by how words begin, the likeliest first, or else the latest. */
  passages(query: PassageQuery): Page<RecordedPassage>;
  /** Accounts that cannot both hold, the surest first: each pair of statements once for each kind. */
  collisions(query?: CollisionQuery): Page<RecordedCollision>;
  /** What is new, a few of each. */
  today(): RecordedToday;
  /** Refusals, the latest first. */
  refusals(paging?: Paging): Page<RecordedRefusal>;
  /** Outlets, those with most articles first. */
  outlets(): { outlet: string | null; articles: number; attributions: number }[];
  counts(): { articles: number; attributions: number; speakers: number; refusals: number };
  /** Differs from what this gave before wherever the record has changed, whoever changed it; to be compared, and not kept. */
  state(): string;
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
   * Statements of which something is in doubt, the least likely to be right first. What a person reviewed (`accept`) or
   * corrected is not asked again.
   */
  toReview(query?: ReviewQuery): Page<RecordedDoubt>;
  /**
   * Pairs of speakers of which a person should say whether they are one (`merge`) or two (`apart`): first those with most
   * statements on both sides. What has been said is not asked again.
   */
  offers(paging?: Paging): Page<RecordedOffer>;
  /** Articles in which corrections changed who speaks, what is a statement or a stance, to learn from; one at a time is held. */
  correctedArticles(): Generator<CorrectedArticle>;
  /** What corrections say of two names, one speaker's or two speakers', to learn from. */
  correctedNames(): Generator<CorrectedNames>;
  /**
   * The texts of the newest revisions, by the key of their article. Holds one at a time; articles added meanwhile may or may
   * not be among them.
   */
  everyText(): Generator<{ readonly key: string; readonly text: string }>;
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
  /** In time, those without an attribution left out; of all days, whichever were asked for. */
  readonly months: readonly MonthSaid[];
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
