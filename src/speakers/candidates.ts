import type { Candidate } from './features.ts';
import { isOfAnotherOwner, isOfAnotherPlace } from './fit.ts';
import { singular } from './nouns.ts';
import type { Question } from './questions.ts';
import type { Reading } from './reading.ts';
import { type Place, placeFrom, type Referent, type Referents } from './referent.ts';

/** So many mentions before a question are looked at. */
const WINDOW = 60;
/** So many of the most mentioned persons are candidates wherever they were mentioned last. */
const MOST_MENTIONED = 4;
/** So many candidates are compared. */
const MOST_CANDIDATES = 24;

/** At this weight the article or the given name tells the other gender for certain. */
const CERTAIN_CLASH = -1.6;

/** Whether a referent is of a kind that the words asked about may point to. */
function suits(reading: Reading, question: Question, referent: Referent): boolean {
  const { ask, at, possessive, owner, needed, excluded, phrase } = question;
  const { kind, plural, entity, standing } = referent;
  if (referent === excluded) return false;
  if ((owner && entity === owner) || (needed && !standing?.words.has(needed))) return false;
  switch (ask) {
    case 'he':
    case 'she':
      return kind === 'person' && !plural;
    case 'it':
      return (kind === 'organization' || kind === 'document') && !plural;
    case 'they':
      return plural || kind === 'group' || (kind === 'organization' && entity?.kind !== 'place');
    case 'who':
      if (kind === 'person' && reading.folded[at] === 'which') return false;
      return possessive || kind !== 'document' || referent.phrase !== null;
    case 'person':
      if (phrase && standing && isOfAnotherOwner(reading, phrase, standing)) return false;
      return kind === 'person' && !plural;
    case 'organization':
      if (phrase && entity?.kind === 'place' && isOfAnotherPlace(reading, phrase, entity)) return false;
      return kind === 'organization' && !plural;
    case 'document':
      return kind === 'document';
    case 'group':
      return plural || kind === 'group';
    case 'none':
      return entity !== null;
  }
}

/** The referents an article mentions most, for one kind of question each time. */
export function mostMentioned(referents: Referents): readonly Referent[] {
  return referents.all
    .filter((referent) => referent.entity !== null && referent.kind === 'person')
    .sort((a, b) => b.places.length - a.places.length || a.id - b.id)
    .slice(0, MOST_MENTIONED);
}

/** Tells for each candidate whether the article gives the office asked for ("the governor") to it, to others, or to both. */
function markHolders(candidates: readonly Candidate[], head: string): void {
  const holders = candidates.filter(({ referent }) => referent.standing?.words.has(head));
  if (!holders.length) return;
  for (const candidate of candidates) candidate.holding = 'beaten';
  for (const candidate of holders) candidate.holding = holders.length === 1 ? 'only' : 'shared';
}

/** The referents that may answer a question, the closest first. */
export function candidatesFor(
  reading: Reading,
  referents: Referents,
  frequent: readonly Referent[],
  question: Question,
): Candidate[] {
  const { places } = referents;
  const { at, ask } = question;
  const here = placeFrom(places, at);
  const found = new Map<Referent, Candidate>();
  const add = (referent: Referent, last: Place | null, ahead: Place | null): void => {
    const known = found.get(referent);
    if (known) {
      if (ahead && !known.ahead) found.set(referent, { ...known, ahead });
      return;
    }
    if (found.size >= MOST_CANDIDATES || !suits(reading, question, referent)) return;
    found.set(referent, { referent, last, ahead, count: placeFrom(referent.places, at), rank: 0, holding: null });
  };
  const self = question.phrase;
  const isSelf = (place: Place): boolean => self !== null && place.first <= self.head && place.end > self.head;
  // What a speaker says within quotation marks tells little of who speaks outside them: such mentions come second.
  const outside = reading.quoted[at] === 0;
  for (const pass of outside ? [0, 1] : [2]) {
    for (let i = here - 1; i >= 0 && i >= here - WINDOW; i--) {
      const place = places[i]!;
      if (!isSelf(place) && (pass === 2 || reading.quoted[place.first] === pass)) add(place.referent, place, null);
    }
  }
  for (let i = here; i < places.length && reading.sentenceOf[places[i]!.first] === reading.sentenceOf[at]; i++) {
    if (ask !== 'who' && !isSelf(places[i]!)) add(places[i]!.referent, null, places[i]!);
  }
  for (const referent of frequent) {
    const index = placeFrom(referent.places, at) - 1;
    add(referent, referent.places[index] ?? null, null);
  }
  for (const neighbour of [question.previous, question.next]) {
    if (!neighbour?.referent) continue;
    const { referent } = neighbour;
    add(referent, referent.places[placeFrom(referent.places, at) - 1] ?? null, null);
  }
  const all = [...found.values()];
  const direction = ask === 'she' ? 1 : ask === 'he' ? -1 : 0;
  const agreeing = all.filter(({ referent }) => referent.gender * direction > CERTAIN_CLASH);
  const list = agreeing.length ? agreeing : all;
  if (ask === 'person' && self) markHolders(list, singular(reading.folded[self.head]!));
  let rank = 0;
  for (const candidate of list) if (candidate.last) candidate.rank = rank++;
  return list;
}
