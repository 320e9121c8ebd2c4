/** The same utterance across articles, and what became of its words. */
import type { AttributionType, Mode, SpeakerKind } from './attributions.ts';
import type { Span } from './span.ts';

/**
 * How the words of an occurrence stand to those of the earliest one. `identical`: the same words, whatever the marks
 * around them; `excerpt`: a part of them, or they a part of it, otherwise the same; `altered`: given as the same words,
 * yet some differ; `paraphrase`: in the words of a reporter.
 */
export type Change = 'identical' | 'excerpt' | 'altered' | 'paraphrase';

/**
 * What changed, the gravest first: this order is the order of gravity. `condition`: a cut that takes a condition away;
 * `speaker`: given to somebody else; `addition` and `omission`: words put in or left out without a mark that says so.
 */
export type ChangeKind = ChangeKinds[number];

/** Every kind of change in the order of gravity: lists of them are held to it by the compiler. */
export type ChangeKinds = readonly [
  'negation',
  'number',
  'modal',
  'name',
  'tense',
  'condition',
  'speaker',
  'wording',
  'addition',
  'omission',
  'order',
  'spelling',
  'punctuation',
];

/** Words of a content: in which of its pieces, and `[start, end)` in UTF-16 code units of that piece. */
export type Place = readonly [piece: number, start: number, end: number];

/** One difference between two wordings. */
export interface WordChange {
  readonly kind: ChangeKind;
  /** The words of the earlier one; null where the later one adds some. */
  readonly before: Place | null;
  /** The words of the later one; null where it leaves some out. */
  readonly after: Place | null;
}

/** An occurrence held against an earlier one. */
export interface Comparison {
  readonly change: Change;
  /** Each kind once, the gravest first; empty for `identical` and for excerpts that change nothing else. */
  readonly kinds: readonly ChangeKind[];
  /** Every difference, in the order of the text. */
  readonly differences: readonly WordChange[];
  /** Which words are the same in both, in the order of the later one. */
  readonly same: readonly { readonly before: Place; readonly after: Place }[];
}

/** The speaker of an occurrence. */
export interface ReportedSpeaker {
  /** The same for the same speaker in all articles, as far as that is known. */
  readonly id: number | string;
  readonly name: string;
  readonly kind: SpeakerKind;
}

/** One occurrence of a statement, as linking sees it. */
export interface Reported {
  /** The words of the content, one string a span, as they stand in the text. */
  readonly words: readonly string[];
  /** Where they stand in the article. Left out where that is not known: then it stands in no other's words. */
  readonly content?: readonly Span[] | undefined;
  readonly type: AttributionType;
  readonly mode: Mode;
  /** Null when it is not resolved. */
  readonly speaker: ReportedSpeaker | null;
  readonly saidOn: string | null;
}

/** The article of an occurrence, as linking sees it. */
export interface ReportedIn {
  /** The same for the same article, all its revisions included. */
  readonly id: number | string;
  readonly outlet: string | null;
  /** As in `Article`. */
  readonly published: string | null;
}

/** Under which keys statements are held, and under which newcomers look for them: integers from 0 to 2^53 - 1. */
export interface LinkKeys {
  readonly held: readonly number[];
  readonly sought: readonly number[];
}

/** A statement that newcomers may be, with the different wordings that are known of it, the earliest to come in first. */
export interface KnownStatement {
  readonly wordings: readonly (Reported & { readonly article: ReportedIn })[];
}

/** That an occurrence is the same utterance as others. */
export interface Join<To> {
  /** A statement; or the place of an earlier occurrence in the list of its own article. */
  readonly to: To;
  /** 0 to 1. */
  readonly confidence: number;
  /** Why, in words for people. */
  readonly reason: string;
}

/** What becomes of one occurrence that comes in. */
export interface LinkDecision<S> {
  /**
   * The statements that it is the same utterance as, the best first; none: it is a new one. More than one: it shows that
   * they are one.
   */
  readonly joins: readonly Join<S>[];
  /**
   * Earlier occurrences of the same article that it is the same utterance as, the best first. None that stands in the same
   * words: one report within another is one place, and no second report.
   */
  readonly within: readonly Join<number>[];
}

/** Tells which occurrences report the same utterance. Pure: the same for the same arguments. */
export interface Linker {
  /**
   * Of each key that is sought, so many statements are read at most; a key that more statements hold says nothing, and is
   * left aside.
   */
  readonly mostHolders: number;
  /** So many wordings are kept of one statement at most, the first that came. Wordings with the same keys are one. */
  readonly mostWordings: number;
  keysOf(occurrence: Reported): LinkKeys;
  /**
   * Which of the statements that hold keys of an occurrence are to be held against it.
   *
   * @param holders of each key that is sought, those that hold it
   * @param before tells which of two came first
   * @returns each once, in no order
   */
  likeliest<S>(holders: Iterable<readonly S[]>, before: (a: S, b: S) => number): S[];
  /**
   * @param occurrences those of one article, in its order
   * @param known for each occurrence the likeliest statements, each once, in the order of their coming
   */
  link<S extends KnownStatement>(
    article: ReportedIn,
    occurrences: readonly Reported[],
    known: readonly (readonly S[])[],
  ): LinkDecision<S>[];
  /** What became of the words of `earlier` in `later`. */
  compare(earlier: Reported, later: Reported): Comparison;
}
