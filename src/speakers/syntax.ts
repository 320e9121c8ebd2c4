import type { TokenRange } from '../text/index.ts';
import { SPEECH_VERBS } from './lexicon/words.ts';
import type { Reading } from './reading.ts';

/** How far an apposition or a bracket may stand between a subject and its verb. */
const LONGEST_INSERTION = 30;

/** So many words of a title or a phrase may stand before its last name. */
const LONGEST_OPENING = 12;

/** The token after an insertion between commas, brackets or dashes that opens at `at`; `at` itself where none opens. */
function afterInsertion(reading: Reading, at: number): number {
  const { tokens } = reading.document;
  const closing =
    tokens[at]?.form === '('
      ? ')'
      : tokens[at]?.form === ','
        ? ','
        : /^[–—-]$/.test(tokens[at]?.form ?? '')
          ? tokens[at]!.form
          : null;
  if (!closing) return at;
  for (
    let i = at + 1;
    i < tokens.length && i < at + LONGEST_INSERTION && reading.sentenceOf[i] === reading.sentenceOf[at];
    i++
  ) {
    if (tokens[i]!.form === closing) return i + 1;
  }
  return at;
}

/** The token behind "and others", "and Sen. Ruth Abara". */
function afterCompanion(reading: Reading, end: number): number {
  if (reading.folded[end] !== 'and') return end;
  let at = end + 1;
  while (at < end + 6 && /^(?:NOUN|PROPN|ADJ|DET|PRON)$/.test(reading.document.tokens[at]?.pos ?? '')) at++;
  return at;
}

/** Whether the words of a range are the subject of the verb that follows. */
export function isSubject(reading: Reading, [first, end]: TokenRange): boolean {
  const { tokens } = reading.document;
  let before = first - 1;
  while (
    before >= first - LONGEST_OPENING &&
    before >= 0 &&
    reading.sentenceOf[before] === reading.sentenceOf[first] &&
    /^(?:NOUN|PROPN|ADJ|DET|NUM)$/.test(tokens[before]!.pos) &&
    tokens[before]!.form !== ','
  )
    before--;
  if (before >= 0 && reading.sentenceOf[before] === reading.sentenceOf[first]) {
    if (tokens[before]!.pos === 'ADP') return false;
    if (SPEECH_VERBS.has(reading.folded[before]!) && before > 0 && /^[,”"'’]+$/.test(tokens[before - 1]!.form))
      return true;
  }
  let at = afterCompanion(reading, end);
  for (let i = 0; i < 2; i++) at = afterInsertion(reading, at);
  if (tokens[at]?.pos === 'ADV') at++;
  const next = tokens[at];
  return (
    next !== undefined &&
    reading.sentenceOf[at] === reading.sentenceOf[end - 1] &&
    (next.pos === 'VERB' || next.pos === 'AUX' || looksLikeVerb(reading, at))
  );
}

/** "Okello advocates tax cuts", "Carvalho plans to": a verb in -s that the tagger takes for a noun. */
function looksLikeVerb(reading: Reading, at: number): boolean {
  const word = reading.folded[at]!;
  const next = reading.document.tokens[at + 1];
  if (reading.document.tokens[at]!.pos !== 'NOUN' || !next || !/[^s]s$/.test(word)) return false;
  return (
    SPEECH_VERBS.has(word) ||
    next.pos === 'DET' ||
    next.pos === 'PRON' ||
    reading.folded[at + 1] === 'to' ||
    reading.folded[at + 1] === 'that'
  );
}

/** Whether a name only describes what follows it: "Carvalho's aides", "the Carvalho campaign". */
export function isModifier(reading: Reading, end: number): boolean {
  const next = reading.document.tokens[end];
  if (!next) return false;
  if (
    reading.folded[end] === "'s" ||
    ((next.form === "'" || next.form === '’') && next.start === reading.document.tokens[end - 1]!.end)
  )
    return true;
  return next.pos === 'NOUN' && !reading.capital[end] && !looksLikeVerb(reading, end);
}
