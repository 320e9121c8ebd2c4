/** How often a feed asks to be looked at. */
import type { Element } from './tree.ts';
import type { FeedPace } from './types.ts';

/** Seconds of the periods of the RSS 1.0 module "syndication". */
const PERIODS: Readonly<Record<string, number>> = {
  hourly: 3_600,
  daily: 86_400,
  weekly: 604_800,
  monthly: 2_592_000,
  yearly: 31_536_000,
};
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
/** Minutes: a feed that stays the same for longer has not thought about it. */
const LONGEST_TTL = 100_000;

const firstText = (about: readonly Element[], name: string): string | null =>
  about
    .find((element) => element.name === name)
    ?.text.trim()
    .toLowerCase() ?? null;

const wholeIn = (text: string | null, most: number): number | null =>
  text !== null && /^\d{1,6}$/.test(text) && Number(text) >= 1 && Number(text) <= most ? Number(text) : null;

/** `ttl` of RSS 2.0 in minutes; `sy:updatePeriod` with `sy:updateFrequency`. */
function staysFor(about: readonly Element[]): number | null {
  const minutes = wholeIn(firstText(about, 'ttl'), LONGEST_TTL);
  if (minutes !== null) return minutes * 60;
  const period = PERIODS[firstText(about, 'sy:updateperiod') ?? ''];
  if (period === undefined) return null;
  return Math.round(period / (wholeIn(firstText(about, 'sy:updatefrequency'), 10_000) ?? 1));
}

/** The texts of the elements within an element: `skipHours` holds `hour`, `skipDays` holds `day`. */
const within = (about: readonly Element[], outer: string, inner: string): string[] =>
  (about.find((element) => element.name === outer)?.children ?? [])
    .filter((child) => child.name === inner)
    .map((child) => child.text.trim().toLowerCase());

/** Reads it from the elements that are about the feed (RSS 2.0, and the module "syndication" of RSS 1.0). */
export function readPace(about: readonly Element[]): FeedPace {
  // RSS 0.91 counts hours from 1 to 24.
  const hours = within(about, 'skiphours', 'hour').filter((text) => /^\d{1,2}$/.test(text) && Number(text) <= 24);
  const days = within(about, 'skipdays', 'day').map((day) => DAYS.indexOf(day));
  return {
    staysFor: staysFor(about),
    quietHours: [...new Set(hours.map((hour) => Number(hour) % 24))],
    quietDays: [...new Set(days.filter((day) => day >= 0))],
  };
}

/** Of a feed that says nothing of it. */
export const NO_PACE: FeedPace = { staysFor: null, quietHours: [], quietDays: [] };
