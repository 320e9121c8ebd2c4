import type { Span } from '../../src/model.ts';

/** Which end of a part is moved, and which way in the order of the text. */
export type End = 'start' | 'end';
export type Way = 'back' | 'on';

/** A word, or signs that stand together without a space: what an end moves over in one step. */
interface Step {
  readonly start: number;
  readonly end: number;
}

/** The words of a text and the runs of signs between them, in its order, without white space. */
export function stepsOf(text: string, language: string | undefined): readonly Step[] {
  const steps: Step[] = [];
  let signs: Step | null = null;
  for (const { segment, index, isWordLike } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) {
    const step: Step = { start: index, end: index + segment.length };
    if (segment.trim() === '') signs = null;
    else if (isWordLike) {
      signs = null;
      steps.push(step);
    } else if (signs && signs.end === index) {
      signs = { start: signs.start, end: step.end };
      steps[steps.length - 1] = signs;
    } else {
      signs = step;
      steps.push(step);
    }
  }
  return steps;
}

/**
 * Moves the start of the first piece of a part, or the end of its last, by one step. A piece never loses its last word; a part
 * without words gets the one before `near`. Spans are places in the text of `steps`; gives the same ones where nothing moves.
 */
export function moved(
  spans: readonly Span[],
  end: End,
  way: Way,
  steps: readonly Step[],
  near: number,
): readonly Span[] {
  if (spans.length === 0) {
    const step = steps.findLast((each) => each.end <= near) ?? steps[0];
    return step ? [[step.start, step.end]] : spans;
  }
  const at = end === 'start' ? 0 : spans.length - 1;
  const [from, to] = spans[at]!;
  const next =
    end === 'start'
      ? way === 'back'
        ? steps.findLast((step) => step.start < from)?.start
        : steps.find((step) => step.start > from && step.start < to)?.start
      : way === 'on'
        ? steps.find((step) => step.end > to)?.end
        : steps.findLast((step) => step.end < to && step.end > from)?.end;
  if (next === undefined) return spans;
  return spans.with(at, end === 'start' ? [next, to] : [from, next]);
}
