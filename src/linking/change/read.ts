import type { Place } from '../../model.ts';
import { Mark, readUnits } from '../align/index.ts';
import type { Side } from './side.ts';

/**
 * So many characters of a content are read word by word: some 17,000 words, many times any quotation. What follows counts
 * as one word, so that no content makes a comparison take longer than seconds.
 */
const LONGEST_READ = 100_000;

/** Where a piece is cut that is too long: behind a space where there is one. */
const cutAt = (piece: string, most: number): number => (most > 0 ? piece.lastIndexOf(' ', most - 1) + 1 || most : 0);

/** A content as words to compare. */
export function readContent(words: readonly string[]): Side {
  let left = LONGEST_READ;
  const parts: string[] = [];
  const rests: string[] = [];
  let restAt: Place | null = null;
  for (const [piece, text] of words.entries()) {
    const length = text.length <= left ? text.length : cutAt(text, left);
    parts.push(text.slice(0, length));
    left = length < text.length ? 0 : left - length;
    if (length === text.length) continue;
    rests.push(text.slice(length));
    restAt ??= [piece, length, text.length];
  }
  const { units, marks } = readUnits(parts);
  if (!restAt) return { units, marks, words };
  const rest = {
    key: rests.join('\n'),
    form: rests[0]!,
    place: restAt,
    bracketed: false,
    quoted: false,
    filler: false,
  };
  return { units: [...units, rest], marks: [...marks, Mark.none], words };
}
