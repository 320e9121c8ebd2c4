/** Time zones of feeds: names of offsets, and places. */

/**
 * Minutes east of UTC. RFC 822 fixes those of North America; the others stand for one offset in the press that uses them.
 * Names that do not ("IST", "AST") are left out.
 */
export const ZONES: Readonly<Record<string, number>> = {
  ...{
    z: 0,
    ut: 0,
    utc: 0,
    gmt: 0,
    wet: 0,
    west: 60,
    bst: 60,
    cet: 60,
    cest: 120,
    mez: 60,
    mesz: 120,
    met: 60,
    mest: 120,
  },
  ...{ eet: 120, eest: 180, msk: 180, sast: 120, hkt: 480, sgt: 480, jst: 540, kst: 540 },
  ...{ est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420, akst: -540, akdt: -480 },
  ...{ hst: -600, aest: 600, aedt: 660, nzst: 720, nzdt: 780 },
};

/** Formatters by place; null for a place that is not known. Feeds name few. */
const PLACES = new Map<string, Intl.DateTimeFormat | null>();
const MOST_PLACES = 500;

function formatterOf(place: string): Intl.DateTimeFormat | null {
  const known = PLACES.get(place);
  if (known !== undefined) return known;
  let made: Intl.DateTimeFormat | null = null;
  try {
    made = new Intl.DateTimeFormat('en', { timeZone: place, timeZoneName: 'longOffset' });
  } catch {
    // There is no such place.
  }
  if (PLACES.size < MOST_PLACES) PLACES.set(place, made);
  return made;
}

function offsetOf(formatter: Intl.DateTimeFormat, moment: number): number {
  const name = formatter.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -size : size;
}

/**
 * Minutes east of UTC in a place of the time zone database when its clocks show a time.
 *
 * @param clock the time that clocks show, as milliseconds since 1970 as if in UTC
 * @returns null when the place is not known, or its clocks show that time twice or never on that day
 */
export function offsetAt(place: string, clock: number): number | null {
  const formatter = formatterOf(place);
  if (!formatter) return null;
  const day = 86_400_000;
  const offsets = new Set([clock - day, clock + day].map((moment) => offsetOf(formatter, moment)));
  const fitting = [...offsets].filter((offset) => offsetOf(formatter, clock - offset * 60_000) === offset);
  return fitting.length === 1 ? fitting[0]! : null;
}
