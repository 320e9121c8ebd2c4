import { diffWordsWithSpace } from 'diff';
import { captureGiven, isRefusal } from '../../capture/index.ts';
import type { Capture, Refusal, Span } from '../../model.ts';
import type { RecordedAttribution, RecordStore, WordChange } from '../../store/index.ts';
import type { Analyzer } from '../analyzer.ts';
import { type CheckedDraft, type CheckedQuotation, checkDraft, type FoundPlace } from './check.ts';
import { recordToSearch, type Searched } from './searched.ts';

/** A draft that a person hands over: words, taken as they are, or a file of one article. */
export type GivenDraft = { readonly text: string } | { readonly name: string; readonly bytes: Uint8Array };

/** A place in the record, with what it holds there. */
export interface PlaceInRecord extends FoundPlace {
  /** The key of the attribution that holds most of the words; null where the record attributes them to nobody. */
  readonly attribution: string | null;
  /** The key of its statement. */
  readonly statement: string | null;
  /** The draft's words with what makes them those of the place; null where they are the same. */
  readonly changes: readonly WordChange[] | null;
}

/** A draft checked against a record. */
export interface CheckedInRecord extends Pick<CheckedDraft, 'leftOut' | 'articles'> {
  readonly title: string | null;
  readonly language: string | null;
  /** All offsets are in this. */
  readonly text: string;
  readonly quotations: readonly (Omit<CheckedQuotation, 'found'> & { readonly found: readonly PlaceInRecord[] })[];
  /** How many articles the record holds; where time ran out it was looked in fewer. */
  readonly total: number;
}

/** How long a draft may be, and how long it is looked for. */
export interface CheckBounds {
  /** Of a file, in bytes. */
  readonly mostBytes: number;
  /** Of the text, in UTF-16 code units. */
  readonly mostCharacters: number;
  /** How long texts of the record pass by, in milliseconds: of a record too large for that, a part is looked through. */
  readonly mostMs: number;
}

/** So many places of one quotation are given. */
const MOST_PLACES = 5;

/** Words as they are, with no head or foot taken off as of a pasted article. */
function asIs(text: string): Capture {
  const article = { id: 'draft', title: null, byline: null, published: null, outlet: null, language: null, url: null };
  const snapshot = { bytes: new Uint8Array(), sha256: '', mediaType: '', location: 'draft', capturedAt: '' };
  return { article: { ...article, text: text.toWellFormed() }, snapshot };
}

async function captureDraft(draft: GivenDraft, { mostBytes, mostCharacters }: CheckBounds): Promise<Capture | Refusal> {
  const captured = 'text' in draft ? asIs(draft.text) : await captureGiven(draft, new Date(), mostBytes);
  if (isRefusal(captured)) return captured;
  const { id: input, text } = captured.article;
  if (text.trim() === '') return { input, code: 'empty', reason: 'It holds nothing but white space.' };
  if (text.length <= mostCharacters) return captured;
  return { input, code: 'too large', reason: `Its text is longer than ${mostCharacters} characters.` };
}

/** Lets texts pass for so long. */
function forSoLong<T extends { readonly text: string }>(mostMs: number, searched: Searched<T>): Searched<T> {
  return {
    async *texts() {
      const end = performance.now() + mostMs;
      for await (const text of searched.texts()) {
        if (performance.now() > end) return;
        yield text;
      }
    },
    open: (texts) => searched.open(texts),
  };
}

/**
 * Checks a draft against a record. Only reads.
 * @returns a refusal where what was given holds no draft
 */
export async function checkInRecord(
  record: RecordStore,
  analyzer: Analyzer,
  draft: GivenDraft,
  bounds: CheckBounds,
): Promise<CheckedInRecord | Refusal> {
  const captured = await captureDraft(draft, bounds);
  if (isRefusal(captured)) return captured;
  const checked = await checkDraft(captured, analyzer, forSoLong(bounds.mostMs, recordToSearch(record)));
  const { title, language, text } = checked.draft;
  const attributions = attributionsOf(record);
  return {
    title,
    language,
    text,
    quotations: checked.quotations.map((quotation) => ({
      ...quotation,
      found: quotation.found.slice(0, MOST_PLACES).map((place) => inRecord(quotation.words, place, attributions)),
    })),
    leftOut: checked.leftOut,
    articles: checked.articles,
    total: record.counts().articles,
  };
}

/** Reads what is attributed in an article, each article once. */
function attributionsOf(record: RecordStore): (key: string) => readonly RecordedAttribution[] {
  const known = new Map<string, readonly RecordedAttribution[]>();
  return (key) => {
    const found = known.get(key) ?? record.article(key)?.attributions ?? [];
    known.set(key, found);
    return found;
  };
}

function inRecord(
  words: string,
  place: FoundPlace,
  attributions: (key: string) => readonly RecordedAttribution[],
): PlaceInRecord {
  const holder = holderOf(place.span, place.article.key === null ? [] : attributions(place.article.key));
  const changes = place.change === 'identical' || place.change === 'excerpt' ? null : changesTo(words, place.words);
  return { ...place, attribution: holder?.key ?? null, statement: holder?.statement ?? null, changes };
}

const shared = ([start, end]: Span, { content }: RecordedAttribution): number =>
  content.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)), 0);
const lengthOf = ({ content }: RecordedAttribution): number => content.reduce((sum, [from, to]) => sum + to - from, 0);

/** The attribution that holds most of a stretch; of several the narrowest. */
function holderOf(span: Span, attributions: readonly RecordedAttribution[]): RecordedAttribution | null {
  const holders = attributions.filter((one) => shared(span, one) > 0);
  holders.sort((a, b) => shared(span, b) - shared(span, a) || lengthOf(a) - lengthOf(b));
  return holders[0] ?? null;
}

const changesTo = (draft: string, right: string): WordChange[] =>
  diffWordsWithSpace(draft, right, { ignoreCase: true }).map(({ value, added, removed }) => ({
    change: added ? 'added' : removed ? 'removed' : 'same',
    words: value,
  }));
