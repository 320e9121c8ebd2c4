/** From letters to lines, and from lines to the order in which columns are read. */
import type { Fragment, Line } from './types.ts';

/** In sizes of the type: two fragments stand on one line. */
const SAME_LINE = 0.35;
/** A gap that is a space between words, and one that may part columns. */
const SPACE = 0.15;
const GUTTER = 0.8;
/** A page of a newspaper has some hundred lines; beyond this many no columns are looked for. */
const MOST_LINES = 3_000;
/** Lines that a column has at least, and their share among all. */
const FEWEST_LINES = 3;
/** Columns within columns: a newspaper's page has eight at most. */
const DEEPEST = 12;

/** Joins fragments to lines, from top to bottom and from left to right. */
export function toLines(fragments: readonly Fragment[]): Line[] {
  const rows: Fragment[][] = [];
  for (const fragment of [...fragments].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    const isSame = row && fragment.y - row[0]!.y <= SAME_LINE * Math.max(row[0]!.size, fragment.size);
    if (isSame) row.push(fragment);
    else rows.push([fragment]);
  }
  return rows.flatMap(toLinesOfRow);
}

function toLinesOfRow(row: Fragment[]): Line[] {
  const lines: Line[] = [];
  for (const { text, x, y, width, size } of row.sort((a, b) => a.x - b.x)) {
    const last = lines.at(-1);
    const gap = last ? x - last.right : 0;
    if (!last || gap > GUTTER * Math.max(size, last.size)) {
      lines.push({ text, x, right: x + width, y, size });
      continue;
    }
    const isParted = gap > SPACE * size && !/\s$/.test(last.text) && !/^\s/.test(text);
    lines[lines.length - 1] = {
      text: `${last.text}${isParted ? ' ' : ''}${text}`,
      x: last.x,
      right: Math.max(last.right, x + width),
      y: last.y,
      // A raised footnote mark does not make its line a small one.
      size: Math.max(last.size, size),
    };
  }
  return lines.map((line) => ({ ...line, text: line.text.trim() })).filter(({ text }) => text);
}

const inOrder = (a: Line, b: Line): number => a.y - b.y || a.x - b.x;

/** Lines left of a place, right of it, and across it. */
interface Division {
  readonly left: readonly Line[];
  readonly right: readonly Line[];
  readonly across: readonly Line[];
}

function divide(lines: readonly Line[], at: number): Division {
  const left = lines.filter((line) => line.right <= at);
  const right = lines.filter((line) => line.x >= at);
  return { left, right, across: lines.filter((line) => line.right > at && line.x < at) };
}

const top = (lines: readonly Line[]): number => Math.min(...lines.map(({ y }) => y));
const bottom = (lines: readonly Line[]): number => Math.max(...lines.map(({ y }) => y));
const characters = (lines: readonly Line[]): number => lines.reduce((sum, { text }) => sum + text.length, 0);

/** Whether both sides are columns of running text that stand beside each other. */
function areColumns({ left, right, across }: Division): boolean {
  if (left.length < FEWEST_LINES || right.length < FEWEST_LINES) return false;
  if (across.length > (left.length + right.length) / 2) return false;
  // Numbers of a list, or of a table, are no column.
  if (characters(left) < left.length * 12 || characters(right) < right.length * 12) return false;
  return Math.min(bottom(left), bottom(right)) - Math.max(top(left), top(right)) > left[0]!.size * 2;
}

/** The place between two columns that the fewest lines lie across, or null when the lines stand in one column. */
function findGutter(lines: readonly Line[]): Division | null {
  if (lines.length < 2 * FEWEST_LINES || lines.length > MOST_LINES) return null;
  const begins = new Map<number, number>();
  for (const { x } of lines) begins.set(Math.round(x), (begins.get(Math.round(x)) ?? 0) + 1);
  let best: Division | null = null;
  for (const [begin, count] of begins) {
    if (count < FEWEST_LINES) continue;
    // Just left of where a column begins, a rounding error aside.
    const division = divide(lines, begin - 1);
    if (areColumns(division) && (!best || division.across.length < best.across.length)) best = division;
  }
  return best;
}

/**
 * The order in which a page is read, as runs of lines that stand below each other: lines across columns part the page
 * into bands, and within a band the left column is read before the right one (recursive cuts, after Nagy and Seth 1984).
 */
export function readingOrder(lines: readonly Line[], depth = 0): Line[][] {
  const sorted = [...lines].sort(inOrder);
  const gutter = depth < DEEPEST ? findGutter(sorted) : null;
  if (!gutter) return sorted.length > 0 ? [sorted] : [];
  const across = new Set(gutter.across);
  const left = new Set(gutter.left);
  const runs: Line[][] = [];
  let band: Line[] = [];
  let spanning: Line[] = [];
  const closeBand = (): void => {
    runs.push(
      ...readingOrder(
        band.filter((line) => left.has(line)),
        depth + 1,
      ),
    );
    runs.push(
      ...readingOrder(
        band.filter((line) => !left.has(line)),
        depth + 1,
      ),
    );
    band = [];
  };
  const closeSpanning = (): void => {
    if (spanning.length > 0) runs.push(spanning);
    spanning = [];
  };
  for (const line of sorted) {
    if (across.has(line)) {
      if (band.length > 0) closeBand();
      spanning.push(line);
    } else {
      closeSpanning();
      band.push(line);
    }
  }
  closeBand();
  closeSpanning();
  return runs;
}
