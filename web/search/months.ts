/** A bar of the histogram: a month or a year, as days of which both ends are in it. */
export interface Bar {
  /** `YYYY-MM` or `YYYY`. */
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** More months than this are shown as years. */
const MOST_BARS = 36;
/** More years than this are not shown one by one: a mistaken date may lie centuries away. */
const MOST_YEARS = 60;

const isMonth = (value: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(value);
const numberOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
const pad = (number: number, length: number): string => String(number).padStart(length, '0');
const monthOf = (number: number): string => `${pad(Math.floor(number / 12), 4)}-${pad((number % 12) + 1, 2)}`;
const lastDay = (month: string): number =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();

/**
 * Bars for counted months, those without a match between them as well: month by month where these are few, else by year; of
 * the last sixty years.
 *
 * @param months `YYYY-MM` in their order
 * @param within only what lies between these days
 */
export function barsOf(
  months: readonly { readonly value: string; readonly count: number }[],
  within: { readonly from: string | null; readonly to: string | null },
): Bar[] {
  const [least, greatest] = [within.from?.slice(0, 7) ?? '', within.to?.slice(0, 7) ?? '9999-12'];
  const shown = months.filter(({ value }) => isMonth(value) && value >= least && value <= greatest);
  if (shown.length === 0) return [];
  const [first, last] = [numberOf(shown[0]!.value), numberOf(shown.at(-1)!.value)];
  return last - first < MOST_BARS ? monthBars(shown, first, last) : yearBars(shown);
}

function monthBars(shown: Parameters<typeof barsOf>[0], first: number, last: number): Bar[] {
  const counts = new Map(shown.map(({ value, count }) => [value, count]));
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const name = monthOf(first + i);
    return { name, from: `${name}-01`, to: `${name}-${pad(lastDay(name), 2)}`, count: counts.get(name) ?? 0 };
  });
}

function yearBars(shown: Parameters<typeof barsOf>[0]): Bar[] {
  const counts = new Map<number, number>();
  for (const { value, count } of shown) {
    const year = Number(value.slice(0, 4));
    counts.set(year, (counts.get(year) ?? 0) + count);
  }
  const last = Math.max(...counts.keys());
  const first = Math.max(Math.min(...counts.keys()), last - MOST_YEARS + 1);
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const name = pad(first + i, 4);
    return { name, from: `${name}-01-01`, to: `${name}-12-31`, count: counts.get(first + i) ?? 0 };
  });
}
