import type { Span } from '../model.ts';
import { paint, stripUnsafe } from './terminal.ts';

/** Spans that belong together under one number. */
export interface Marked {
  readonly number: number;
  readonly spans: readonly Span[];
}

interface Mark {
  readonly at: number;
  readonly opens: boolean;
  readonly text: string;
  /** The span's length: of marks at one place, the longer span stands outside. */
  readonly length: number;
}

function marksOf(marked: readonly Marked[]): Mark[] {
  const marks = marked.flatMap(({ number, spans }) =>
    spans.flatMap(([start, end]): Mark[] => [
      { at: start, opens: true, text: `[${number}: `, length: end - start },
      { at: end, opens: false, text: ` :${number}]`, length: end - start },
    ]),
  );
  // What ends here closes before anything opens; of several that open, the longest first, of several that close, last.
  const order = (mark: Mark): number => (mark.opens ? 1 : 0);
  return marks.sort(
    (a, b) => a.at - b.at || order(a) - order(b) || (a.opens ? b.length - a.length : a.length - b.length),
  );
}

/** Underlines text line by line, so that each line can be wrapped alone. */
function underline(text: string): string {
  return text
    .split('\n')
    .map((line) => (line ? paint('underline', line) : line))
    .join('\n');
}

/**
 * An article's text with the spans marked where they stand, `[3: so :3]`, nested and overlapping ones too; on a terminal
 * they are underlined. Offsets are UTF-16 code units of the text.
 */
export function markText(text: string, marked: readonly Marked[]): string {
  let out = '';
  let from = 0;
  let depth = 0;
  for (const { at, opens, text: mark } of marksOf(marked)) {
    const piece = stripUnsafe(text.slice(from, at));
    out += depth > 0 ? underline(piece) : piece;
    out += paint('cyan', mark);
    depth += opens ? 1 : -1;
    from = at;
  }
  return out + stripUnsafe(text.slice(from));
}
