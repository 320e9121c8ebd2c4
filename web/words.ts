import type { RecordedArticle, RecordedAttribution, RecordedSpeaker } from '../src/server/schemas.ts';

/** Words for what the record's plain data means, the same on every page. */

const number = new Intl.NumberFormat('en-GB');
const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** "1 statement", "1,204 statements". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${number.format(count)} ${count === 1 ? one : many}`;
}

export function figure(count: number): string {
  return number.format(count);
}

/** "12 October 2031" of an ISO date, with its time as given ("14:05 UTC", "14:05 +02:00"); as it stands when it is no date. */
export function dateWords(iso: string): string {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(iso);
  if (!parts) return iso;
  const [, year, month, date, time, zone] = parts;
  const day = dayFormat.format(Date.UTC(Number(year), Number(month) - 1, Number(date)));
  if (!time) return day;
  return `${day}, ${time}${zone ? ` ${zone === 'Z' ? 'UTC' : zone}` : ''}`;
}

/** The day alone. */
export function dayWords(iso: string): string {
  return dateWords(/^\d{4}-\d\d-\d\d/.exec(iso)?.[0] ?? iso);
}

/** "October 2031" of "2031-10"; a year as it stands. */
export function monthWords(month: string): string {
  return month.length === 4 ? month : monthFormat.format(Date.parse(`${month}-01`));
}

/** The days from one date to another: "2–20 October 2031"; of dates that are none, as they stand. */
export function daysWords(first: string, last: string): string {
  const [from, to] = [first, last].map((iso) => Date.parse(/^\d{4}-\d\d-\d\d/.exec(iso)?.[0] ?? ''));
  if (Number.isNaN(from) || Number.isNaN(to)) return first === last ? first : `${first} to ${last}`;
  return dayFormat.formatRange(from!, to!);
}

export const kindWords: Record<RecordedSpeaker['kind'], string> = {
  person: 'person',
  organization: 'organization',
  group: 'group',
  document: 'document',
  unnamed: 'unnamed source',
  author: "the article's author",
  unknown: 'not identified',
};

export const typeWords: Record<RecordedAttribution['type'], { readonly label: string; readonly meaning: string }> = {
  direct: { label: 'direct', meaning: 'The words stand in quotation marks.' },
  indirect: { label: 'indirect', meaning: "The article gives it in its own words, not the speaker's." },
  mixed: { label: 'mixed', meaning: 'Only part of the words stand in quotation marks.' },
};

/** What each mode attributes; `spoken` is false where no words were said or written. */
export const modeWords: Record<
  RecordedAttribution['mode'],
  { readonly label: string; readonly spoken: boolean; readonly meaning: string }
> = {
  says: { label: 'says', spoken: true, meaning: 'Said in words.' },
  writes: { label: 'writes', spoken: true, meaning: 'Written in words.' },
  thinks: { label: 'thinks', spoken: false, meaning: 'A belief or expectation that the article ascribes.' },
  wants: { label: 'wants', spoken: false, meaning: 'An intention, plan or wish that the article ascribes.' },
  feels: { label: 'feels', spoken: false, meaning: 'An attitude that the article ascribes.' },
  decides: { label: 'decides', spoken: false, meaning: 'A decree, vote or ruling.' },
  shows: { label: 'shows', spoken: false, meaning: 'What a document or poll gives.' },
};

/** Below this the finding is more likely wrong than right, and is marked so. */
const UNCERTAIN_BELOW = 0.5;

export function isUncertain(attribution: RecordedAttribution): boolean {
  return attribution.confidence < UNCERTAIN_BELOW;
}

/** Below this chance of being right the speaker is marked as uncertain. */
const SPEAKER_UNCERTAIN_BELOW = 0.75;

export function isSpeakerUncertain<T extends Pick<RecordedAttribution, 'speaker' | 'speakerConfidence'>>(
  attribution: T,
): attribution is T & { readonly speakerConfidence: number } {
  const { speaker, speakerConfidence } = attribution;
  return speaker !== null && speakerConfidence !== null && speakerConfidence < SPEAKER_UNCERTAIN_BELOW;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** A share of a whole: "<1%" for what is not nothing, a dash where there is nothing to share. */
export function shareWords(share: number | null): string {
  if (share === null) return '–';
  return share > 0 && share < 0.005 ? '<1%' : percent(share);
}

export const UNRESOLVED = 'speaker not resolved';

export function speakerName(attribution: RecordedAttribution): string {
  return attribution.speaker?.name ?? UNRESOLVED;
}

export function titleWords(article: RecordedArticle): string {
  return article.title?.trim() || 'Article without a title';
}

export function outletWords(outlet: string | null): string {
  return outlet ?? 'outlet not given';
}

/** The number of an attribution in its article, from 0, as its key ends. */
export function numberIn(key: string): number {
  return Number(key.slice(key.lastIndexOf('-') + 1));
}

export function articleAddress(key: string): string {
  return `/articles/${encodeURIComponent(key)}`;
}

const placeIn = (article: string, number: number): string => `${articleAddress(article)}#s${number}`;

/** The page and place where the very words of an attribution stand. */
export function placeOf({ article, key }: RecordedAttribution): string {
  return placeIn(article.key, numberIn(key));
}

/** The same by the attribution's key alone. */
export function placeOfKey(key: string): string {
  return placeIn(key.slice(0, key.lastIndexOf('-')), numberIn(key));
}

/** Who reports a statement that stands within somebody else's, and the place of theirs; null where the article does. */
export function reporterOf({
  article,
  within,
  reportedBy,
}: RecordedAttribution): { name: string; place: string } | null {
  if (within === null) return null;
  return { name: reportedBy?.name ?? `a ${UNRESOLVED}`, place: placeIn(article.key, within) };
}

/** The permanent page of a statement. */
export function statementAddress(key: string): string {
  return `/statements/${encodeURIComponent(key)}`;
}

/** The permanent page of a story. */
export function storyAddress(key: string): string {
  return `/stories/${encodeURIComponent(key)}`;
}

export function speakerAddress(key: string): string {
  return `/speakers/${encodeURIComponent(key)}`;
}

/** Where Wikidata shows an item. */
export function wikidataAddress(item: string): string {
  return `https://www.wikidata.org/wiki/${encodeURIComponent(item)}`;
}

/** The address itself when it is one a browser may follow; null for anything else ("javascript:", a path). */
export function webAddress(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}

/** The language tag when it is well formed, for the `lang` attribute. */
export function languageTag(language: string | null): string | undefined {
  return language !== null && /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(language) ? language : undefined;
}
