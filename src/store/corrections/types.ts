import type { Mode, Span, SpeakerKind, Stance, WikidataReference } from '../../model.ts';

/** What a person asks the record to change. Keys are permanent addresses, as `RecordStore` gives them. */
export type CorrectionRequest =
  /** Two speakers are one: what is `from`'s becomes `into`'s, which keeps its address. */
  | { readonly action: 'merge'; readonly into: string; readonly from: string }
  /** Two speakers that may be one are two: the pair is no longer offered for review. */
  | { readonly action: 'apart'; readonly speaker: string; readonly other: string }
  /**
   * Some of a speaker's statements are somebody else's, who gets this name: the attributions, or those in the articles,
   * or those in which the speaker is spelt so, then also in articles that come later.
   */
  | {
      readonly action: 'split';
      readonly speaker: string;
      readonly name: string;
      readonly of: SplitOff<string, string>;
    }
  /** The speaker is to be shown under this name; all spellings go on finding it. */
  | { readonly action: 'rename'; readonly speaker: string; readonly name: string }
  | { readonly action: 'kind'; readonly speaker: string; readonly kind: SpeakerKind }
  /** A person looked at it and found it right. */
  | { readonly action: 'accept'; readonly attribution: string }
  /**
   * It stands elsewhere: the spans of source, cue or content, each part that is given as a whole. A source and a cue may be
   * left without spans.
   */
  | ({ readonly action: 'span'; readonly attribution: string } & MovedParts<readonly Span[] | undefined>)
  /** Nobody states anything there: it is left out of everything but its article, which shows it as marked. */
  | { readonly action: 'not-a-statement'; readonly attribution: string }
  /**
   * Somebody else is speaking: a speaker of the record by key, one by name and kind (who is made where the record does
   * not know it), or null for somebody not known.
   */
  | {
      readonly action: 'speaker';
      readonly attribution: string;
      readonly to: string | { readonly name: string; readonly kind: SpeakerKind } | null;
      /** The words the article uses for this speaker's role. What was found is the role of another, and goes. */
      readonly role?: string | undefined;
    }
  /**
   * Which item of Wikidata the speaker is; null: none. With evidence it is what a search found; without, a person says so,
   * and that stands against what a search finds.
   */
  | {
      readonly action: 'wikidata';
      readonly speaker: string;
      readonly item: LinkedItem | null;
      readonly evidence?: LinkEvidence | undefined;
    }
  /** Two statements are one utterance: the occurrences of `other` become those of `statement`, which keeps its address. */
  | { readonly action: 'join'; readonly statement: string; readonly other: string }
  /** Some occurrences of a statement, by the keys of the attributions, are another utterance, which gets an address. */
  | { readonly action: 'part'; readonly statement: string; readonly occurrences: readonly string[] }
  /**
   * The stance of an attribution is another, or what it hangs on: the very words of the article near it, null for nothing;
   * left out, the condition stays as it is.
   */
  | {
      readonly action: 'stance';
      readonly attribution: string;
      readonly stance: Stance;
      readonly condition?: string | null | undefined;
    }
  /** Takes a correction back, by its number; a correction that was undone holds again once the undoing is undone. */
  | { readonly action: 'undo'; readonly number: number };

/** The parts of an attribution of which spans are moved. */
export interface MovedParts<Spans> {
  readonly source?: Spans;
  readonly cue?: Spans;
  readonly content?: Spans;
}

/** A span with its words, to find it by where the text is another. */
export interface PlacedWords {
  readonly span: Span;
  readonly words: string;
}

/** The item of Wikidata that a speaker is, with the label and description that Wikidata had when that was said. */
export interface LinkedItem extends WikidataReference {
  readonly description: string | null;
}

/** Why a search took an item for a speaker. */
export interface LinkEvidence {
  /** Where the item was read: the address of an interface, or the name of a dump's file. */
  readonly source: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** What speaks for it and against it, in words for people. */
  readonly reasons: readonly string[];
  /** When the item was read from Wikidata: ISO 8601 date and time, UTC. */
  readonly checkedAt: string;
}

