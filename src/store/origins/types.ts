import type { Credit, ReprintKind, SharedPassage } from '../../model.ts';

/** That an article of the record comes from another one. */
export interface RecordedReprint {
  /** The other's key. */
  readonly of: string;
  readonly kind: ReprintKind;
  /** Of the words that the article tells outside quotation marks: the share that the other has too. 0 to 1. */
  readonly share: number;
  /** In words for people. */
  readonly why: string;
  readonly passages: readonly SharedPassage[];
}

/** Where an article has its material from. */
export interface RecordedSourcing {
  readonly credits: readonly Credit[];
  /** The articles that it comes from, those with most words in common first. */
  readonly reprints: readonly RecordedReprint[];
  /** Of each of its attributions, in order: the position of the one that reports it, or null. */
  readonly within: readonly { readonly within: number | null }[];
}
