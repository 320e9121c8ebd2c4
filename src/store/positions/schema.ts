import type { Generated } from 'kysely';
import type { CollisionKind, ConditionStatus, Modality, Stance, TimeSpoken } from '../../model.ts';

/** The tables of positions as TypeScript sees them; `migrations/0015-positions.ts` says what each column means. */
export interface PositionTables {
  position: PositionTable;
  position_said: PositionSaidTable;
  position_key: PositionKeyTable;
  position_changed: PositionChangedTable;
  collision: CollisionTable;
}

export interface PositionTable {
  attribution_id: number;
  stance: Stance;
  about_start: number | null;
  about_end: number | null;
  condition_start: number | null;
  condition_end: number | null;
  condition_status: ConditionStatus | null;
  negative: number;
  modality: Modality | null;
  hedged: number;
  time: TimeSpoken | null;
  confidence: number;
  evidence: string;
  held: Generated<number | null>;
}

export interface PositionSaidTable {
  attribution_id: number;
  correction_id: number;
  stance: Stance;
  condition_start: number | null;
  condition_end: number | null;
}

export interface PositionKeyTable {
  key: number;
  as_found: number;
  attribution_id: number;
}

export interface PositionChangedTable {
  attribution_id: number;
}

export interface CollisionTable {
  later_id: number;
  earlier_id: number;
  kind: CollisionKind;
  confidence: number;
  reason: string;
  shown_later: string;
  shown_earlier: string;
}
