import {
  ACRONYMS_OF_BODIES,
  BODIES,
  CALENDAR,
  CALL_SIGN,
  GENERIC,
  knownName,
  NAME_ENDINGS,
  NAME_WORDS,
  TITLES,
  WEAK_NAME_WORDS,
  WITH_ARTICLE,
} from '../../text/index.ts';

/** A run of words that may name an outlet, for regular expressions with the flag `u`: bounded, so that they stay linear. */
const WORD = String.raw`\p{Lu}[\p{L}\p{N}.&’'‘-]{0,30}`;
export const RUN = String.raw`(?:${WORD}|\d{1,2}(?= \p{Lu}))(?: (?:(?:of|and|the|on|&|de|la|le|della) )?(?:${WORD}|&(?= \p{Lu}))){0,6}`;

/** What an article calls an outlet right before its name ("the Karsk daily Vestra"). */
const CALLED =
  /\b(?:newspaper|tabloid|broadsheet|broadcaster|newswire|outlet|magazine|weekly|daily|website|news (?:agency|service|site|portal|channel)|press agency|wire service|radio station|(?:TV|television) (?:channel|station|network)) $/iu;
const CALLED_BEHIND =
  /^ (?:newspaper|magazine|news agency|news service|news site|newswire|wire service|television|TV|radio)\b/u;
const SITE = /^[\p{L}\p{N}-]{2,}\.(?:com|org|net|info|news|tv|co|ua|uk|fr|de|eu)\b/iu;
/** Words that are capitalised where a sentence begins. */
const OPENING =
  /^(?:As|In|On|At|But|And|Or|So|Yet|When|While|Both|Also|Earlier|Later|Even|According|By|For|From|Like|Unlike|Since|After|Before|If|Though|Although|Because|To|With) /u;
/** "Sen. Malk (R-Norta) —": a member's party. */
const PARTY = /^\p{Lu}-\p{Lu}/u;
/** First words that make a name an outlet's with the one behind: "Radio Norta". */
const LEADS = /^(?:Radio|Television|TV|Agence|Agencia|Agenzia)$/u;
/** Last words of a name that make it an outlet's whatever stands before: "Norta Radio". */
const AIRS = /^(?:News|NEWS|Radio|RADIO|TV|Television|FM|Broadcasting|Magazine|Newswire|Press)$/u;
const AGENCY = /^(?:News|Press|Information|Telegraph|Wire)$/u;

/** The name of an outlet in a text. */
export interface OutletName {
  /** `[start, end)` in UTF-16 code units of the text. */
  readonly start: number;
  readonly end: number;
  /** Whether it is a place where anybody posts ("Twitter"), which is no outlet of its own. */
  readonly platform: boolean;
}

interface Piece {
  readonly form: string;
  readonly end: number;
}

