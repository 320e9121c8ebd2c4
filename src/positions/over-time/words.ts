import type { Held, Place } from '../../model.ts';
import { readDocument, type Token } from '../../text/index.ts';

/** A token of one of a position's pieces. */
export interface Word extends Token {
  readonly piece: number;
  /** Its form in lower case. */
  readonly low: string;
  /** A capital that no start of a sentence explains. */
  readonly capital: boolean;
}

/** Longer pieces are read this far: claims stand at their beginnings, and what comes from outside is bounded. */
const LONGEST_PIECE = 1_200;

/** Words that are capitalised wherever they stand, and name nobody. */
const NO_NAME =
  /^(?:i|mr|mrs|ms|dr|sir|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)\.?$/i;

/** Months as agencies shorten them before a day: "Oct. 20". */
const SHORT_MONTHS: ReadonlyMap<string, string> = new Map(
  'jan:january feb:february aug:august sep:september sept:september oct:october nov:november dec:december'
    .split(' ')
    .map((entry) => entry.split(':') as [string, string]),
);

/** A word in lower case, months written out. */
function lowered(form: string): string {
  const low = form.toLowerCase().replace(/’/g, "'");
  return (/^\p{Lu}\p{Ll}+\.$/u.test(form) ? SHORT_MONTHS.get(low.slice(0, -1)) : undefined) ?? low;
}

/** "would clear the road": what follows will and may is a verb, whatever the reader of parts of speech made of it. */
function isAfterModal(tokens: readonly Token[], at: number): boolean {
  const before = /^(?:not|n['’]t)$/.test(tokens[at - 1]?.form ?? '') ? at - 2 : at - 1;
  return /^(?:will|would|wo|shall|can|could|may|might|must|should)$/i.test(tokens[before]?.form ?? '');
}

/**
 * The pieces of a position as tokens.
 * @param opens whether the first of them opens a sentence
 */
export function wordsOf(pieces: readonly string[], opens = true): Word[] {
  return pieces.flatMap((text, piece) => {
    const { tokens, sentences } = readDocument(text.slice(0, LONGEST_PIECE));
    const starts = new Set(sentences.map(([first]) => first));
    return tokens.map((token, index) => {
      const begins =
        (starts.has(index) && (opens || index > 0)) ||
        (index > 0 && starts.has(index - 1) && /^["“‘'(]/.test(tokens[index - 1]!.form));
      const low = lowered(token.form);
      const upper = /^\p{Lu}/u.test(token.form) && !NO_NAME.test(low);
      return {
        ...token,
        pos: isAfterModal(tokens, index) && /^(?:ADJ|NOUN|ADP)$/.test(token.pos) ? 'VERB' : token.pos,
        piece,
        low,
        capital: upper && (!begins || token.pos === 'PROPN'),
      };
    });
  });
}

export const placeOf = (first: Word, last: Word = first): Place => [first.piece, first.start, last.end];

/** The words of a position's condition that stand in its content: indices of `words`. */
export function conditionWithin({ condition }: Held, words: readonly Word[], pieces: readonly string[]): Set<number> {
  const within = new Set<number>();
  if (!condition) return within;
  pieces.forEach((text, piece) => {
    const at = text.indexOf(condition);
    if (at < 0) return;
    words.forEach((word, index) => {
      if (word.piece === piece && word.start >= at && word.end <= at + condition.length) within.add(index);
    });
  });
  return within;
}
