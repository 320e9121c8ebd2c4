import type { Span } from '../../model.ts';

/** So many code units are shown before and after a content at most, however long its lines are. */
const MOST_AROUND = 1_500;
/** And so many of what is between. */
const MOST_BETWEEN = 6_000;

const isBreak = (mark: string | undefined): boolean => mark !== undefined && /[\n\r\u2028\u2029]/.test(mark);
const isLow = (mark: string | undefined): boolean => mark !== undefined && /[\udc00-\udfff]/.test(mark);

/**
 * The lines in which an attribution stands: from the beginning of the line of its first span to the end of the line of its
 * last, as far as these are near its content.
 *
 * @param spans of source and cue; `content` has at least one.
 */
export function passageOf(
  text: string,
  content: readonly Span[],
  spans: readonly Span[],
): { readonly start: number; readonly text: string } {
  const from = content[0]?.[0] ?? 0;
  const to = Math.min(content.at(-1)?.[1] ?? 0, from + MOST_BETWEEN);
  const near = spans.filter(([start, end]) => start >= from - MOST_AROUND && end <= to + MOST_AROUND);
  let start = Math.min(from, ...near.map((span) => span[0]));
  let end = Math.max(to, ...near.map((span) => span[1]));
  const least = Math.max(0, from - MOST_AROUND);
  const most = Math.min(text.length, to + MOST_AROUND);
  while (start > least && !isBreak(text[start - 1])) start--;
  while (end < most && !isBreak(text[end])) end++;
  if (isLow(text[start])) start++;
  if (isLow(text[end])) end--;
  return { start, text: text.slice(start, end) };
}
