import type { Attribution, Span, Speaker, UnresolvedReason } from '../model.ts';
import type { Document, TokenRange } from '../text/index.ts';
import type { Basis } from './confidence.ts';
import { tokensIn } from './reading.ts';
import type { Referent } from './referent.ts';
import type { Reference, SourceReader } from './sources.ts';

/** What resolving needs of an attribution. */
export type Attributed = Pick<Attribution, 'source' | 'cue' | 'content'>;

/** Whom words may mean. */
export interface Meant {
  readonly speaker: Speaker | null;
  readonly referent: Referent | null;
}

/** Who an attribution's source turned out to be. */
export interface Answer extends Meant {
  /** What tells how sure that is. */
  readonly basis: Basis;
  /** Why the speaker is null. */
  readonly unresolved: UnresolvedReason | null;
}

/** An attribution in tokens. */
export interface Item {
  /** Its place in the list that was given. */
  readonly index: number;
  readonly source: readonly TokenRange[];
  readonly cue: readonly TokenRange[];
  readonly content: readonly TokenRange[];
  /** Token at which it stands in the text: its source, else its cue, else its content. */
  readonly at: number;
  readonly reference: Reference;
  answer: Answer | null;
  /** How many questions wait for this one's answer: "I" within what "I" said. */
  waiting: number;
}

function rangesOf(document: Document, spans: readonly Span[]): TokenRange[] {
  return spans
    .map((span) => tokensIn(document, span))
    .filter(([first, end]) => first < end)
    .sort((a, b) => a[0] - b[0]);
}

/** How much each sort of reference says; a source in several pieces is read by the piece that says most. */
const SAYS: Readonly<Record<Reference['type'], number>> = {
  none: 0,
  words: 1,
  pronoun: 2,
  phrase: 3,
  name: 4,
  entity: 5,
  list: 6,
};

function referenceOf(sources: SourceReader, source: readonly TokenRange[]): Reference {
  let best: Reference = { type: 'none' };
  for (const range of source) {
    const reference = sources.read(range);
    if (SAYS[reference.type] > SAYS[best.type]) best = reference;
  }
  return best;
}

/** The attributions in the order of the text. */
export function itemsOf(document: Document, attributions: readonly Attributed[], sources: SourceReader): Item[] {
  const items = attributions.map((attribution, index): Item => {
    const source = rangesOf(document, attribution.source);
    const cue = rangesOf(document, attribution.cue);
    const content = rangesOf(document, attribution.content);
    const at = source[0]?.[0] ?? cue[0]?.[0] ?? content[0]?.[0] ?? 0;
    return { index, source, cue, content, at, reference: referenceOf(sources, source), answer: null, waiting: 0 };
  });
  return items.sort((a, b) => a.at - b.at || a.index - b.index);
}

/** So many tokens are marked for each token of the text: contents within contents within contents must end somewhere. */
const DEEPEST = 50;

/** Per token the position in `items` of the attribution whose content covers it most closely, or -1. */
export function coversOf(items: readonly Item[], length: number): Int32Array {
  const cover = new Int32Array(length).fill(-1);
  const sizes = items.map((item) => item.content.reduce((sum, [first, end]) => sum + end - first, 0));
  const order = items.map((_, position) => position).sort((a, b) => sizes[b]! - sizes[a]! || a - b);
  let left = DEEPEST * length;
  for (const position of order) {
    left -= sizes[position]!;
    if (left < 0) break;
    for (const [first, end] of items[position]!.content) cover.fill(position, first, end);
  }
  return cover;
}
