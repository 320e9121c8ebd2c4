import type { Span } from '../../src/model.ts';
import type { SentCorrection } from '../../src/server/corrections-schemas.ts';
import type { RecordedDoubt } from '../../src/server/review-schemas.ts';

/** What a reviewer has before them, as plain data: nothing here talks to the server or to the page. */

export type Part = 'content' | 'source' | 'cue';
export type Spans = Readonly<Partial<Record<Part, readonly Span[]>>>;

/** A statement on the desk, with all that was done with it since. */
export interface Seat {
  readonly doubt: RecordedDoubt;
  /** Parts whose ends were moved and not sent so far. */
  readonly draft: Spans;
  /** What was sent and is not answered. */
  readonly sending: readonly SentCorrection[];
  /** What was corrected, in order. */
  readonly made: readonly Made[];
}

export interface Made {
  readonly number: number;
  readonly asked: SentCorrection;
  readonly summary: string;
}

/** An answer that did not come, or that said no. */
export interface Failure {
  readonly key: string;
  readonly asked: SentCorrection;
  readonly words: string;
}

export interface Desk {
  readonly seats: readonly Seat[];
  /** Which of them is before the reviewer. */
  readonly at: number;
  /** How many were to be reviewed when the server was asked last, */
  readonly total: number | null;
  /** and how many of these were settled here by then. */
  readonly settledThen: number;
  /** Whether the server has no more than what is here. */
  readonly whole: boolean;
  readonly failures: readonly Failure[];
  /** The last thing that happened, in words. */
  readonly news: string;
}

export type DeskEvent =
  | {
      readonly type: 'loaded';
      readonly items: readonly RecordedDoubt[];
      readonly total: number;
      readonly asked: number;
    }
  | { readonly type: 'stepped'; readonly by: 1 | -1 }
  | { readonly type: 'turned'; readonly key: string }
  | { readonly type: 'drafted'; readonly key: string; readonly part: Part; readonly spans: readonly Span[] }
  | { readonly type: 'dropped'; readonly key: string }
  | { readonly type: 'sent'; readonly key: string; readonly asked: SentCorrection }
  | {
      readonly type: 'answered';
      readonly key: string;
      readonly asked: SentCorrection;
      readonly made: Omit<Made, 'asked'>;
    }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'dismissed'; readonly failure: Failure }
  | { readonly type: 'undone'; readonly key: string; readonly number: number };

export const EMPTY_DESK: Desk = { seats: [], at: 0, total: null, settledThen: 0, whole: false, failures: [], news: '' };

export const keyOf = ({ doubt }: Seat): string => doubt.attribution.key;

/** After these a statement is not asked about again. */
const SETTLING: ReadonlySet<SentCorrection['action']> = new Set(['accept', 'span', 'speaker', 'not-a-statement']);

/** Whether a statement is settled, as far as is known here: what was sent counts until it fails. */
export function isSettled({ made, sending }: Seat): boolean {
  return [...made.map(({ asked }) => asked), ...sending].some(({ action }) => SETTLING.has(action));
}

/** Where a part stands: as found, as corrected since, as sent, as moved last. */
export function spansOf({ doubt, made, sending, draft }: Seat, part: Part): readonly Span[] {
  const asked = [...made.map((each) => each.asked), ...sending];
  const corrected = asked.findLast((each) => each.action === 'span' && each[part] !== undefined);
  const sent = corrected?.action === 'span' ? (corrected[part] as readonly Span[] | undefined) : undefined;
  return draft[part] ?? sent ?? doubt.attribution[part];
}

export const hasDraft = ({ draft }: Seat): boolean => Object.keys(draft).length > 0;

/** How many are left to review. */
export function leftOf({ seats, total, settledThen }: Desk): number | null {
  return total === null ? null : Math.max(0, total - (seats.filter(isSettled).length - settledThen));
}

const asking: Record<SentCorrection['action'], string> = {
  accept: 'Accepted',
  span: 'Ends moved',
  'not-a-statement': 'Marked as no statement',
  speaker: 'Speaker corrected',
  merge: 'Made one speaker',
  apart: 'Kept apart',
  split: 'Speaker split',
  rename: 'Speaker renamed',
  kind: 'Kind of speaker changed',
  join: 'Made one statement',
  part: 'Made another statement',
  undo: 'Undone',
};

