import type { Assembled } from './assembly/assembly.ts';
import type { Tagged } from './network/tagger.ts';

/** A further content less sure than this is as likely one too many as one more. */
const FURTHER = 0.36;

/** Leaves out of an attribution's contents those that are doubtful; the surest one always stays. */
export function withoutDoubtful({ exact }: Tagged, assembled: Assembled): Assembled {
  if (assembled.contents.length === 1) return assembled;
  const surest = Math.max(...assembled.contents.map(({ first }) => exact[first]!));
  const contents = assembled.contents.filter(({ first }) => exact[first]! >= Math.min(surest, FURTHER));
  return { ...assembled, contents };
}

/**
 * For F1 what is right with more than about half of the F1 that can be reached is worth giving (Lipton, Elkan,
 * Naryanaswamy, ECML 2014): attributions, and with each its spans. So much is needed of an attribution as a whole,
 */
const ATTRIBUTION = 0.36;
/** so much of the edges of its source and its surest content, */
const SOURCE = 0.43;
const CONTENT = 0.38;
/** and so much does it count what is above or below. Chosen on dev, where there is a ridge and no peak. */
const SOURCE_COUNTS = 1.5;
const CONTENT_COUNTS = 0.3;

/** Whether an attribution is likelier to add to what is right than to what is wrong, its spans counted with it. */
export function isWorthGiving({ exact }: Tagged, { source, contents }: Assembled, confidence: number): boolean {
  const bySource = source ? SOURCE_COUNTS * (exact[source.first]! - SOURCE) : 0;
  const byContent = CONTENT_COUNTS * (Math.max(...contents.map(({ first }) => exact[first]!)) - CONTENT);
  return confidence + bySource + byContent >= ATTRIBUTION;
}
