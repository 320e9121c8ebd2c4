import type { CreditKind, ReprintKind } from '../../model.ts';

/** The tables of origins as TypeScript sees them; `migrations/0010-origins.ts` says what each column means. */
export interface OriginTables {
  article_credit: ArticleCreditTable;
  narration_key: NarrationKeyTable;
  reprint: ReprintTable;
}

export interface ArticleCreditTable {
  article_id: number;
  position: number;
  outlet: string;
  name: string | null;
  outlet_key: string;
  kind: CreditKind;
  start: number | null;
  end: number | null;
  whole: number;
  attribution: number | null;
}

export interface NarrationKeyTable {
  key: number;
  article_id: number;
}

export interface ReprintTable {
  article_id: number;
  of_id: number;
  kind: ReprintKind;
  share: number;
  why: string;
  passages: string;
}