export const wordsFor = ({ action }: SentCorrection): string => asking[action];

export function deskAfter(desk: Desk, event: DeskEvent): Desk {
  switch (event.type) {
    case 'loaded':
      return loaded(desk, event);
    case 'stepped':
      return { ...desk, at: Math.min(Math.max(desk.at + event.by, 0), Math.max(desk.seats.length - 1, 0)) };
    case 'turned':
      return { ...desk, at: placeOf(desk, event.key) };
    case 'drafted':
      return onSeat(desk, event.key, (seat) => ({ ...seat, draft: { ...seat.draft, [event.part]: event.spans } }));
    case 'dropped':
      return onSeat(desk, event.key, (seat) => ({ ...seat, draft: {} }));
    case 'sent':
      return sent(desk, event.key, event.asked);
    case 'answered':
      return answered(desk, event);
    case 'failed':
      return failed(desk, event.failure);
    case 'dismissed':
      return { ...desk, failures: desk.failures.filter((failure) => failure !== event.failure) };
    case 'undone': {
      const taken = onSeat(desk, event.key, (seat) => ({
        ...seat,
        made: seat.made.filter(({ number }) => number !== event.number),
      }));
      return { ...taken, at: placeOf(taken, event.key), news: `Undone: correction ${event.number}` };
    }
  }
}

const placeOf = ({ seats, at }: Desk, key: string): number => {
  const place = seats.findIndex((seat) => keyOf(seat) === key);
  return place < 0 ? at : place;
};

function onSeat(desk: Desk, key: string, change: (seat: Seat) => Seat): Desk {
  return { ...desk, seats: desk.seats.map((seat) => (keyOf(seat) === key ? change(seat) : seat)) };
}

function loaded(desk: Desk, { items, total, asked }: Extract<DeskEvent, { type: 'loaded' }>): Desk {
  const known = new Set(desk.seats.map(keyOf));
  const more = items
    .filter(({ attribution }) => !known.has(attribution.key))
    .map((doubt): Seat => ({ doubt, draft: {}, sending: [], made: [] }));
  const seats = [...desk.seats, ...more];
  const settledThen = seats.filter((seat) => seat.made.length > 0 && isSettled(seat)).length;
  return { ...desk, seats, total, settledThen, whole: items.length < asked };
}

/** A statement that is settled makes room for the next that is not. */
function sent(desk: Desk, key: string, asked: SentCorrection): Desk {
  const taken = onSeat(desk, key, (seat) => ({
    ...seat,
    sending: [...seat.sending, asked],
    draft: asked.action === 'span' ? {} : seat.draft,
  }));
  if (!SETTLING.has(asked.action)) return taken;
  const next = taken.seats.findIndex((seat, place) => place > desk.at && !isSettled(seat));
  const before = taken.seats.findIndex((seat) => !isSettled(seat));
  return { ...taken, at: next >= 0 ? next : before >= 0 ? before : desk.at };
}

function answered(desk: Desk, { key, asked, made }: Extract<DeskEvent, { type: 'answered' }>): Desk {
  const taken = onSeat(desk, key, (seat) => ({
    ...seat,
    sending: seat.sending.filter((each) => each !== asked),
    made: [...seat.made, { ...made, asked }],
  }));
  return { ...taken, news: `${wordsFor(asked)}: correction ${made.number}` };
}

/** What was moved is moved still, so that it can be sent again. */
function failed(desk: Desk, failure: Failure): Desk {
  const { key, asked } = failure;
  const taken = onSeat(desk, key, (seat) => ({
    ...seat,
    sending: seat.sending.filter((each) => each !== asked),
    draft: asked.action === 'span' ? { ...spansAsked(asked), ...seat.draft } : seat.draft,
  }));
  return { ...taken, failures: [...desk.failures, failure], news: '' };
}

function spansAsked({ source, cue, content }: Extract<SentCorrection, { action: 'span' }>): Spans {
  const spans = { source, cue, content } as Record<Part, readonly Span[] | undefined>;
  return Object.fromEntries(Object.entries(spans).filter(([, given]) => given !== undefined)) as Spans;
}
