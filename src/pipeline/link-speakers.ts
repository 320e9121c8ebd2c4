import type { Wikidata } from '../capture/index.ts';
import { linkToWikidata, type NoWikidataLink, type WikidataLink, wikidataSearches } from '../speakers/index.ts';
import type {
  CorrectionOrigin,
  GivenAs,
  RecordedCorrection,
  RecordedLink,
  RecordedSpeaker,
  RecordStore,
} from '../store/index.ts';

/** What became of one speaker. */
export type LinkEvent = LinkFound | LinkNotFound;

/** No item is sure enough: which were looked at, and why none was taken. */
export interface LinkNotFound extends NoWikidataLink {
  readonly outcome: 'none';
  readonly speaker: RecordedSpeaker;
}

/** An item is sure enough. */
export interface LinkFound {
  readonly speaker: RecordedSpeaker;
  /**
   * `found`: an item is sure enough, and nothing was to be written; `linked`: it is in the record now; `unchanged`: it was
   * before; `kept`: a person says otherwise in the record, and that stands.
   */
  readonly outcome: 'found' | 'linked' | 'unchanged' | 'kept';
  readonly link: WikidataLink;
  /** What the record said of the speaker before; null: nothing. */
  readonly before: RecordedLink | null;
  /** The correction that was made; null where none was. */
  readonly correction: RecordedCorrection | null;
  /** Other speakers of the record who are the same item, and so perhaps one with this one. */
  readonly others: readonly RecordedSpeaker[];
}

/** Which speakers are looked up, whether links are written, and what ends the work early. */
export interface LinkOptions {
  /** Keys of speakers; by default those of `speakersToLink`. */
  readonly speakers?: Iterable<string>;
  /** Writes links into the record as corrections by this person. By default nothing is written. */
  readonly write?: Pick<CorrectionOrigin, 'by' | 'note'>;
  /** The time of what is written; the system's by default. */
  readonly now?: () => Date;
  /** Ends the work at once: what is written by then stays, and what is being asked is dropped. */
  readonly signal?: AbortSignal;
}

/** How many speakers are looked up unless it is said otherwise. */
const USUAL = 20;
const PAGE = 500;

/**
 * The keys of those who are looked up where none are named: persons and organizations of whom the record does not say
 * which item they are, the most quoted first.
 *
 * @param limit at most so many.
 */
export function speakersToLink(record: RecordStore, limit: number): string[] {
  const keys: string[] = [];
  while (keys.length < limit) {
    const { items } = record.unlinkedSpeakers({ offset: keys.length, limit: Math.min(PAGE, limit - keys.length) });
    if (items.length === 0) break;
    keys.push(...items.map(({ key }) => key));
  }
  return keys;
}

/**
 * Looks speakers of a record up in Wikidata, one after another, and says of each which item it is, or why none is taken.
 * Nothing is written unless `write` says by whom.
 *
 * @param wikidata opened with `openWikidata`; stays open.
 * @yields one event for each speaker, once its link is in the record where that was asked for; keys that the record does
 * not hold are passed over.
 * @throws WikidataError when Wikidata cannot be had: what was done until then stays.
 *
 * @example
 * const wikidata = await openWikidata({ cache: 'wikidata.db', from: { contact: 'desk@courier.example' } });
 * for await (const event of linkSpeakers(record, wikidata, { write: { by: 'A. Editor' } })) console.log(event);
 */
export async function* linkSpeakers(
  record: RecordStore,
  wikidata: Pick<Wikidata, 'source' | 'find'>,
  options: LinkOptions = {},
): AsyncGenerator<LinkEvent> {
  const { speakers = speakersToLink(record, USUAL), signal } = options;
  for (const key of speakers) {
    if (signal?.aborted) return;
    const speaker = record.speaker(key, { limit: 1 })?.speaker;
    if (!speaker) continue;
    const asGiven = toLink(speaker, record.givenAs(key));
    const found = await unlessAborted(wikidata.find(wikidataSearches(asGiven)), signal);
    if (!found) return;
    const link = linkToWikidata(asGiven, found);
    if ('item' in link) yield settle(record, wikidata.source, speaker, link, options);
    else yield { speaker, outcome: 'none', ...link };
  }
}

/** What a promise gives, or null as soon as the signal is aborted; what comes later is dropped. */
function unlessAborted<T>(work: Promise<T>, signal?: AbortSignal): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const end = () => resolve(null);
    if (signal?.aborted) end();
    signal?.addEventListener('abort', end, { once: true });
    work.then(resolve, reject).finally(() => signal?.removeEventListener('abort', end));
  });
}

/** Writes a link where that is asked for and says something new. */
function settle(
  record: RecordStore,
  source: string,
  speaker: RecordedSpeaker,
  link: WikidataLink,
  { write, now = () => new Date() }: LinkOptions,
): LinkEvent {
  const before = record.wikidataLink(speaker.key);
  const others = record.speakersOfItem(link.item).filter(({ key }) => key !== speaker.key);
  const event = { speaker, link, before, others, correction: null };
  if (before?.item?.id === link.item) return { ...event, outcome: 'unchanged' };
  if (before?.byHand) return { ...event, outcome: 'kept' };
  if (!write) return { ...event, outcome: 'found' };
  const { item: id, label, description, confidence, reasons, checkedAt } = link;
  const correction = record.correct(
    {
      action: 'wikidata',
      speaker: speaker.key,
      item: { id, label, description },
      evidence: { source, confidence, reasons, checkedAt },
    },
    { by: write.by, note: write.note, at: now().toISOString() },
  );
  return { ...event, outcome: 'linked', speaker: { ...speaker, wikidata: { id, label, description } }, correction };
}

/** A speaker as the record's articles give it, in the shape that the speakers' room weighs. */
function toLink({ name, kind, attributions }: RecordedSpeaker, given: readonly GivenAs[]) {
  const counted = (all: readonly GivenAs[]): number => all.reduce((sum, each) => sum + each.attributions, 0);
  const names = [...Map.groupBy(given, (each) => each.name)].map(([name, all]) => ({ name, statements: counted(all) }));
  // A name that a correction gave counts for as much as all those that articles give.
  if (!names.some((each) => each.name === name)) names.unshift({ name, statements: attributions });
  const roles = [...Map.groupBy(given, ({ role }) => role)].flatMap(([words, all]) =>
    words === null ? [] : { words, statements: counted(all), years: periodOf(all) },
  );
  const years = [...Map.groupBy(given, ({ year }) => year)].flatMap(([year, all]) =>
    year === null ? [] : { year, statements: counted(all) },
  );
  return { kind, names, roles, years };
}

/** The first and the last year, or null where none is known. */
function periodOf(given: readonly GivenAs[]): readonly [first: number, last: number] | null {
  const years = given.flatMap(({ year }) => year ?? []);
  return years.length > 0 ? [Math.min(...years), Math.max(...years)] : null;
}
