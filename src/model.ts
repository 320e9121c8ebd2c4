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

/** Who a source refers to, as one article tells it. */
export interface Speaker {
  /** The fullest name the article gives, without titles ("Irena Malk"); for a nameless one the words used. */
  readonly name: string;
  readonly kind: SpeakerKind;
  /** The words the article uses for the speaker's role ("Russian deputy foreign minister"), or null. */
  readonly role: string | null;
  /** The courtesy title ("Mrs."), only where the article gives a person by one name alone: across articles it tells who is meant. */
  readonly courtesy?: string;
}

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
  | 'bad encoding'
  | 'bad line'
  | 'no article text'
  | 'not analysed'
  | 'not stored';

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
