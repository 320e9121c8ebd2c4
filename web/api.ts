import type { ArticleDetail } from '../src/server/article-schemas.ts';
import type { SourceAudit } from '../src/server/audit-schemas.ts';
import type {
  IssueCounts,
  IssueDetail,
  IssueList,
  ShiftPage,
  SuggestedIssues,
  WholeLedger,
} from '../src/server/ledger-schemas.ts';
import type { DoubtKind, ReviewPage } from '../src/server/review-schemas.ts';
import type { RevisionPage } from '../src/server/revision-schemas.ts';
import type {
  ArticlePage,
  CorrectionPage,
  OfferPage,
  OutletList,
  RefusalPage,
  SpeakerDetail,
  SpeakerPage,
} from '../src/server/schemas.ts';
import type { SearchResult } from '../src/server/search-schemas.ts';
import type { StatementDetail, StatementList } from '../src/server/statement-schemas.ts';
import type { StoryDetail, StoryList } from '../src/server/story-schemas.ts';
import type { Today } from '../src/server/today-schemas.ts';
import type { AttemptPage, HealthList, SourceList } from '../src/server/watch-schemas.ts';
import { addressOf } from './router.tsx';
import { type Asked, queryOf } from './search/asked.ts';

declare const answer: unique symbol;
/** An address of the API together with the type of its answer. */
export type Address<T> = string & { readonly [answer]?: T };

/** How many items a page of a list shows. */
export const PAGE_LENGTH = 50;

/** What a source audit is asked for; null for all. */
export interface AuditAsked {
  readonly from: string | null;
  readonly to: string | null;
  readonly modes: 'all' | null;
}

/** From one day to another, both included: YYYY-MM-DD. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** Which statements in doubt are asked for; null for all. */
export interface ReviewAsked {
  readonly kind: DoubtKind | null;
  readonly outlet: string | null;
  readonly speaker: string | null;
}

/** Which statements are asked for; null for all. */
export interface StatementsAsked {
  readonly altered: 'true' | null;
  readonly kind: string | null;
  readonly speaker: string | null;
  readonly outlet: string | null;
  readonly q: string | null;
}

/** The days, YYYY-MM-DD, between which articles were published; null for all. */
export interface DaysAsked {
  readonly from: string | null;
  readonly to: string | null;
}

/** A ledger of a saved issue or of words. */
export type LedgerAsked = DaysAsked & ({ readonly issue: string } | { readonly about: string });

const segment = encodeURIComponent;
const paged = (page: number, limit = PAGE_LENGTH) => ({ limit, offset: (page - 1) * limit });

/** The addresses of the API (see `src/server/schemas.ts`). Pages count from 1. */
export const api = {
  today: (): Address<Today> => '/api/today',
  outlets: (): Address<OutletList> => '/api/outlets',
  articles: (page: number, outlet: string | null): Address<ArticlePage> =>
    addressOf('/api/articles', { ...paged(page), outlet }),
  article: (key: string): Address<ArticleDetail> => `/api/articles/${segment(key)}`,
  /** The revision of this number with its neighbours. */
  revisionsAround: (key: string, revision: number): Address<RevisionPage> =>
    addressOf(`/api/articles/${segment(key)}/revisions`, { limit: 3, offset: Math.max(revision - 2, 0) }),
  snapshot: (key: string) => `/api/articles/${segment(key)}/snapshot`,
  statements: (page: number, asked: StatementsAsked): Address<StatementList> =>
    addressOf('/api/statements', { ...asked, ...paged(page) }),
  statement: (key: string, page: number): Address<StatementDetail> =>
    addressOf(`/api/statements/${segment(key)}`, paged(page)),
  stories: (page: number): Address<StoryList> => addressOf('/api/stories', paged(page)),
  story: (key: string, page: number): Address<StoryDetail> => addressOf(`/api/stories/${segment(key)}`, paged(page)),
  speakers: (page: number, name: string, limit = PAGE_LENGTH): Address<SpeakerPage> =>
    addressOf('/api/speakers', { ...paged(page, limit), name }),
  speaker: (key: string, page: number, limit = PAGE_LENGTH, days: Days | null = null): Address<SpeakerDetail> =>
    addressOf(`/api/speakers/${segment(key)}`, { ...paged(page, limit), ...days }),
  audit: (page: number, asked: AuditAsked): Address<SourceAudit> =>
    addressOf('/api/audit', { ...asked, ...paged(page) }),
  search: (asked: Asked, page: number): Address<SearchResult> => {
    const { limit, offset } = paged(page);
    return `/api/search?${queryOf(asked)}&limit=${limit}&offset=${offset}`;
  },
  review: (asked: ReviewAsked, offset: number, limit: number): Address<ReviewPage> =>
    addressOf('/api/review', { ...asked, offset, limit }),
  offers: (offset: number, limit: number): Address<OfferPage> => addressOf('/api/offers', { offset, limit }),
  corrections: (page: number): Address<CorrectionPage> => addressOf('/api/corrections', paged(page)),
  issues: (page: number): Address<IssueList> => addressOf('/api/issues', paged(page)),
  issue: (name: string, days: DaysAsked): Address<IssueDetail> =>
    addressOf(`/api/issues/${segment(name)}`, { ...days }),
  issueCounts: (name: string): Address<IssueCounts> => `/api/issues/${segment(name)}/counts`,
  suggestedIssues: (): Address<SuggestedIssues> => '/api/suggested-issues',
  ledger: (about: string, days: DaysAsked): Address<WholeLedger> => addressOf('/api/ledger', { about, ...days }),
  /** The positions as a file. */
  ledgerFile: (ending: 'csv' | 'jsonl', asked: LedgerAsked): string => addressOf(`/api/ledger.${ending}`, { ...asked }),
  shiftsOf: (speaker: string): Address<ShiftPage> => addressOf('/api/shifts', { speaker, limit: 3 }),
  watched: (): Address<SourceList> => '/api/sources',
  health: (): Address<HealthList> => '/api/sources/health',
  failedAttempts: (outlet: string, page: number): Address<AttemptPage> =>
    addressOf('/api/attempts', { outlet, failed: 'true', ...paged(page) }),
  refusals: (page: number, limit = PAGE_LENGTH): Address<RefusalPage> => addressOf('/api/refusals', paged(page, limit)),
};
