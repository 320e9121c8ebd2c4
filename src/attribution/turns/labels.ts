import type { Span } from '../../model.ts';

/**
 * How a label is written: one letter or word for question and answer, capitals throughout, or capitals at the beginning
 * of each word. The labels of one transcript are written alike.
 */
export type Style = 'letter' | 'capitals' | 'words';

/** What a paragraph opens with where it may begin somebody's turn to speak. */
export interface Label {
  readonly style: Style;
  /** The speaker's words: "Sen. Marro", "THE COURT", "Q". */
  readonly name: Span;
  /** The colon or full stop behind them. */
  readonly mark: Span;
  /** The same for all labels that mean one speaker ("LENA MARRO", "MARRO"). */
  readonly key: string;
  /** Whether a quotation mark stands before the label, as when a whole transcript is quoted. */
  readonly quoted: boolean;
  /** False for what labels notes, facts and times ("Correction", "Where"): it ends a turn, and begins none. */
  readonly speaks: boolean;
}

/** No label and what stands before it is longer. */
const LONGEST = 120;

/** A quotation mark, the >> of subtitles, and the time of a recording may stand before a label. */
const LEAD =
  /^(["“”„«]|''|``)?\s*(?:>>+\s*)?(?:[[(]?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?[\])]?[\s–—-]+)?(?:>>+\s*)?/u;
const LETTER = /^(?:Q|A)(?=[.:]\s)|^(?:QUESTION|ANSWER|Question|Answer)(?=:\s)/;
/** Capitalised words, with small ones in between, a number, a bracket and a description behind a comma. */
const NAME =
  /^(\p{Lu}[\p{L}\p{M}\p{N}'’.&-]*(?: (?:\p{Lu}[\p{L}\p{M}\p{N}'’.&-]*|of|the|and|de|del|della|der|den|di|da|dos|du|la|le|van|von|bin|ibn|al|el|\d{1,3}))*)(?: \([^():]{1,40}\)| \[[^[\]:]{1,40}\])?(?:, [^:]{1,60})?(?=:[\s"“„«])/u;
const MOST_WORDS = 6;
/** Most paragraphs hold no such mark near their beginning, and need no closer look. */
const MAYBE = /:|[QA]\./;

/** Whole labels of notes, facts, times and files, and of what letters open with. */
const NO_SPEAKERS = new Set(
  (
    'address advertisement age also analysis answer background breaking byline caption city cons contact correction ' +
    'corrections clarification cost credit date details disclaimer disclosure distance edit email example exclusive fact ' +
    'facts fax file graphic hours image info information job lastly length location map media more name note notes now ' +
    'opinion phone photo photos picture pictures place position price profile pros ps rating related result results ' +
    'review reminder runtime score scores series source sources still subject summary tags team theme then ticket tickets ' +
    'time times tip tips title topic topics tv tweet update updated updates url verdict video watch weather website ' +
    'winner winners listen live loser losers read verdict warning'
  ).split(' '),
);
const NO_SPEAKER_FIRST =
  /^(?:who|what|when|where|why|how|which|if|is|are|do|does|did|can|will|should|dear|best|worst|most|but|and|or|so|yes|no|here|there|this|that|these|those|my|your|our|his|her|its|their|in|on|at|for|from|with|about|after|before|by|to)\b/;
const NO_SPEAKER_LAST =
  /\b(?:note|notes|update|correction|latest|bottom line|news|poll|report|review|analysis|opinion)$/;

/** Letters that are small by custom in a name in capitals: "McCAIN", "Sen. MARRO". */
const SMALL_BY_CUSTOM = /Ma?c(?=\p{Lu}{2})|\p{Lu}\p{Ll}+\./gu;

function styleOf(name: string): Style {
  const plain = name.replace(SMALL_BY_CUSTOM, '');
  return /\p{Ll}/u.test(plain) || !/\p{Lu}.*\p{Lu}/u.test(plain) ? 'words' : 'capitals';
}

function speaks(name: string): boolean {
  const folded = name.toLowerCase().replaceAll('’', "'");
  return !NO_SPEAKERS.has(folded) && !NO_SPEAKER_FIRST.test(folded) && !NO_SPEAKER_LAST.test(folded);
}

/** The last word of a name, by which a speaker is called after the first time; "Juror 5" is no other word than its own. */
function keyOf(name: string): string {
  const folded = name.toLowerCase().replaceAll('’', "'");
  return /\d$/.test(folded) ? folded : folded.split(' ').at(-1)!;
}

/**
 * Reads the label at the beginning of a paragraph: a few capitalised words and a colon ("Lena Marro: …", "MARRO (by
 * telephone): …"), or "Q" or "A" with a colon or a full stop.
 *
 * @param paragraph offsets of the paragraph, without white space around it
 * @returns offsets into `text`; null where the paragraph opens with no label
 */
export function labelOf(text: string, [start, end]: Span): Label | null {
  const line = text.slice(start, Math.min(end, start + LONGEST));
  if (!MAYBE.test(line)) return null;
  const lead = LEAD.exec(line)!;
  const rest = line.slice(lead[0].length);
  const at = start + lead[0].length;
  const quoted = lead[1] !== undefined;
  const letter = LETTER.exec(rest)?.[0];
  if (letter !== undefined) {
    const mark = at + letter.length;
    const key = letter[0]!.toLowerCase();
    return { style: 'letter', name: [at, mark], mark: [mark, mark + 1], key, quoted, speaks: true };
  }
  const [label, name] = NAME.exec(rest) ?? [];
  if (label === undefined || name === undefined || name.split(' ').length > MOST_WORDS) return null;
  const mark = at + label.length;
  const common = { key: keyOf(name), quoted, speaks: speaks(name) };
  return { style: styleOf(name), name: [at, mark], mark: [mark, mark + 1], ...common };
}
