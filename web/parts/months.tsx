import type { SpeakerDetail } from '../../src/server/schemas.ts';
import type { Days } from '../api.ts';
import { addressOf, Link } from '../router.tsx';
import { counted, monthWords, speakerAddress } from '../words.ts';

type Months = SpeakerDetail['months'];

/** Of more months than these the years are shown. */
const MOST_MONTHS = 24;
/** A bar, in its own units; what is there at all is seen. */
const BAR = { width: 10, height: 40, least: 3 } as const;

/** The month or year that an address asks for: "2031-10", "2031"; null without one. */
export function monthOf(query: URLSearchParams): string | null {
  const month = query.get('month');
  return month !== null && /^[1-9]\d{3}(-(0[1-9]|1[0-2]))?$/.test(month) ? month : null;
}

/** The first and last day of a month or year. */
export function daysOf(month: string): Days {
  if (month.length === 4) return { from: `${month}-01-01`, to: `${month}-12-31` };
  const [year, number] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year!, number!, 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${last}` };
}

/** All months from the first to the last, or all years where these are many, each with its figure. */
export function barsOf(months: Months): Months {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return [];
  const [from, to] = [ordinal(first.month), ordinal(last.month)];
  const yearly = to - from >= MOST_MONTHS;
  const length = yearly ? 'YYYY'.length : 'YYYY-MM'.length;
  const figures = Map.groupBy(months, ({ month }) => month.slice(0, length));
  const names = yearly
    ? Array.from({ length: Math.floor(to / 12) - Math.floor(from / 12) + 1 }, (_, i) =>
        nameOf(from + 12 * i).slice(0, 4),
      )
    : Array.from({ length: to - from + 1 }, (_, i) => nameOf(from + i));
  return names.map((month) => ({
    month,
    attributions: (figures.get(month) ?? []).reduce((sum, { attributions }) => sum + attributions, 0),
  }));
}

/** Months since the year 0. */
function ordinal(month: string): number {
  return 12 * Number(month.slice(0, 4)) + Number(month.slice(5)) - 1;
}

function nameOf(ordinal: number): string {
  return `${String(Math.floor(ordinal / 12)).padStart(4, '0')}-${String((ordinal % 12) + 1).padStart(2, '0')}`;
}

interface MonthsProps {
  readonly months: Months;
  readonly chosen: string | null;
  readonly speaker: string;
  readonly hue: string;
}

/** How much a speaker said when: a bar for each month, which leads to what was said in it. Nothing where all is of one month. */
export function Months({ months, chosen, speaker, hue }: MonthsProps) {
  const bars = barsOf(months);
  if (bars.length < 2) return null;
  const most = Math.max(...bars.map(({ attributions }) => attributions));
  const address = (month: string | null) => addressOf(speakerAddress(speaker), { month });
  return (
    <nav className={`months ${hue}`} aria-label="Statements by time">
      <ol className="plain">
        {bars.map(({ month, attributions }) => (
          <li key={month}>
            {attributions > 0 && (
              <Link
                to={address(month)}
                title={`${monthWords(month)}: ${counted(attributions, 'statement')}`}
                aria-label={`${monthWords(month)}: ${counted(attributions, 'statement')}`}
                aria-current={month === chosen ? 'true' : undefined}
              >
                <Bar share={attributions / most} />
              </Link>
            )}
          </li>
        ))}
      </ol>
      <p className="months-ends">
        <span>{monthWords(bars[0]!.month)}</span>
        {chosen !== null && <Link to={address(null)}>All the time</Link>}
        <span>{monthWords(bars.at(-1)!.month)}</span>
      </p>
    </nav>
  );
}

function Bar({ share }: { readonly share: number }) {
  const { width, height, least } = BAR;
  const tall = Math.max(least, share * height);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect x={0} y={height - tall} width={width} height={tall} />
    </svg>
  );
}
