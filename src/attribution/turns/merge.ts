import type { Attribution, Span } from '../../model.ts';
import type { Document } from '../../text/index.ts';
import { firstAfter } from '../quotation/quotation-marks.ts';
import { type Turn, turnsOf } from './turns.ts';

/** An attribution whose speaker has not been resolved. */
export type Unresolved = Omit<Attribution, 'speaker' | 'speakerConfidence' | 'unresolved' | 'anonymity'>;

/** The share of turns whose words are right, where the corpus marks the turns of an article: 41 of 43. */
const CONFIDENCE = 0.95;

const attributionOf = ({ label, mark, content }: Turn): Unresolved => ({
  source: [label],
  cue: [mark],
  content,
  type: 'direct',
  mode: 'says',
  saidOn: null,
  medium: null,
  confidence: CONFIDENCE,
  within: null,
});

const holds = (outer: readonly Span[], [start, end]: Span): boolean =>
  outer.some(([from, to]) => from <= start && end <= to);

const spansOf = ({ source, cue, content }: Unresolved): Span[] => [...source, ...cue, ...content];

/** From a turn's label to the end of its words. */
const extentOf = ({ label, content }: Turn): Span => [label[0], content.at(-1)![1]];

/** Whether any of its words are part of a turn, label or content. @param extents of the turns, in the order of the text */
const touches = (extents: readonly Span[], found: Unresolved): boolean =>
  spansOf(found).some(([start, end]) => (extents[firstAfter(extents, start)]?.[0] ?? Number.POSITIVE_INFINITY) < end);

/** The turn whose speaker quotes somebody else in this attribution, in quotation marks. */
function quotedIn(turns: readonly Turn[], extents: readonly Span[], found: Unresolved): Turn | null {
  const turn = turns[firstAfter(extents, found.cue[0]![0])];
  const inner = turn !== undefined && found.type !== 'indirect' && found.source.length > 0;
  return inner && spansOf(found).every((span) => holds(turn.content, span)) ? turn : null;
}

/**
 * Adds the turns of transcripts to what was found in an article. The label is the source, its colon the cue, and the
 * words are given as they were said. What was found in the same words gives way, except what a speaker quotes of
 * somebody else, which is within the turn.
 *
 * @param found in the order of the cues, `within` being an index into it
 * @returns the same when the article holds no transcript; else all of it in the order of the cues
 */
export function withTurns(document: Document, found: Unresolved[]): Unresolved[] {
  const turns = turnsOf(document);
  if (turns.length === 0) return found;
  const extents = turns.map(extentOf);
  const outerOf = new Map<Unresolved, Unresolved | null>();
  const byTurn = new Map(turns.map((turn) => [turn, attributionOf(turn)]));
  for (const one of found) {
    const turn = quotedIn(turns, extents, one);
    if (turn === null && touches(extents, one)) continue;
    const outer = one.within === null ? undefined : found[one.within];
    outerOf.set(one, outer !== undefined && outerOf.has(outer) ? outer : turn && byTurn.get(turn)!);
  }
  for (const one of byTurn.values()) outerOf.set(one, null);
  const all = [...outerOf.keys()].sort((a, b) => a.cue[0]![0] - b.cue[0]![0]);
  const indexOf = new Map(all.map((one, i) => [one, i]));
  return all.map((one) => {
    const outer = outerOf.get(one)!;
    return { ...one, within: outer === null ? null : indexOf.get(outer)! };
  });
}