/** The words of a run, hyphenated ones in parts, with where each ends; a possessive ends the name. */
function piecesOf(run: string): Piece[] {
  const pieces: Piece[] = [];
  for (const match of run.matchAll(/[^\s-]+/gu)) {
    const possessive = /[’'‘]s?$/u.exec(match[0]);
    const form = match[0].replace(/[’'‘]s?$/u, '').replace(/(?<=\p{L}{3,})\.+$/u, '');
    if (form !== '') pieces.push({ form: form.replaceAll('’', "'"), end: match.index + form.length });
    if (possessive !== null || (form.length < match[0].length && match[0].endsWith('.'))) break;
  }
  return pieces;
}

/** How many pieces a name of the list takes; 0 when it is another's name that only begins so ("the Guardian Council"). */
function knownLength(pieces: readonly Piece[], after: boolean): { length: number; platform: boolean } | null {
  const known = knownName(pieces.map(({ form }) => form));
  if (known === null) return null;
  const first = pieces[0]!.form;
  let { length } = known;
  while (length < pieces.length && NAME_ENDINGS.has(pieces[length]!.form)) length++;
  const next = pieces[length]?.form;
  if (next !== undefined && BODIES.has(next)) return { length: 0, platform: false };
  const alone = known.length === 1 && WITH_ARTICLE.has(first);
  const goesOn = next !== undefined && /^\p{Lu}/u.test(next) && !CALENDAR.has(next);
  if (alone && length === 1 && (!after || goesOn)) return null;
  return { length, platform: known.kind === 'platform' };
}

/** How many pieces make the name of an outlet that its words give away ("Karsk Herald"); 0 for none. */
function wordedLength(pieces: readonly Piece[], after: boolean): number {
  if (TITLES.has(pieces[0]!.form)) return 0;
  const stop = pieces.findIndex(({ form }) => CALENDAR.has(form));
  const named = stop < 0 ? pieces : pieces.slice(0, stop);
  if (LEADS.test(named[0]?.form ?? '') && named.length > 1) return 2;
  let last = named.findLastIndex(({ form }) => NAME_WORDS.has(form));
  if (last < 0) return 0;
  while (last + 1 < named.length && NAME_ENDINGS.has(named[last + 1]!.form)) last++;
  if (AGENCY.test(named[last]!.form) && /^(?:Agency|Service)$/u.test(named[last + 1]?.form ?? '')) last++;
  const rest = named.slice(last + 1);
  if (rest.some(({ form }) => BODIES.has(form) || TITLES.has(form))) return 0;
  const words = named.slice(0, last + 1).map(({ form }) => form);
  // A headline in capitals.
  if (words.length > 2 && words.every((form) => form === form.toUpperCase())) return 0;
  if (words.some((form, i) => BODIES.has(form) && i === words.length - 1 && !AGENCY.test(words[i - 1] ?? ''))) return 0;
  const telling = words.filter((form) => NAME_WORDS.has(form) && !GENERIC.has(form) && !WEAK_NAME_WORDS.has(form));
  if (words.length === 1) return after && telling.length === 1 ? 1 : 0;
  const loose = words.filter((form) => NAME_WORDS.has(form)).length;
  return telling.length > 0 || loose > 1 || AGENCY.test(words[0]!) || AIRS.test(words.at(-1)!) ? last + 1 : 0;
}

/** The outlet that the words from `start` begin with, or null. */
function readAt(text: string, start: number, end: number, sure: boolean): OutletName | null {
  const run = text.slice(start, end);
  if (PARTY.test(run)) return null;
  const site = SITE.exec(run);
  if (site !== null) return { start, end: start + site[0].length, platform: false };
  const pieces = piecesOf(run);
  if (pieces.length === 0) return null;
  const before = text.slice(Math.max(0, start - 8), start);
  const after = /\bthe $/iu.test(before);
  // "on the Hill" is where Congress sits.
  if (pieces[0]!.form === 'Hill' && /\bon the $/u.test(before)) return null;
  const give = (length: number, platform = false): OutletName | null =>
    length === 0 ? null : { start, end: start + pieces[length - 1]!.end, platform };
  const known = knownLength(pieces, after || sure);
  if (known !== null) return give(known.length, known.platform);
  if (pieces.length === 1 && CALL_SIGN.test(pieces[0]!.form)) return give(1);
  const worded = wordedLength(pieces, after);
  if (worded > 0) return give(worded);
  const called =
    CALLED.test(text.slice(Math.max(0, start - 24), start)) || CALLED_BEHIND.test(text.slice(end, end + 20));
  if (!sure && !called) return null;
  const first = pieces[0]!.form;
  if (ACRONYMS_OF_BODIES.has(first) || TITLES.has(first) || CALENDAR.has(first)) return null;
  const stop = pieces.findIndex(({ form }) => CALENDAR.has(form));
  return give(stop < 0 ? pieces.length : stop);
}

/**
 * Reads the outlet that a run of capitalised words names: at its beginning, or a well-known one behind other words
 * ("Tuesday CNN").
 *
 * @param start,end the run, without "the", in UTF-16 code units of the text
 * @param sure whether the form it stands in is one of outlets alone ("is republished from"), so that any name will do
 */
export function readOutlet(text: string, start: number, end: number, sure = false): OutletName | null {
  const opening = OPENING.exec(text.slice(start, end));
  if (opening !== null) return readOutlet(text, start + opening[0].length, end, sure);
  const first = readAt(text, start, end, sure);
  if (first !== null) return first;
  for (const { index } of text.slice(start, end).matchAll(/(?<= )\p{Lu}/gu)) {
    const pieces = piecesOf(text.slice(start + index, end));
    const known = knownLength(pieces, / the $/.test(text.slice(start, start + index)));
    if (known && known.length > 0)
      return { start: start + index, end: start + index + pieces[known.length - 1]!.end, platform: known.platform };
  }
  return null;
}
