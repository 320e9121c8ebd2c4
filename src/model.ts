/**
 * The nouns of Onrecord as plain data. This file imports nothing, and every room of the house speaks in these types.
 *
 * Offsets are UTF-16 code units (JavaScript string indices) into `Article.text`, end exclusive:
 * `article.text.slice(start, end)` gives the very words.
 */

/** `[start, end)` in UTF-16 code units of an article's text. */
export type Span = readonly [start: number, end: number];

/**
 * How the content is given: `direct` as it was said, inside quotation marks or as a turn of a transcript ("MARRO: …");
 * `indirect` in the reporter's words; `mixed` partly both.
 */
export type AttributionType = 'direct' | 'indirect' | 'mixed';

/** The act that is attributed. Only `says` and `writes` are statements that somebody made in words. */
export type Mode = 'says' | 'writes' | 'thinks' | 'wants' | 'feels' | 'decides' | 'shows';

/** What sort of speaker a source refers to. `unnamed`: people the article keeps nameless; `unknown`: not resolved. */
export type SpeakerKind = 'person' | 'organization' | 'group' | 'document' | 'unnamed' | 'author' | 'unknown';

/** One of several who speak together. */
export interface SpeakerMember {
  /** As in `Speaker`. */
  readonly name: string;
  readonly kind: SpeakerKind;
  readonly role: string | null;
}

/** Who a source refers to, as one article tells it. */
export interface Speaker extends SpeakerMember {
  /** The fullest name the article gives, without titles ("Irena Malk"); for a nameless one the words used. */
  readonly name: string;
  readonly kind: SpeakerKind;
  /**
   * The words the article uses for the speaker's role ("Russian deputy foreign minister"), white space folded to single
   * spaces; or null.
   */
  readonly role: string | null;
  /** Where the role's words stand; null without a role. Absent where that was never kept. */
  readonly roleSpan?: Span | null;
  /** Those who speak together ("Okello and Tavares"), in the order of the text; null for one. Absent where that was never kept. */
  readonly members?: readonly SpeakerMember[] | null;
  /** The courtesy title ("Mrs."), only where the article gives a person by one name alone: across articles it tells who is meant. */
  readonly courtesy?: string;
}

/** Why nobody is given as the speaker, in words for people. These are all there are. */
export type UnresolvedReason =
  /** The article leaves the source out, and what stands around it does not tell either. */
  | 'no source is given near the words'
  /** "he", "it" or "who" where the article names nobody whom that may mean. */
  | 'nobody before the pronoun fits'
  /** The likeliest one is hardly likelier than others. */
  | 'the pronoun may mean more than one'
  /** "I" or "we" in quotation marks, within words whose own speaker is not known. */
  | 'who says “I” or “we” is not known'
  /** "Q" and "A" of an interview whose introduction names no one person. */
  | 'the interview does not name who speaks';

/** One news text from one outlet. */
export interface Article {
  /** Stable within one input: the `id` of a JSON line, or a file's name without its endings. */
  readonly id: string;
  readonly title: string | null;
  readonly byline: string | null;
  /** `YYYY-MM-DD`, or an ISO 8601 date and time with its zone when the source gives one. */
  readonly published: string | null;
  readonly outlet: string | null;
  /** BCP 47 language tag ("en"), or null when it is not known. */
  readonly language: string | null;
  readonly url: string | null;
  /** The words of the article: paragraphs separated by line breaks. Never changed once offsets exist. */
  readonly text: string;
}

