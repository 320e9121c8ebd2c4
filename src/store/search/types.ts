import type { AttributionType, Mode, SpeakerKind } from '../../model.ts';
import type { Page, Paging } from '../paging.ts';
import type { RecordedAttribution } from '../recorded.ts';

/** One value, or several of which any will do. */
export type OneOf<T> = T | readonly T[];

/** What search takes: words, or "a phrase" in quotation marks, and facets, all of which must hold. */
export interface SearchQuery extends Paging {
  readonly words: string;
  /** Speakers' keys. */
  readonly speaker?: OneOf<string> | undefined;
  /** `unknown` is also what has no speaker at all. */
  readonly kind?: OneOf<SpeakerKind> | undefined;
  readonly outlet?: OneOf<string> | undefined;
  readonly type?: OneOf<AttributionType> | undefined;
  readonly mode?: OneOf<Mode> | undefined;
  /** Where it was said, spelt as in the record. */
  readonly medium?: OneOf<string> | undefined;
  /** Only in articles published on this day or later, `YYYY-MM-DD`; none without a date. */
  readonly from?: string | undefined;
  /** Only in articles published on this day or earlier, `YYYY-MM-DD`; none without a date. */
  readonly to?: string | undefined;
  /** Only occurrences of statements whose words somebody changed. */
  readonly altered?: boolean | undefined;
  /**
   * `relevance` (the default): words in a row first, then whatever holds all words itself, then what is found by its
   * speaker's name or its headline too; of these the newest article first. `date`: the newest article first.
   */
  readonly sort?: 'relevance' | 'date' | undefined;
}

/** What a search found. */
export interface Found extends Page<RecordedAttribution> {
  /**
   * Whether there may be more than `total`. Of what too many match, those that came in last are looked at: 2,000 of them
   * are listed.
   */
  readonly atLeast: boolean;
}

/** A value of a facet and how many of what was found have it. */
export interface FacetValue<T> {
  readonly value: T;
  readonly count: number;
}

/** A speaker who said some of what was found. */
export interface FacetSpeaker {
  readonly key: string;
  readonly name: string;
  readonly kind: SpeakerKind;
  readonly count: number;
}

/**
 * What was found, counted. A facet counts what matches the words and all *other* facets, so that it says what choosing another
 * of its values would give. The most frequent values come first, at most twenty, the chosen ones always among them.
 */
export interface SearchFacets {
  /** Whether all that matches was counted; if not, the matches that came in last were. */
  readonly whole: boolean;
  /** How many matches of the words were looked at. */
  readonly counted: number;
  readonly speakers: readonly FacetSpeaker[];
  readonly kinds: readonly FacetValue<SpeakerKind>[];
  readonly outlets: readonly FacetValue<string>[];
  readonly types: readonly FacetValue<AttributionType>[];
  readonly modes: readonly FacetValue<Mode>[];
  readonly media: readonly FacetValue<string>[];
  /** `YYYY-MM` in their order, those without a match left out. */
  readonly months: readonly FacetValue<string>[];
  /** How many are in articles without a date. */
  readonly undated: number;
  readonly altered: number;
}
