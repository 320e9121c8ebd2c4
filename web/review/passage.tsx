import type { Span } from '../../src/model.ts';
import { type Mark, paragraphsOf } from '../article/segments.ts';
import { languageTag } from '../words.ts';
import { type Part, type Seat, spansOf } from './desk-state.ts';

const PARTS: readonly Part[] = ['content', 'source', 'cue'];

/** Places in the article as places in the passage; what lies outside of it is left out. */
export function inPassage({ passage: { start, text } }: Seat['doubt'], spans: readonly Span[]): Span[] {
  return spans
    .map(([from, to]): Span => [Math.max(from - start, 0), Math.min(to - start, text.length)])
    .filter(([from, to]) => from < to);
}

/** The lines in which a statement stands, with its source, cue and content marked as they are now. */
export function Passage({
  seat,
  hue,
  moving,
}: {
  readonly seat: Seat;
  readonly hue: string;
  readonly moving: Part | null;
}) {
  const { passage, attribution } = seat.doubt;
  const placed = { source: [] as Span[], cue: [] as Span[], content: [] as Span[] };
  for (const part of PARTS) placed[part] = inPassage(seat.doubt, spansOf(seat, part));
  return (
    <div className={`passage ${hue}`} lang={languageTag(attribution.article.language)}>
      {paragraphsOf(passage.text, [placed]).map(({ start, segments }) => (
        <p key={start} dir="auto">
          {segments.map((segment) => (
            <Words key={segment.start} marks={segment.marks} moving={moving}>
              {passage.text.slice(segment.start, segment.end)}
            </Words>
          ))}
        </p>
      ))}
    </div>
  );
}

function Words({
  marks,
  moving,
  children,
}: {
  readonly marks: readonly Mark[];
  readonly moving: Part | null;
  readonly children: string;
}) {
  if (marks.length === 0) return children;
  const parts = marks.map(({ part }) => part);
  const classes = parts.map((part) => (part === 'content' ? 'said shown-content' : `shown-${part}`));
  if (moving !== null && parts.includes(moving)) classes.push('moving');
  const Element = parts.includes('content') ? 'mark' : 'span';
  return <Element className={classes.join(' ')}>{children}</Element>;
}
