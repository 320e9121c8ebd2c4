import type { Word } from './words.ts';

/** `[first, end)` in indices of words. */
export type Range = readonly [first: number, end: number];

/** A stretch of words about one happening. */
export interface Clause {
  readonly range: Range;
  /** It tells when, why or on what condition: no claim of its own. */
  readonly aside: boolean;
}

const ASIDE =
  /^(?:if|unless|until|till|because|although|though|since|whereas|once|after|before|while|when|provided|as|despite|unlike|given|instead|rather)$/;
const RELATIVE = /^(?:which|who|whom|whose|where)$/;
const BREAK = /^(?:[,;:—–()]|-{1,2}|but|yet)$/;
const MARKS = /^["“”‘’'[\].!?…]+$/;

/** A name is no verb, whatever it looks like ("Tarnish"). */
export const isVerb = ({ pos, capital }: Word): boolean => (pos === 'VERB' || pos === 'AUX') && !capital;

/** "and" begins a clause where a verb of its own follows soon. */
function beginsClause(words: readonly Word[], at: number): boolean {
  if (words[at]!.low !== 'and' && words[at]!.low !== 'or') return false;
  const next = words.slice(at + 1, at + 5);
  const verb = next.findIndex(isVerb);
  return verb >= 0 && (next[verb]!.pos === 'AUX' || next.slice(0, verb).some(({ pos }) => pos === 'PRON'));
}

/** Markers that are a clause's only with a verb behind them ("after the vote", "as president"). */
function isAside(words: readonly Word[], at: number): boolean {
  const { low } = words[at]!;
  if (!ASIDE.test(low)) return false;
  if (low === 'rather') return words[at + 1]?.low === 'than';
  if (low === 'instead') return words[at + 1]?.low === 'of';
  if (low === 'as') return words[at + 1]?.low === 'long' || words[at + 1]?.low === 'soon';
  return true;
}

/** "a rule that allows them to cut it": what the noun does, not what is claimed. */
const isRelativeThat = (words: readonly Word[], at: number): boolean =>
  words[at]!.low === 'that' &&
  words[at - 1]?.pos === 'NOUN' &&
  words[at - 1]!.piece === words[at]!.piece &&
  words[at + 1] !== undefined &&
  isVerb(words[at + 1]!);

/** Cuts words into clauses. What holds no verb belongs to the clause before it, or at the beginning to the next. */
export function clausesOf(words: readonly Word[]): Clause[] {
  const cuts: { at: number; aside: boolean }[] = [{ at: 0, aside: false }];
  words.forEach((word, at) => {
    const inner = at > 0 && words[at - 1]!.piece !== word.piece;
    if (isAside(words, at)) cuts.push({ at, aside: true });
    else if (RELATIVE.test(word.low) || isRelativeThat(words, at)) cuts.push({ at, aside: true });
    else if (inner || BREAK.test(word.low) || /^[.!?]$/.test(word.low) || beginsClause(words, at))
      cuts.push({ at, aside: false });
  });
  const clauses: { range: [number, number]; aside: boolean }[] = [];
  let waiting = -1;
  cuts.forEach(({ at, aside }, index) => {
    const end = cuts[index + 1]?.at ?? words.length;
    const some = words.slice(at, end);
    if (some.every(({ form }) => MARKS.test(form) || BREAK.test(form))) return;
    const last = clauses.at(-1);
    if (!aside && !some.some(isVerb)) {
      if (last && !/^[.!?;]$/.test(words[at]!.low)) last.range[1] = end;
      else waiting = waiting < 0 ? at : waiting;
      return;
    }
    clauses.push({ range: [waiting < 0 ? at : waiting, end], aside });
    waiting = -1;
  });
  if (waiting >= 0) clauses.push({ range: [waiting, words.length], aside: false });
  return clauses;
}
