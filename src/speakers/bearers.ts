import type { TokenRange } from '../text/index.ts';
import { COURTESY } from './lexicon/people.ts';
import { SPEECH_VERBS } from './lexicon/words.ts';
import type { Name } from './names.ts';
import type { Reading } from './reading.ts';
import type { Entity } from './registry.ts';

/** How well a person fits one bare word: family name, then given name, then any other part. */
function fit(entity: Entity, word: string): number {
  if (entity.words.at(-1) === word) return 3;
  if (entity.words[0] === word) return 2;
  return 1;
}

/** Whether a full name at a token is the subject of a verb of speech, right behind it or behind an apposition. */
function speaks(reading: Reading, at: number, entity: Entity): boolean {
  for (
    let i = at + entity.words.length;
    i < at + entity.words.length + 14 && reading.sentenceOf[i] === reading.sentenceOf[at];
    i++
  ) {
    if (SPEECH_VERBS.has(reading.folded[i]!)) return true;
    if (reading.document.tokens[i]!.pos === 'VERB' || reading.document.tokens[i]!.pos === 'AUX') return false;
  }
  return false;
}

/** The gender a courtesy title tells: 1 for a woman, -1 for a man, 0 for neither. */
export function courtesyGender(reading: Reading, title: TokenRange | null): number {
  const gender = title && COURTESY.get(reading.folded[title[1] - 1]!);
  return gender === 'f' ? 1 : gender === 'm' ? -1 : 0;
}

/**
 * Who bears a name of one word at this place. A bare family name means the person an article is about: the one whose
 * full name it gives first and most often, unless another bearer is named in full right before.
 */
export function bearerAt(
  reading: Reading,
  name: Name,
  bearers: readonly Entity[],
  full: ReadonlyMap<Entity, readonly number[]>,
): Entity {
  if (bearers.length === 1) return bearers[0]!;
  const word = name.words[0]!;
  const wanted = courtesyGender(reading, name.title);
  const firstOf = (entity: Entity): number => full.get(entity)?.[0] ?? Number.POSITIVE_INFINITY;
  const earliest = Math.min(...bearers.map(firstOf));
  let best = bearers[0]!;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const entity of bearers) {
    const places = full.get(entity) ?? [];
    const near = places.some((at) => at < name.first && reading.paragraphOf[at] === reading.paragraphOf[name.first]);
    let score =
      4 * fit(entity, word) + Math.min(4, places.length) + (near ? 2 : 0) + (firstOf(entity) === earliest ? 3 : 0);
    if (places.some((at) => speaks(reading, at, entity))) score += 2;
    if (wanted) score += entity.gender * wanted >= 0 ? 3 : -20;
    if (score > bestScore) [best, bestScore] = [entity, score];
  }
  return best;
}
