import type { Generated } from 'kysely';
import type { Outcome } from '../../model.ts';
import type { ItemState, Part, SourceKind } from './types.ts';

/** The tables of what is watched; `migrations/0008-watch.ts` says what each column means. */
export interface WatchTables {
  source: SourceTable;
  item: ItemTable;
  item_source: ItemSourceTable;
  attempt: AttemptTable;
  outlet_attempts: OutletAttemptsTable;
  outlet_state: OutletStateTable;
  host_rest: HostRestTable;
}

/** What tells a version, so that only what differs from it is read. */
interface VersionColumns {
  final_url: string | null;
  etag: string | null;
  last_modified: string | null;
  sha256: string | null;
}

export interface SourceTable extends VersionColumns {
  id: Generated<number>;
  url: string;
  kind: SourceKind;
  title: string | null;
  site: string | null;
  folders: string;
  outlet: string;
  host: string;
  found_in: number | null;
  added_at: string;
  removed_at: string | null;
  next_at: string | null;
  interval: number | null;
  pace: string | null;
  asked_at: string | null;
  ok_at: string | null;
  failures: Generated<number>;
  failing_since: string | null;
  reason: string | null;
}

export interface ItemTable extends VersionColumns {
  id: Generated<number>;
  canonical: string;
  url: string;
  host: string;
  source_id: number | null;
  outlet: string;
  first_seen: string;
  title: string | null;
  published: string | null;
  updated: string | null;
  publisher_name: string | null;
  publisher_url: string | null;
  state: ItemState;
  article_id: number | null;
  address: string | null;
  duplicate_of: number | null;
  next_at: string | null;
  tries: Generated<number>;
  looks: Generated<number>;
}

export interface ItemSourceTable {
  item_id: number;
  source_id: number;
  seen_at: string;
}

export interface AttemptTable {
  id: Generated<number>;
  source_id: number | null;
  item_id: number | null;
  article_id: number | null;
  url: string;
  final_url: string;
  redirects: string;
  at: string;
  duration_ms: number;
  status: number | null;
  outcome: Outcome;
  reason: string | null;
  bytes: number;
  etag: string | null;
  last_modified: string | null;
  retry_after: number | null;
  sha256: string | null;
}

export interface OutletAttemptsTable {
  outlet: string;
  part: Part;
  outcome: Outcome;
  attempts: number;
}

export interface OutletStateTable {
  outlet: string;
  part: Part;
  ok_at: string | null;
  failing_since: string | null;
  failures: number;
  outcome: Outcome | null;
  reason: string | null;
  url: string | null;
}

interface HostRestTable {
  host: string;
  until: string;
}
