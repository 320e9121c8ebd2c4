import { readDocument } from '../../text/index.ts';
import { isFunctionWord } from '../align/index.ts';
import { DATES, FINITE } from './lexicon.ts';
import { isCapital, keyAt, type Side, startsSentence } from './side.ts';

/** Longer contents are not tagged: a word at the begin of a sentence is then a name only by the words around it. */
const LONGEST_TAGGED = 5000;
const tagged = new WeakMap<Side, Map<number, ReadonlySet<number>>>();

/** Where the proper nouns of a piece begin: it is tagged once. */
function properNouns(side: Side, piece: number): ReadonlySet<number> {
  let pieces = tagged.get(side);
  if (!pieces) {
    pieces = new Map();
    tagged.set(side, pieces);
  }
  let found = pieces.get(piece);
  if (!found) {
    const { tokens } = readDocument(side.words[piece]!);
    found = new Set(tokens.flatMap(({ start, pos }) => (pos === 'PROPN' ? [start] : [])));
    pieces.set(piece, found);
  }
  return found;
}

const NO_NAMES = new Set('everybody everyone somebody someone anybody anyone nobody people mr mrs ms dr'.split(' '));

/**
 * Whether a unit is a word of a name: capital within a sentence; at its begin, where every word is, capital together with
 * the next one or tagged as a proper noun.
 */
export function isName(side: Side, at: number): boolean {
  const unit = side.units[at];
  if (!unit || !isCapital(unit)) return false;
  const { key } = unit;
  if (isFunctionWord(key) || FINITE.has(key) || NO_NAMES.has(key) || DATES.has(key) || key.startsWith('#'))
    return false;
  if (!startsSentence(side, at)) return true;
  if (isCapital(side.units[at + 1]) && !isFunctionWord(keyAt(side, at + 1))) return true;
  const text = side.words[unit.place[0]]!;
  if (text.length > LONGEST_TAGGED) return false;
  return properNouns(side, unit.place[0]).has(unit.place[1]);
}
