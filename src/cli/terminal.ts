import { stripVTControlCharacters, styleText } from 'node:util';
import wrapAnsi from 'wrap-ansi';

type Format = Parameters<typeof styleText>[0];

/** Longer lines are hard to read, however wide the window is. */
const WIDEST = 100;
const NARROWEST = 40;

/**
 * Control characters except tab and line feed, and the marks that change the direction of writing: text from outside
 * must not move the cursor, set a window's title, or show its words in another order.
 */
const UNSAFE = /(?![\t\n])[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Makes text from outside safe to show on a terminal: what could steer it becomes a replacement character. */
export function stripUnsafe(text: string): string {
  return text.replace(UNSAFE, '\ufffd');
}

/** Colours text for standard output: only on a terminal, and never when NO_COLOR is set. */
export function paint(format: Format, text: string): string {
  return styleText(format, text, { stream: process.stdout });
}

/** The width of standard output in columns; without end when it is no terminal, so that lines stay whole for grep. */
function outputWidth(): number {
  if (!process.stdout.isTTY) return Number.POSITIVE_INFINITY;
  return Math.max(NARROWEST, Math.min(WIDEST, process.stdout.columns ?? 80));
}

/**
 * Breaks text into lines of the terminal's width, measured as it is shown (wide letters take two columns).
 * @param indent put before each line. @param hang put before each line but the first, instead of `indent`.
 */
export function wrap(text: string, indent = '', hang = indent): string {
  const width = outputWidth();
  if (!Number.isFinite(width)) return indent + text;
  const room = width - Math.max(...[indent, hang].map((start) => stripVTControlCharacters(start).length));
  const lines = wrapAnsi(text, room, { hard: true }).split('\n');
  return lines.map((line, i) => (i === 0 ? indent : hang) + line).join('\n');
}

/** "1 article", "2 articles", "1,204 articles". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}
