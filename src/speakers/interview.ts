import type { Attribution } from '../model.ts';
import type { Document } from '../text/index.ts';
import { type Reading, tokensIn } from './reading.ts';
import type { Place, Referent, Referents } from './referent.ts';

/** Who stands behind the letters of an interview; null where the article does not make it certain. */
export interface Parties {
  readonly asks: Referent | null;
  readonly answers: Referent | null;
}

export type Letter = 'asks' | 'answers';

const LETTERS: ReadonlyMap<string, Letter> = new Map([
  ['q', 'asks'],
  ['question', 'asks'],
  ['a', 'answers'],
  ['answer', 'answers'],
]);

/** Which side of an interview a source is: the "Q" of "Q: …", the "A" of "A. …", or neither. */
export function letterOf({ text }: Document, { source, cue }: Pick<Attribution, 'source' | 'cue'>): Letter | null {
  const [label, mark] = [source[0], cue[0]];
  if (label === undefined || mark === undefined || source.length > 1 || label[1] !== mark[0]) return null;
  return /^[:.]$/.test(text.slice(...mark)) ? (LETTERS.get(text.slice(...label).toLowerCase()) ?? null) : null;
}

/** "Interview by Ida Fox", "as told to Ida Fox": the place names who asks. */
const isInterviewer = ({ folded }: Reading, { titled }: Place): boolean =>
  /^(?:by|to)$/.test(folded[titled - 1] ?? '') && /^(?:interview|interviewed|told)$/.test(folded[titled - 2] ?? '');

/**
 * The two who talk in an interview of questions and answers, from what stands before its first letter: the one person
 * whom the introduction names answers. Where it names nobody or several, who answers is not certain.
 *
 * @param offset where the first letter stands
 * @param byline the author, who may be named in the introduction and does not answer
 */
export function partiesOf(reading: Reading, referents: Referents, offset: number, byline: string | null): Parties {
  const [before] = tokensIn(reading.document, [offset, offset + 1]);
  const written = new Set(byline?.toLowerCase().split(/[^\p{L}\p{M}'’-]+/u));
  const named = new Set<Referent>();
  let asks: Referent | null = null;
  for (const place of referents.places) {
    const { entity } = place.referent;
    if (place.first >= before) break;
    if (entity?.kind !== 'person') continue;
    if (isInterviewer(reading, place)) asks = place.referent;
    else if (!entity.words.every((word) => written.has(word))) named.add(place.referent);
  }
  if (asks !== null) named.delete(asks);
  return { asks, answers: named.size === 1 ? [...named][0]! : null };
}
