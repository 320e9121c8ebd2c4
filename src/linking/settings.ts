/** What decides whether two occurrences are one utterance. Every threshold of linking stands here. */
export interface LinkSettings {
  /** Of each key so many statements are read; a key of more says nothing. */
  readonly mostHolders: number;
  /** A statement that shares one key alone is read where no more than so many hold that: else it is a phrase of many. */
  readonly mostHoldersOfOne: number;
  /** For one occurrence so many statements are read, those that share the rarest keys. */
  readonly mostCandidates: number;
  /** So many different wordings of one statement are kept. */
  readonly mostWordings: number;
  /** Words in a row that are looked up together. */
  readonly gram: number;
  /** Of so many such runs in a row one is held at least (winnowing's window). */
  readonly window: number;
  /** Days between two articles within which they may report one occasion. */
  readonly occasion: number;
  /** What two occurrences must reach to be joined, 0 to 1; `confidence` says how far above it they are. */
  readonly least: number;
}

/** Chosen on pairs of real articles and held against what was not seen: docs/experiments.md. */
export const LINK_SETTINGS: LinkSettings = {
  mostHolders: 32,
  mostHoldersOfOne: 5,
  mostCandidates: 16,
  mostWordings: 8,
  gram: 4,
  window: 4,
  occasion: 4,
  least: 0.5,
};
