import type { Paging } from './types.ts';

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
