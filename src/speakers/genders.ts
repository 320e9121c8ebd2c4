import { genderOfNoun } from './nouns.ts';
import type { Reading } from './reading.ts';
import type { Place, Referents } from './referent.ts';

/** How many tokens behind a name a pronoun still tells its bearer's gender. */
const NEAR = 25;
/** Pronouns are counted behind so many mentions of one person. */
const MOST_COUNTED = 20;

/** 1 or -1 for the first "she" or "he" behind a mention, 0 where another person or a quotation comes first. */
function pronounBehind(reading: Reading, referents: Referents, { end, referent }: Place): number {
  const sentence = reading.sentenceOf[end - 1]!;
  for (let i = end; i < end + NEAR && i < reading.folded.length && reading.sentenceOf[i]! <= sentence + 1; i++) {
    if (reading.paragraphOf[i] !== reading.paragraphOf[end - 1]) return 0;
    const word = reading.folded[i]!;
    if (word === 'she' || word === 'her') return 1;
    if (word === 'he' || word === 'his' || word === 'him') return -1;
    const other = referents.placeAt[i]?.referent;
    if ((other && other !== referent && other.kind === 'person') || reading.quoted[i] !== reading.quoted[end - 1])
      return 0;
  }
  return 0;
}

/** Learns genders from pronouns behind a name and from gendered nouns of the role. */
export function guessGenders(reading: Reading, referents: Referents): void {
  for (const referent of referents.all) {
    if (referent.kind !== 'person') continue;
    for (const word of referent.standing?.words ?? []) referent.gender += genderOfNoun(word);
    let sum = 0;
    for (const place of referent.places.slice(0, MOST_COUNTED))
      if (place.subject) sum += pronounBehind(reading, referents, place);
    // A given name or a title is rather believed than a pronoun that may mean somebody else.
    const [each, most] = referent.gender ? [0.35, 1] : [0.7, 2];
    referent.gender += Math.max(-most, Math.min(most, each * sum));
  }
}
