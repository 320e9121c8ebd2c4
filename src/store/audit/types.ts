/** Which articles are looked at. */
export interface ArticleFilter {
  /** Only those of this outlet, spelt as in the record. */
  readonly outlet?: string | undefined;
  /** Only those published on this day or later, `YYYY-MM-DD`; articles without a date are left out then. */
  readonly from?: string | undefined;
  /** Only those published on this day or earlier, `YYYY-MM-DD`; articles without a date are left out then. */
  readonly to?: string | undefined;
}

/** What a source audit counts. */
export interface AuditQuery extends ArticleFilter {
  /** `words` (the default): only what was said or written. `all`: also what the article ascribes without words. */
  readonly modes?: 'words' | 'all' | undefined;
}

/** What sources of one kind, or all of them, gave. */
export interface AuditCount {
  /** How many attributions are counted. */
  readonly attributions: number;
  /** Their part of all that are counted, 0 to 1; null where none is. */
  readonly share: number | null;
  /** How many of them stand in quotation marks, wholly or in part. */
  readonly inQuotationMarks: number;
  /** Their part of all counted ones that stand in quotation marks, 0 to 1; null where none does. */
  readonly inQuotationMarksShare: number | null;
  /** Each speaker once an article, however often it is quoted there; who is not known is no source. */
  readonly sources: number;
  /** Their part of all sources, 0 to 1; null where there is none. */
  readonly sourcesShare: number | null;
}
