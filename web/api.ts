import type { SourceAudit } from '../src/server/audit-schemas.ts';
import type { RevisionPage } from '../src/server/revision-schemas.ts';
import type {
  ArticleDetail,
  ArticlePage,
  AttributionPage,
  Counts,
  OutletList,
  RefusalPage,
  SpeakerDetail,
  SpeakerPage,
} from '../src/server/schemas.ts';
import type { AttemptPage, HealthList } from '../src/server/watch-schemas.ts';
import { addressOf } from './router.tsx';

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

const segment = encodeURIComponent;
const paged = (page: number, limit = PAGE_LENGTH) => ({ limit, offset: (page - 1) * limit });

/** The addresses of the API (see `src/server/schemas.ts`). Pages count from 1. */
export const api = {
  counts: (): Address<Counts> => '/api/counts',
  outlets: (): Address<OutletList> => '/api/outlets',
  articles: (page: number, outlet: string | null): Address<ArticlePage> =>
    addressOf('/api/articles', { ...paged(page), outlet }),
  article: (key: string): Address<ArticleDetail> => `/api/articles/${segment(key)}`,
  /** The revision of this number with its neighbours. */
  revisionsAround: (key: string, revision: number): Address<RevisionPage> =>
    addressOf(`/api/articles/${segment(key)}/revisions`, { limit: 3, offset: Math.max(revision - 2, 0) }),
  snapshot: (key: string) => `/api/articles/${segment(key)}/snapshot`,
  speakers: (page: number, name: string, limit = PAGE_LENGTH): Address<SpeakerPage> =>
    addressOf('/api/speakers', { ...paged(page, limit), name }),
  speaker: (key: string, page: number, limit = PAGE_LENGTH): Address<SpeakerDetail> =>
    addressOf(`/api/speakers/${segment(key)}`, paged(page, limit)),
  audit: (page: number, asked: AuditAsked): Address<SourceAudit> =>
    addressOf('/api/audit', { ...asked, ...paged(page) }),
  search: (q: string, speaker: string | null, outlet: string | null, page: number): Address<AttributionPage> =>
    addressOf('/api/search', { q, speaker, outlet, ...paged(page) }),
  health: (): Address<HealthList> => '/api/sources/health',
  failedAttempts: (outlet: string, page: number): Address<AttemptPage> =>
    addressOf('/api/attempts', { outlet, failed: 'true', ...paged(page) }),
  refusals: (page: number, limit = PAGE_LENGTH): Address<RefusalPage> => addressOf('/api/refusals', paged(page, limit)),
};
