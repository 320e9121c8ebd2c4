/** From lines to paragraphs. */
import { endsSentence } from '../../furniture/index.ts';
import type { Line, Paragraph } from './types.ts';

/** A run of lines that stand below each other, on one page. */
export interface Run {
  readonly page: number;
  readonly lines: readonly Line[];
}

/** In sizes of the type. */
const INDENT = 0.8;
const SAME_LINE = 0.35;
/** Times the usual distance between lines. */
const WIDE = 1.35;
/** Types this much larger or smaller are another kind of text. */
const OTHER_SIZE = 1.1;
/** No word is longer, and so no more of a text is looked at for its last. */
const LONGEST_WORD = 80;
/** A line that leaves this share of its column empty was ended on purpose, whatever it ends with. */
const MOSTLY_EMPTY = 0.4;

/** The size in which most letters are set. */
export function bodySizeOf(runs: readonly Run[]): number {
  const letters = new Map<number, number>();
  for (const { lines } of runs) {
    for (const { size, text } of lines) {
      const rounded = Math.round(size * 2) / 2;
      letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
    }
  }
  return [...letters].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

const isOtherSize = (a: Line, b: Line): boolean => Math.max(a.size, b.size) > OTHER_SIZE * Math.min(a.size, b.size);

/** The usual distance between two lines of a paragraph, in sizes of the type: a lower one, since others part paragraphs. */
function leadingOf(runs: readonly Run[]): number {
  const distances: number[] = [];
  for (const { lines } of runs) {
    for (let i = 1; i < lines.length; i++) {
      const [before, line] = [lines[i - 1]!, lines[i]!];
      const distance = (line.y - before.y) / line.size;
      if (!isOtherSize(before, line) && distance > SAME_LINE && distance < 3) distances.push(distance);
    }
  }
  distances.sort((a, b) => a - b);
  return distances[distances.length >> 2] ?? 1.2;
}

/** The edges of a column. */
interface Edges {
  readonly left: number;
  readonly right: number;
}

function edgesOf(lines: readonly Line[]): Edges {
  const xs = lines.map(({ x }) => x).sort((a, b) => a - b);
  // A few lines may hang out to the left.
  return { left: xs[Math.floor(xs.length / 10)] ?? 0, right: Math.max(...lines.map(({ right }) => right)) };
}

/** Whether the first word of a line would have had room on the line before it. */
function hadRoom(before: Line, line: Line, right: number): boolean {
  const letter = (line.right - line.x) / Math.max(line.text.length, 1);
  const word = /^\S+/.exec(line.text)?.[0].length ?? 0;
  return right - before.right > letter * (word + 1.5);
}

const isIndented = (line: Line, left: number): boolean => line.x - left > INDENT * line.size;

function begins(before: Line, line: Line, { left, right }: Edges, leading: number): boolean {
  const distance = line.y - before.y;
  if (endsInHyphen(before.text) && !isOtherSize(before, line)) return false;
  if (Math.abs(distance) <= SAME_LINE * line.size) return false;
  if (isOtherSize(before, line) || distance > WIDE * leading * line.size) return true;
  if (isIndented(line, left) && Math.abs(line.x - before.x) > INDENT * line.size) return true;
  if (endsSentence(before.text)) return hadRoom(before, line, right);
  return right - before.right > MOSTLY_EMPTY * (right - left);
}

/** Words that a text breaks nowhere, to tell "long-term" from "nego-tiation" where a line ends in a hyphen. */
function wordsOf(runs: readonly Run[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { lines } of runs) {
    for (const { text } of lines)
      for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []) words.add(word);
  }
  return words;
}

/** Whether a line stops within a word, or between two that a hyphen joins. */
const endsInHyphen = (text: string): boolean => /[\p{L}\p{N}][-\u00ad\u2010]$/u.test(text.slice(-3));

/** Joins a line to the text before it; a hyphen at the line's end goes where it parts a word, and stays where it joins two. */
function join(text: string, line: string, words: ReadonlySet<string>): string {
  if (!endsInHyphen(text)) return `${text} ${line}`;
  if (text.endsWith('\u00ad')) return text.slice(0, -1) + line;
  const first = /\p{L}[\p{L}\p{M}'’]*(?=.$)/u.exec(text.slice(-LONGEST_WORD))?.[0].toLowerCase();
  const second = /^\p{Ll}[\p{L}\p{M}]*/u.exec(line)?.[0].toLowerCase();
  const isCompound = words.has(`${first}-${second}`) && !words.has(`${first}${second}`);
  return first && second && !isCompound ? text.slice(0, -1) + line : text + line;
}

/** Collects paragraphs line by line. */
class Collector {
  readonly paragraphs: { text: string; size: number; page: number }[] = [];
  readonly #words: ReadonlySet<string>;

  constructor(words: ReadonlySet<string>) {
    this.#words = words;
  }

  begin({ text, size }: Line, page: number): void {
    this.paragraphs.push({ text, size, page });
  }

  add({ text }: Line): void {
    const last = this.paragraphs.at(-1)!;
    last.text = join(last.text, text, this.#words);
  }
}

/** How paragraphs are shown to begin: by an indented line, where more do so than stand apart. */
function areIndented(runs: readonly Run[], leading: number): boolean {
  let [indented, apart] = [0, 0];
  for (const { lines } of runs) {
    const { left } = edgesOf(lines);
    for (let i = 1; i < lines.length; i++) {
      const [before, line] = [lines[i - 1]!, lines[i]!];
      if (isOtherSize(before, line)) continue;
      if (line.y - before.y > WIDE * leading * line.size) apart++;
      else if (isIndented(line, left) && !isIndented(before, left)) indented++;
    }
  }
  return indented > apart;
}

/**
 * Joins lines to paragraphs. One begins where a line is indented, set apart, of another size, or where the line before
 * was ended with room to spare; a paragraph that a column or page cuts goes on in the next.
 */
export function toParagraphs(runs: readonly Run[]): Paragraph[] {
  const leading = leadingOf(runs);
  const indented = areIndented(runs, leading);
  const collector = new Collector(wordsOf(runs));
  let before: { readonly line: Line; readonly edges: Edges } | null = null;
  for (const { page, lines } of runs) {
    const edges = edgesOf(lines);
    lines.forEach((line, i) => {
      const isNew = i > 0 ? begins(lines[i - 1]!, line, edges, leading) : beginsRun(before, line, edges, indented);
      if (isNew) collector.begin(line, page);
      else collector.add(line);
    });
    before = { line: lines.at(-1)!, edges };
  }
  return collector.paragraphs.map((each) => ({ ...each, text: each.text.replace(/\s+/g, ' ').trim() }));
}

/** Whether the first line of a column begins a paragraph. */
function beginsRun(
  before: { readonly line: Line; readonly edges: Edges } | null,
  line: Line,
  { left }: Edges,
  indented: boolean,
): boolean {
  if (!before || isOtherSize(before.line, line)) return true;
  if (!endsSentence(before.line.text)) return false;
  return !indented || isIndented(line, left) || hadRoom(before.line, line, before.edges.right);
}
