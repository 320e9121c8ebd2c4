import { PAGE_LENGTH } from '../api.ts';
import { Link } from '../router.tsx';
import { figure } from '../words.ts';

interface PagerProps {
  /** From 1. */
  readonly page: number;
  readonly total: number;
  readonly what: string;
  addressOf(page: number): string;
}

/** The way to the pages before and after; nothing when one page holds everything. */
export function Pager({ page, total, what, addressOf }: PagerProps) {
  const last = Math.max(1, Math.ceil(total / PAGE_LENGTH));
  if (last === 1 && page === 1) return null;
  const first = (page - 1) * PAGE_LENGTH;
  return (
    <nav className="pager" aria-label={`Pages of ${what}`}>
      {page > 1 && (
        <Link to={addressOf(Math.min(page - 1, last))} rel="prev">
          Previous
        </Link>
      )}
      <span>
        {first < total
          ? `${figure(first + 1)}–${figure(Math.min(first + PAGE_LENGTH, total))} of ${figure(total)}`
          : `Nothing here: there are ${figure(total)}`}
      </span>
      {page < last && (
        <Link to={addressOf(page + 1)} rel="next">
          Next
        </Link>
      )}
    </nav>
  );
}

/** The page number an address asks for: 1 when it asks for none or for nonsense. */
export function pageOf(query: URLSearchParams): number {
  const page = Number(query.get('page') ?? 1);
  return Number.isInteger(page) && page >= 1 && page <= 1_000_000 ? page : 1;
}
