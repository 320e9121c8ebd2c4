/** What is attributed, where, and to whom. */
import type { StanceFound } from './positions.ts';
import type { Span } from './span.ts';

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

/**
 * One place in one article where something is attributed (the terms of the PARC and PolNeAR corpora). What it says of the
 * source's stance is absent where that was never kept.
 */
export interface Attribution extends Partial<StanceFound> {
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
