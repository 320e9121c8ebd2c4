/** A part of a list, and how long the whole list is. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
}

/** Which part of a list is wanted; numbers out of bounds are brought within them. */
export interface Paging {
  /** At most this many items (1 to 500, default 50), */
  readonly limit?: number | undefined;
  /** after leaving out this many. */
  readonly offset?: number | undefined;
}

const DEFAULT_LIMIT = 50;
const GREATEST_LIMIT = 500;

/** The limit and offset to use for what was asked: whole numbers within bounds, the default where none was given. */
export function pageOf({ limit, offset }: Paging = {}): { limit: number; offset: number } {
  return {
    limit: whole(limit, DEFAULT_LIMIT, 1, GREATEST_LIMIT),
    offset: whole(offset, 0, 0, Number.MAX_SAFE_INTEGER),
  };
}

function whole(value: number | undefined, otherwise: number, least: number, greatest: number): number {
  if (value === undefined || Number.isNaN(value)) return otherwise;
  return Math.min(Math.max(Math.trunc(value), least), greatest);
}