/** The bytes an article was made from, as they came in. */
export interface Snapshot {
  readonly bytes: Uint8Array;
  /** SHA-256 of `bytes`, lower-case hexadecimal. */
  readonly sha256: string;
  /** Media type as declared or recognised ("text/html", "text/plain", "application/x-ndjson"). */
  readonly mediaType: string;
  /** Where the bytes came from: a file's path as given, or the URL after redirects. */
  readonly location: string;
  /** ISO 8601 date and time, UTC. */
  readonly capturedAt: string;
  /** Of bytes that were fetched, as in `Attempt`: where the address led. Absent for what was not fetched, as the next two are. */
  readonly redirects?: readonly string[];
  /** The status of the answer. */
  readonly status?: number;
  /** The headers of the answer by lower-case name, without cookies; no more of them than are worth keeping. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a page says of its article beyond what the record keeps of every article. */
export interface PageDetails {
  /** When the text was last changed, by the page's own account; written as `Article.published` is. */
  readonly modified: string | null;
  /** The part of the site that the article stands in ("World"). */
  readonly section: string | null;
  /** Whether the page says that reading it takes a subscription or an account; null when it says nothing. */
  readonly paywalled: boolean | null;
  /** The address that the page names as its own, of its own site; null when it names none. */
  readonly canonical: string | null;
  /** The address of its form for phones (AMP), of its own site, or null. */
  readonly amp: string | null;
}

/** One entry of a live blog. */
export interface Post {
  /** Its words in the article's text, its title included. */
  readonly span: Span;
  /** When it was posted, written as `Article.published` is, or null. */
  readonly at: string | null;
  readonly title: string | null;
}

/** An article together with the bytes it came from. */
export interface Capture {
  readonly article: Article;
  readonly snapshot: Snapshot;
  /**
   * The encoding in which the bytes were read, where it had to be guessed: none was declared, or what was declared does
   * not fit them. A name of the WHATWG's Encoding Standard ("windows-1252"); absent otherwise.
   */
  readonly guessedEncoding?: string;
  /** Only where the article was read from a page. */
  readonly page?: PageDetails;
  /** The entries of a live blog in the order of the text; only where the page is one. */
  readonly posts?: readonly Post[];
}

/** Input that gave no article: what it was and why, in words for people. */
export interface Refusal {
  /** The file, line or URL ("news.jsonl:12", "https://…"). */
  readonly input: string;
  /** A stable short code: see `RefusalCode`. */
  readonly code: RefusalCode;
  /** One sentence: what was wrong and, where it helps, what to do. */
  readonly reason: string;
}

export type RefusalCode =
  | 'not found'
  | 'unreachable'
  | 'timed out'
  | 'refused'
  | 'too many redirects'
  | 'too large'
  | 'wrong type'
  | 'empty'
  | 'binary'
  | 'damaged'
  | 'encrypted'
  | 'bad encoding'
  | 'bad line'
  | 'no article text'
  | 'paywalled'
  | 'needs JavaScript'
  | 'robots'
  | 'not analysed'
  | 'not stored';

/**
 * What one attempt to fetch an address came to: `ok`; `unchanged` since an earlier attempt; or why it gave nothing, in the
 * words in which input is refused. `robots`: its robots.txt asks not to be read by programs.
 */
export type Outcome = 'ok' | 'unchanged' | Exclude<RefusalCode, 'bad line' | 'not analysed' | 'not stored'>;

/** One attempt to fetch an address, whatever came of it. */
export interface Attempt {
  /** The address as it was given. */
  readonly url: string;
  /** The address asked last: where the redirects led. */
  readonly finalUrl: string;
  /** Where it was redirected to, one address after another. */
  readonly redirects: readonly string[];
  /** When it began: ISO 8601 date and time, UTC. */
  readonly at: string;
  readonly durationMs: number;
  /** Of the last answer; null when there was none. */
  readonly status: number | null;
  readonly outcome: Outcome;
  /** One sentence: what was wrong and, where it helps, what to do. Null for `ok`. */
  readonly reason: string | null;
  /** Of the body, unpacked; 0 when none was read to its end. */
  readonly bytes: number;
  /** What to give when it is asked for again (RFC 9110, 8.8): the server's name for this version, and its date. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** How many seconds the server wants to be left alone; null when it does not say. */
  readonly retryAfter: number | null;
  /** SHA-256 of the body, unpacked, in lower-case hexadecimal; null when none was read to its end. */
  readonly sha256: string | null;
}

/** One place in one article where something is attributed (the terms of the PARC and PolNeAR corpora). */
export interface Attribution {
  /** The words that name the source; empty when the article leaves it out. */
  readonly source: readonly Span[];
  /** The words that do the attributing ("said", "according to"). */
  readonly cue: readonly Span[];
  /** What is attributed, in one piece or several, in the order of the text. */
  readonly content: readonly Span[];
  readonly type: AttributionType;
  readonly mode: Mode;
  readonly speaker: Speaker | null;
  /** The day it was said, `YYYY-MM-DD`, or null when the article does not make it certain. */
  readonly saidOn: string | null;
  /** Where it was said ("Kyodo News", "Telegram"), or null. */
  readonly medium: string | null;
  /** 0 to 1. */
  readonly confidence: number;
  /**
   * Index, in the same article's list, of the attribution whose content holds this one: its speaker is the one who
   * reports that this was said. Null when the article itself reports it.
   */
  readonly within: number | null;
  /**
   * How likely `speaker` is right, also where it is null: 0 to 1, as often as such speakers were on articles marked by hand,
   * the spans taken as right (`confidence` is about those). Null where it was not measured.
   */
  readonly speakerConfidence: number | null;
  /** Why the speaker is null; null where there is one, or where the reason was never kept. */
  readonly unresolved: UnresolvedReason | null;
  /** Where the article says why a source is not named ("who was not authorised to speak publicly"); only for nameless ones. */
  readonly anonymity: Span | null;
}

/** An article with everything found in it. */
export interface AnalyzedArticle extends Article {
  readonly attributions: readonly Attribution[];
}

/** First and last year that a date may mean: a day gives one year twice, "the 1950s" a stretch. Before Christ: below 1. */
export type Years = readonly [earliest: number, latest: number];

/** An item of Wikidata that another item refers to; its label is null where it is not known. */
export interface WikidataReference {
  readonly id: string;
  readonly label: string | null;
}

/** An item of Wikidata, as far as it helps to tell whether a speaker is meant. Names are in one language. */
export interface WikidataItem {
  /** "Q", and a number. */
  readonly id: string;
  readonly label: string | null;
  readonly description: string | null;
  readonly aliases: readonly string[];
  /** What it is (P31): a human, a political party. */
  readonly instanceOf: readonly WikidataReference[];
  /** P106. */
  readonly occupations: readonly WikidataReference[];
  /** P39, with the years of its qualifiers P580 and P582; null where they are not given. */
  readonly positions: readonly (WikidataReference & { readonly from: Years | null; readonly to: Years | null })[];
  /** P27. */
  readonly citizenships: readonly WikidataReference[];
  /** P569, P570. */
  readonly born: Years | null;
  readonly died: Years | null;
  /** How many pages of Wikimedia's projects are about it. */
  readonly sitelinks: number;
  /** When this was read from Wikidata: ISO 8601 date and time, UTC. */
  readonly checkedAt: string;
}

/** Items that a name may mean. */
export interface WikidataItems {
  readonly items: readonly WikidataItem[];
  /** Whether these are all that bear the name, as far as the search goes. */
  readonly complete: boolean;
}

/** A speaker as one article gives it, with what the article tells beside. */
export interface Newcomer extends Speaker {
  /** The article's outlet, or null when it is not known. */
  readonly outlet: string | null;
}

/** What the record knows of a speaker that newcomers may turn out to be. All lists are as the articles give them. */
export interface Candidate {
  readonly kind: SpeakerKind;
  /** Every spelling, with the number of articles that have it. */
  readonly spellings: readonly { readonly name: string; readonly articles: number }[];
  readonly roles: readonly { readonly role: string; readonly articles: number }[];
  /** How many articles call the speaker by a title for women ("Mrs.") or for men ("Mr."). */
  readonly women: number;
  readonly men: number;
  /** For an author: the outlets written for. */
  readonly outlets: readonly string[];
}

/** A pair that a person should look at: the newcomer and one of the candidates. */
export interface Offer<C> {
  readonly candidate: C;
  /** In words for people. */
  readonly reason: string;
}

/** What becomes of a newcomer. */
export interface Decision<C> {
  /** The one candidate that the newcomer is, or null. */
  readonly joins: C | null;
  /** Why it joins, or why it joins nobody. */
  readonly reason: string;
  /**
   * Whether the newcomer's name means something in its own article only ("Marlow", "a spokesman"): later articles never
   * join it.
   */
  readonly bound: boolean;
  /** Pairs for review, the likeliest first; there are few. */
  readonly offers: readonly Offer<C>[];
}

/** Under which keys a record holds a speaker, and under which it looks for those that a newcomer may be. */
export interface Keys {
  /** Where later newcomers find it; empty for a name that means something in its own article only. */
  readonly held: readonly string[];
  /** Where to look for it. Of each key, `Identifier.mostCandidates` holders are read, those in most articles first. */
  readonly sought: readonly string[];
}

/** Tells who a newcomer is among the speakers of a record. Pure: the same for the same arguments. */
export interface Identifier {
  keysOf(speaker: Pick<Speaker, 'kind' | 'name'>): Keys;
  /** @param candidates those held under a key that `keysOf(newcomer).sought` names, each once, in the order of their coming */
  identify<C extends Candidate>(newcomer: Newcomer, candidates: readonly C[]): Decision<C>;
  /** What the title in a newcomer's name or beside it tells ("Mrs."): a woman, a man, or null. */
  genderCalled(newcomer: Newcomer): 'f' | 'm' | null;
  /** So many holders of one key are read at most. */
  readonly mostCandidates: number;
}

/** Tells captures of one article from those of others, and changed words from the same ones. Pure. */
export interface Comparer {
  /** What all addresses of one article have in common, to be compared as a string; null where `url` names no article. */
  addressOf(url: string | null): string | null;
  /** Whether two captures of one article have the same words for a reader: one is no revision of the other. */
  sameWords(a: Pick<Article, 'title' | 'text'>, b: Pick<Article, 'title' | 'text'>): boolean;
}

/** What decides for a record what it cannot know itself; the same record needs the same ones. */
export interface Advisers {
  readonly identifier: Identifier;
  readonly comparer: Comparer;
}
