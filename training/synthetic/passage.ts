import type { Mode, Span } from '../../src/model.ts';
import type { GoldAttribution } from '../corpus.ts';

/** An attribution whose act is known, since we wrote it. */
export interface SyntheticAttribution extends GoldAttribution {
  readonly mode: Mode;
}

const OPEN = '\uE000';
const CLOSE = '\uE001';
/** Numbers of attributions are written as characters from here on. */
const FIRST_ID = 0xe100;
const ROLES = ['source', 'cue', 'content'] as const;
const BRACKETS: Readonly<Record<string, string>> = {
  '[': `${OPEN}0`,
  ']': `${CLOSE}0`,
  '{': `${OPEN}1`,
  '}': `${CLOSE}1`,
  '<': `${OPEN}2`,
  '>': `${CLOSE}2`,
};

/** Collects the attributions of one passage while its sentences are put together. */
export class Passage {
  readonly #modes: Mode[] = [];

  /**
   * Marks one attribution: `[source]`, `{cue}` and `<content>`, each as often as needed. A marked text may stand inside
   * the content of another. Square brackets of the text itself are written ⟦ and ⟧.
   */
  mark(mode: Mode, text: string): string {
    const id = String.fromCharCode(FIRST_ID + this.#modes.length);
    this.#modes.push(mode);
    return text.replace(/[[\]{}<>]/g, (bracket) => BRACKETS[bracket]! + id);
  }

  /**
   * A second attribution whose source is the first source of a marked text: “[Anna] {said} <so>” and “ and {added:} …”.
   *
   * @param more cue and content of the second one, with what joins them to the text
   */
  join(marked: string, mode: Mode, more: string): string {
    const id = String.fromCharCode(FIRST_ID + this.#modes.length);
    const start = marked.indexOf(`${OPEN}0`);
    const end = marked.indexOf(`${CLOSE}0`) + 3;
    const source = `${OPEN}0${id}${marked.slice(start, end)}${CLOSE}0${id}`;
    return marked.slice(0, start) + source + marked.slice(end) + this.mark(mode, more);
  }

  /**
   * The plain text of marked paragraphs, divided by blank lines, and the attributions that it holds.
   *
   * @throws Error when a span is empty, begins or ends with white space, or is not closed: a fault of a template
   */
  read(paragraphs: readonly string[]): { text: string; attributions: SyntheticAttribution[] } {
    let text = '';
    const spans = new Map<number, Record<(typeof ROLES)[number], Span[]>>();
    const open = new Map<string, number>();
    const marked = paragraphs.join('\n\n');
    for (let at = 0; at < marked.length; at++) {
      const character = marked[at]!;
      if (character !== OPEN && character !== CLOSE) {
        text += character === '⟦' ? '[' : character === '⟧' ? ']' : character;
        continue;
      }
      const role = Number(marked[at + 1]);
      const id = marked.charCodeAt(at + 2) - FIRST_ID;
      at += 2;
      if (character === OPEN) {
        open.set(`${role} ${id}`, text.length);
        continue;
      }
      const start = open.get(`${role} ${id}`);
      const words = text.slice(start);
      if (start === undefined || !words || words !== words.trim()) throw new Error(`bad span: “${words}” in: ${text}`);
      open.delete(`${role} ${id}`);
      const attribution = spans.get(id) ?? { source: [], cue: [], content: [] };
      attribution[ROLES[role]!].push([start, text.length]);
      spans.set(id, attribution);
    }
    if (open.size) throw new Error(`a span is not closed in: ${text}`);
    const attributions = [...spans].map(([id, parts], i) => ({ i, ...parts, mode: this.#modes[id]! }));
    return { text, attributions };
  }
}
