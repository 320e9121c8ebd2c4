import type { Token } from '../../text/index.ts';
import { plain } from '../lexicon/phrases.ts';

const isVerb = ({ pos }: Token): boolean => pos === 'AUX' || pos === 'VERB';
const isVerbAt = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  return token !== undefined && (isVerb(token) || plain(token.form) === "'s");
};
const isMark = (form: string, marks: RegExp): boolean => marks.test(form);

const SUBJECT = /^(?:i|you|he|she|it|we|they|there)$/;

/** A subject that a main clause may begin with. */
function beginsMain(tokens: readonly Token[], at: number, end: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  const form = plain(token.form);
  if (/^(?:then|and|but|or|so|who|which|not)$/.test(form)) return form === 'then' || form === 'so';
  for (let i = at; i < Math.min(end, at + 14); i++) {
    if (/^[,;.?!]$/.test(tokens[i]!.form) && i > at) return false;
    if (isVerb(tokens[i]!) || (i > at && /^'(?:s|re|ll|d|m|ve)$/.test(plain(tokens[i]!.form)))) return true;
  }
  return false;
}

/** Where a coordinated clause with a subject of its own begins: "…, but they", "…, and he". */
function coordinates(tokens: readonly Token[], comma: number): boolean {
  return /^(?:but|and|or|so|yet|because|which|who|though|although|as|adding|he|she|they|it|we|i)$/.test(
    plain(tokens[comma + 1]?.form ?? ''),
  );
}

/**
 * Where the clause that begins at a marker ends.
 * @param from index of its first word after the marker
 * @param end index past the sentence, or past the content if that ends sooner
 * @param fronted whether the marker opens its sentence, so that the main clause follows
 * @param nominal whether its marker takes a noun ("without consent"), so that it needs no verb
 * @returns the index past its last token
 */
export function clauseEnd(
  tokens: readonly Token[],
  from: number,
  end: number,
  fronted: boolean,
  nominal: boolean,
): number {
  let verbs = 0;
  let depth = 0;
  for (let i = from; i < end; i++) {
    const token = tokens[i]!;
    const { form } = token;
    if (isMark(form, /^[([]$/)) depth++;
    if (isMark(form, /^[)\]]$/)) {
      if (depth === 0) return i;
      depth--;
    }
    if (depth > 0) continue;
    if (isVerb(token)) verbs++;
    if (isMark(form, /^(?:[;?!:]|\.+|…|https?(?::.*)?)$/) && !(verbs > 0 && isOmission(tokens, i))) return i;
    if (isMark(form, /^["”]$/) && !opensInside(tokens, from, i)) return i;
    if (isDash(tokens, i)) {
      const close = closingDash(tokens, i, end);
      if (close === null) return i;
      if (fronted && verbs > 0 && beginsMain(tokens, close + 1, end)) return close;
      i = close;
      continue;
    }
    if (i > from && plain(form) === 'then' && fronted) return trimmed(tokens, from, i);
    if (fronted && i > from && opensSpeech(tokens, i)) return i;
    if (verbs > 0 && beginsAnother(tokens, i, fronted)) return i;
    if (form !== ',') continue;
    const inserted = insertionEnd(tokens, i, end) ?? (verbs === 0 ? joinedEnd(tokens, i, end) : null);
    if (inserted !== null) i = inserted;
    else if (fronted ? endsFronted(tokens, i, end, verbs, nominal ? SHORTEST : i - from) : ends(tokens, i)) return i;
  }
  return end;
}

/** Whether another clause begins at a word, without a comma before it. */
function beginsAnother(tokens: readonly Token[], at: number, fronted: boolean): boolean {
  const word = plain(tokens[at]!.form);
  if (word === 'and' && plain(tokens[at + 1]?.form ?? '') === 'that' && !isVerbAt(tokens, at + 2)) return true;
  return beginsUnmarked(tokens, at, fronted) || /^(?:because|although|though|whereas)$/.test(word);
}

/** Whether a comma ends a clause that stands before its main clause. */
function endsFronted(tokens: readonly Token[], comma: number, end: number, verbs: number, past: number): boolean {
  const next = plain(tokens[comma + 1]?.form ?? '');
  if (/^(?:which|who|whom|whose)$/.test(next)) return verbs > 0;
  if (tokens[comma + 1]?.pos === 'AUX' && verbs === 0) return true;
  return (verbs > 0 || past >= SHORTEST || SUBJECT.test(next)) && beginsMain(tokens, comma + 1, end);
}

/** A clause of so many words ends at a comma even where no word of it was read as a verb. */
const SHORTEST = 3;

/** Whether a comma ends a clause that follows its main clause: it does not where it only parts a list of words. */
function ends(tokens: readonly Token[], comma: number): boolean {
  if (coordinates(tokens, comma)) return true;
  const next = tokens[comma + 1];
  const before = tokens[comma - 1];
  if (!next || !before) return true;
  const alike = /^(?:NOUN|PROPN|ADJ|NUM)$/;
  return !(alike.test(next.pos) && alike.test(before.pos));
}

/** "when a mayor, or the head of a town, lies": the comma that closes what is joined to the subject; null without one. */
function joinedEnd(tokens: readonly Token[], comma: number, end: number): number | null {
  if (!/^(?:or|and)$/.test(plain(tokens[comma + 1]?.form ?? ''))) return null;
  if (!/^(?:DET|NOUN|PROPN|PRON|ADJ|NUM)$/.test(tokens[comma + 2]?.pos ?? '')) return null;
  for (let i = comma + 3; i < Math.min(end, comma + LONGEST_JOINED); i++) {
    const { form } = tokens[i]!;
    if (isVerb(tokens[i]!) && !/ing$/.test(form) && plain(tokens[i - 1]!.form) !== 'to') return null;
    if (form === ',') return isVerbAt(tokens, i + 1) ? i : null;
  }
  return null;
}

/** So many words at most are joined to a subject. */
const LONGEST_JOINED = 14;

/** "of his rights...on the ground": dots for words left out, after which the sentence goes on in small letters. */
const isOmission = (tokens: readonly Token[], at: number): boolean =>
  /^(?:\.{3,}|…)$/.test(tokens[at]!.form) &&
  tokens[at]!.end === tokens[at + 1]?.start &&
  /^\p{Ll}/u.test(tokens[at + 1]!.form) &&
  !SUBJECT.test(plain(tokens[at + 1]!.form));

/** "If elected president “I will work”": a quotation that begins with a subject of its own is the main clause. */
const opensSpeech = (tokens: readonly Token[], at: number): boolean =>
  /^(?:“|"|''|``)$/.test(tokens[at]!.form) &&
  tokens[at + 1]?.start === tokens[at]!.end &&
  /^(?:i|we|he|she|they|you|it|there)$/.test(plain(tokens[at + 1]!.form));

/** A dash between words; a hyphen stands without a space. */
function isDash(tokens: readonly Token[], at: number): boolean {
  const { form, start } = tokens[at]!;
  if (/^(?:--|—|–)$/.test(form)) return true;
  return form === '-' && tokens[at - 1] !== undefined && tokens[at - 1]!.end < start;
}

/** "If he wins I'll go": a subject and an auxiliary right after a noun, without a comma between. */
function beginsUnmarked(tokens: readonly Token[], at: number, fronted: boolean): boolean {
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  const passive = before?.pos === 'VERB' && tokens[at - 2]?.lemma === 'be' && !/ing$/.test(before.form);
  const negated = before !== undefined && /^n't$/.test(plain(before.form));
  if (!before || !next || !(passive || negated || /^(?:NOUN|PROPN|ADV|PRON|ADJ|DET)$/.test(before.pos))) return false;
  const form = plain(tokens[at]!.form);
  const main =
    passive || negated ? /^(?:'ll|'d|will|would|can|should|must)$/ : /^(?:'ll|'d|'s|'re|'m|will|would|is|are|can)$/;
  if (/^(?:i|he|she|we|they|it|there)$/.test(form))
    return main.test(plain(next.form)) || (fronted && /^(?:could|should|must|might)$/.test(plain(next.form)));
  return /^(?:are|is|will|would|do|does|can|should)$/.test(form) && /^(?:you|we|they|he|she)$/.test(plain(next.form));
}

/** The comma that closes an insertion ("if she is, through a fund, taking"); null when the one at hand opens none. */
function insertionEnd(tokens: readonly Token[], comma: number, end: number): number | null {
  const before = tokens[comma - 1];
  // "if you see that, you know": here "that" is the object, and the main clause follows.
  if (before && plain(before.form) === 'that' && /^(?:PRON|DET|PROPN|SCONJ)$/.test(tokens[comma + 1]?.pos ?? ''))
    return null;
  if (
    !before ||
    !(
      before.pos === 'AUX' ||
      /^(?:that|and|'s|'re|if|when)$/.test(plain(before.form)) ||
      plain(tokens[comma + 1]?.form ?? '') === 'not'
    )
  )
    return null;
  for (let i = comma + 1; i < Math.min(end, comma + 9); i++) if (tokens[i]!.form === ',') return i;
  return null;
}

function opensInside(tokens: readonly Token[], from: number, at: number): boolean {
  let open = 0;
  for (let i = from; i < at; i++) {
    if (/^[“]$/.test(tokens[i]!.form)) open++;
    else if (tokens[i]!.form === '"') open = open === 0 ? 1 : 0;
    else if (tokens[i]!.form === '”') open--;
  }
  return (
    at === from ||
    open > 0 ||
    (tokens[at]!.form === '"' &&
      tokens[at + 1] !== undefined &&
      at > from &&
      tokens[at - 1]!.end < tokens[at]!.start &&
      tokens[at]!.end === tokens[at + 1]!.start)
  );
}

/** So many words at most stand between two dashes. */
const LONGEST_INSERTION = 34;

/** The dash that closes an insertion of a few words; null when the clause ends at this one. */
function closingDash(tokens: readonly Token[], dash: number, end: number): number | null {
  for (let i = dash + 1; i < Math.min(end, dash + LONGEST_INSERTION); i++) {
    if (/^(?:--|—|–|-)$/.test(tokens[i]!.form) && isDash(tokens, i))
      return i + 1 < end && /\p{L}/u.test(tokens[i + 1]!.form) ? i : null;
  }
  return null;
}

function trimmed(tokens: readonly Token[], from: number, end: number): number {
  let last = end;
  while (last > from && /^[,;]$/.test(tokens[last - 1]!.form)) last--;
  return last;
}
