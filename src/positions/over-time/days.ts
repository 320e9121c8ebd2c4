import type { Held } from '../../model.ts';

const DAY = 86_400_000;

/** The day of a position, `YYYY-MM-DD`: when it was said, or else when its article was published; null without either. */
export const dayOf = ({ saidOn, article }: Held): string | null => saidOn ?? article.published?.slice(0, 10) ?? null;

/** How many days lie between two positions; null where one has no day. */
export function daysApart(a: Held, b: Held): number | null {
  const [one, other] = [dayOf(a), dayOf(b)].map((day) => (day ? Date.parse(day) : Number.NaN)) as [number, number];
  const apart = Math.abs(one - other) / DAY;
  return Number.isNaN(apart) ? null : apart;
}

const BACK =
  /\b(?:last (?:year|month|week|spring|summer|autumn|fall|winter)|(?:years?|months?|weeks?|decades?) (?:ago|earlier)|previously|formerly|in the past|back in|at the time|had (?:once |long |earlier |previously )?(?:said|told|argued|insisted|called|promised|vowed|pledged|rejected|ruled|refused|denied|claimed|opposed|supported|backed|agreed)|once \w+ed|once (?:said|told)|used to|until recently|earlier (?:this|last|in)|in (?:january|february|march|april|may|june|july|august|september|october|november|december)|in (?:19|20)\d\d|since (?:19|20)\d\d)\b/i;

/** Whether an article tells, without a day, of something said before: it is no point in time. */
export function looksBack({ saidOn, sentence, cue }: Held): boolean {
  return saidOn === null && BACK.test(frame({ sentence, cue }));
}

/** Where a sentence sets its time: its beginning and its cue. */
function frame({ sentence, cue }: Pick<Held, 'sentence' | 'cue'>): string {
  return `${(sentence ?? '').slice(0, 200)} ${cue.join(' ')}`;
}
