import type { CollisionKind, Figure, ShiftKind } from '../../model.ts';
import type { CollisionQuery, RecordedAttribution, RecordedCollision, RecordedSource } from '../../store/index.ts';

/** What is asked of a record about positions. */
export interface LedgerQuery extends Pick<CollisionQuery, 'from' | 'to'> {
  /** Ways to put the issue; a position is on it when it has all words of one. */
  readonly wordings: readonly string[];
  /** Keys of speakers: only theirs. Absent: of anybody. */
  readonly speakers?: readonly string[] | undefined;
}

/** What changed between two positions of one speaker; both by the keys of their attributions. */
export interface LedgerShift {
  readonly kind: ShiftKind;
  readonly before: string;
  readonly after: string;
  /** The words that show it. */
  readonly shownBefore: readonly string[];
  readonly shownAfter: readonly string[];
  /** 0 to 1. */
  readonly confidence: number;
  /** In words for people. */
  readonly reason: string;
}

/** One utterance of a speaker in time; reports by the keys of their attributions, the earliest first. */
export interface LanePoint {
  /** `YYYY-MM-DD`: when it was said, or else when the first report was published. */
  readonly on: string;
  readonly reports: readonly string[];
  /** How it differs from the point before. */
  readonly shift: LedgerShift | null;
}

/** What a speaker held on one matter of the issue. */
export interface LaneCourse {
  /** Words that its positions have in common. */
  readonly matter: readonly string[];
  readonly points: readonly LanePoint[];
  /** Since when nothing changed. */
  readonly unchangedSince: string;
}

/** One speaker's positions on an issue in time. What has no date, or recalls another time, is no point of it. */
export interface Lane {
  readonly speaker: RecordedSource;
  readonly courses: readonly LaneCourse[];
}

/** A number that somebody claims. */
export interface ClaimedFigure extends Pick<Figure, 'words' | 'unit' | 'counted'> {
  /** Null stands for a number without an end ("more than 300"), which JSON cannot write. */
  readonly least: number;
  readonly most: number | null;
  /** The key of the attribution that claims it. */
  readonly attribution: string;
}

/** Another account that cannot hold beside a position. */
export interface CollidesWith {
  readonly kind: CollisionKind;
  /** The key of the other attribution. */
  readonly with: string;
  readonly confidence: number;
  /** In words for people. */
  readonly reason: string;
}

/** A position on an issue, with what it changed and what it collides with. */
export interface LedgerPosition {
  readonly attribution: RecordedAttribution;
  /** `YYYY-MM-DD`: when it was said, or else when its article was published; null where neither is known. */
  readonly on: string | null;
  /** Whether the article recalls it from a time that it does not date: then `on` is not when it was held. */
  readonly recalled: boolean;
  /** What its speaker changed by it. */
  readonly shift: LedgerShift | null;
  /** The surest first. */
  readonly collisions: readonly CollidesWith[];
}

/** Who holds what on an issue: everything that a record has of it, bounded. */
export interface Ledger {
  /** In time: as said, or else as published; those without a day last. */
  readonly positions: readonly LedgerPosition[];
  /** Those with most points first. */
  readonly lanes: readonly Lane[];
  /** Accounts that cannot both hold, of which one at least is on the issue, the surest first. */
  readonly collisions: readonly RecordedCollision[];
  /** How many collisions more there are than are given. */
  readonly collisionsLeft: number;
  readonly figures: readonly ClaimedFigure[];
  /** How many attributions with a word of the issue were looked at, the likeliest ones, and how many were not. */
  readonly read: number;
  readonly left: number;
}

/** What was found to have shifted, the surest first, and in how many positions it was looked for. */
export interface ShiftsFound {
  readonly shifts: readonly RecordedShift[];
  /** How many positions were looked at, and how many that were asked for were not. */
  readonly read: number;
  readonly left: number;
}

/** A shift with both statements. */
export interface RecordedShift extends Omit<LedgerShift, 'before' | 'after'> {
  readonly before: RecordedAttribution;
  readonly after: RecordedAttribution;
}
