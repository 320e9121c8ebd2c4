import type { TokenRange } from '../text/index.ts';
import { kindOfNoun, singular } from './nouns.ts';
import type { Reading } from './reading.ts';
import type { Referent, Referents } from './referent.ts';

/** "both" looks back over so many sentences. */
const LONGEST_BACK = 3;

/** Whether words mean two who were named before: "both", "the two women", "the pair". */
function meansTwo({ folded }: Reading, [first, end]: TokenRange): boolean {
  const known = /^(?:the|these)$/.test(folded[first]!);
  const word = known ? first + 1 : first;
  // "two officials" and "a pair of officials" are somebody new.
  if (!(known ? /^(?:two|pair|duo)$/ : /^both$/).test(folded[word] ?? '')) return false;
  // "both men" are persons; "both sides" and "both sources" are not the persons just named.
  const head = singular(folded[end - 1]!);
  if (end - word > 1 && (kindOfNoun(head).kind !== 'person' || head === 'source')) return false;
  for (let i = word; i < end; i++) if (/^(?:of|and|other|more|people)$/.test(folded[i]!)) return false;
  return true;
}

/** The two persons that the sentences right before a place are about, where its words mean two and there are just two. */
export function pairBefore(
  reading: Reading,
  referents: Referents,
  at: number,
  range: TokenRange,
): readonly Referent[] | null {
  if (!meansTwo(reading, range)) return null;
  const { sentenceOf, quoted } = reading;
  const people: Referent[] = [];
  let sentence = sentenceOf[at]!;
  for (const place of referents.before(at)) {
    const back = sentenceOf[at]! - sentenceOf[place.first]!;
    if (back > LONGEST_BACK || (people.length === 2 && sentenceOf[place.first] !== sentence)) break;
    sentence = sentenceOf[place.first]!;
    if (quoted[place.first] || place.referent.entity?.kind !== 'person' || people.includes(place.referent)) continue;
    people.unshift(place.referent);
  }
  return people.length === 2 ? people : null;
}
