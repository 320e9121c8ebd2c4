/** Articles, and how they came in. */
import type { Attribution } from './attributions.ts';
import type { Span } from './span.ts';

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
  /**
   * Whom the publisher itself credits beside the text, in its own words ("AP", "h/t: Karsk Herald"): in the data, in what
   * its page says of itself, or in the feed that announced it; several parted by ";". Absent or null: nobody.
   */
  readonly credit?: string | null;
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
  /** Who had the article first, by the feed that announced it (RSS and Atom: `source`); absent where none says so. */
  readonly publisher?: string;
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

export interface AnalyzedArticle extends Article {
  readonly attributions: readonly Attribution[];
}

/** Tells captures of one article from those of others, and changed words from the same ones. Pure. */
export interface Comparer {
  /** What all addresses of one article have in common, to be compared as a string; null where `url` names no article. */
  addressOf(url: string | null): string | null;
  /** Whether two captures of one article have the same words for a reader: one is no revision of the other. */
  sameWords(a: Pick<Article, 'title' | 'text'>, b: Pick<Article, 'title' | 'text'>): boolean;
}