/** Which statements a split takes: exactly one of the three. */
export type SplitOff<Attribution, Article> =
  | { readonly attributions: readonly Attribution[] }
  | { readonly articles: readonly Article[] }
  | { readonly spelling: string };

/** Who corrects, when, and why. */
export interface CorrectionOrigin {
  readonly by: string;
  /** ISO 8601 date and time, UTC. */
  readonly at: string;
  readonly note?: string | undefined;
}

/** An entry of the log as it is written, for `rebuild` to write again. */
export interface LoggedCorrection {
  readonly at: string;
  readonly by: string;
  readonly action: CorrectionRequest['action'];
  /**
   * What is changed, each thing by its address and by evidence to find it by when a later version finds other things:
   * an article by digest and snapshot, an attribution by spans and words, a speaker by name and kind.
   */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly note: string | null;
}

/** An entry of the log with what became of it. */
export interface RecordedCorrection extends LoggedCorrection {
  /** Its number in the log, from 1. */
  readonly number: number;
  /** One line for people: "Jon Doe is John Doe". */
  readonly summary: string;
  /** The number of the correction that undid it, or null when it holds. */
  readonly undoneBy: number | null;
  /** Why it, or a part of it, has no effect, or null: what it names is not in the record. */
  readonly unapplied: string | null;
  /** How many articles the record held when it was made. */
  readonly articles: number;
}

/** That a correction touched something: which, by whom and when. */
export interface CorrectionMark extends Pick<RecordedCorrection, 'number' | 'action' | 'by' | 'at' | 'note'> {}

/** What stands in an article, in the shapes of annotated corpora. */
export interface MarkedAttributions {
  readonly attributions: readonly {
    readonly i: number;
    readonly source: readonly Span[];
    readonly cue: readonly Span[];
    readonly content: readonly Span[];
  }[];
  readonly speakers: readonly {
    readonly doc: string;
    readonly i: number;
    readonly speaker: string;
    readonly kind: SpeakerKind;
    /** Whether the article leaves the source out. */
    readonly implicit: boolean;
  }[];
  /** In words; only of attributions whose stance was kept. */
  readonly stances: readonly {
    readonly doc: string;
    readonly i: number;
    readonly mode: Mode;
    readonly stance: Stance;
    readonly about: string | null;
    readonly condition: string | null;
  }[];
}

/** An article in which something was corrected, to learn from. */
export interface CorrectedArticle {
  readonly id: string;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly title: string | null;
  readonly credit: string | null;
  readonly text: string;
  readonly found: MarkedAttributions;
  readonly corrected: MarkedAttributions;
  /** The numbers of the corrections that touched it. */
  readonly corrections: readonly number[];
}

/** Two names of which a correction says whether they are one speaker's. */
export interface CorrectedNames {
  readonly names: readonly { readonly name: string; readonly kind: SpeakerKind }[];
  readonly same: boolean;
  readonly correction: number;
}

/** An article as a correction names it. */
export interface ArticleRef {
  readonly key: string;
  readonly digest: string;
  /** Of its snapshot. */
  readonly sha256: string;
  /** What the input called it. */
  readonly id: string;
}

/** An attribution as a correction names it. */
export interface AttributionRef {
  readonly key: string;
  readonly article: ArticleRef;
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** The words of the content. */
  readonly words: string;
}

/** A statement as a correction names it: by an occurrence. */
export interface StatementRef {
  readonly key: string;
  /** The earliest, as the record had it then. */
  readonly occurrence: AttributionRef;
}

/** A speaker as a correction names it. */
export interface SpeakerRef {
  readonly key: string;
  readonly digest: string;
  /** As the record showed it then. */
  readonly name: string;
  readonly kind: SpeakerKind;
  /** As articles give it; null when only a correction had named it. */
  readonly found: {
    readonly name: string;
    readonly kind: SpeakerKind;
    /** The digest of its article, where the name means something in that one only. */
    readonly article?: string;
  } | null;
}

/** A speaker that a correction makes where the record does not hold it. */
export interface MadeSpeaker extends Pick<SpeakerRef, 'digest' | 'name' | 'kind'> {}
