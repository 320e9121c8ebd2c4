import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './onrecord.ts';

/** A line of `onrecord check --json`. */
export interface Line {
  readonly quote: [number, number];
  readonly verdict: string;
  readonly speaker: { readonly name: string } | null;
  readonly found: readonly {
    readonly id: string;
    readonly span: [number, number];
    readonly change: string;
    readonly verdict: string;
    readonly words: string;
    readonly key: string | null;
  }[];
  readonly words: string;
  readonly region: Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number> | null;
}

/** One statement of a draft written for a test: how it came about, and the verdicts that are right for its quotations. */
export interface Expected {
  readonly how: string;
  readonly quotations: readonly { readonly words: string; readonly verdicts: readonly string[] }[];
}

/** Where the drafts lie. */
export const draftPath = (name: string): string => join(ROOT, 'test/fixtures/check', name);

export const expectedOf = (name: string): Expected[] => JSON.parse(readFileSync(draftPath(`${name}.json`), 'utf8'));

export const isSound = ({ how }: Expected): boolean => how.startsWith('sound');

/** What is wrong with the lines of a draft, a line each: quotations that are missing, or have another verdict. */
export function wrongIn(expected: readonly Expected[], lines: readonly Line[]): string[] {
  let at = 0;
  const all = expected.flatMap(({ how, quotations }) => quotations.map((quotation) => ({ how, ...quotation })));
  const wrong = all.flatMap(({ how, words, verdicts }) => {
    const next = lines.findIndex((line, i) => i >= at && line.words === words);
    if (next < 0) return [`${how}: “${words}” is missing`];
    at = next + 1;
    const { verdict } = lines[next]!;
    return verdicts.includes(verdict) ? [] : [`${how}: “${words}” is ${verdict}, not ${verdicts.join(' or ')}`];
  });
  return lines.length === all.length ? wrong : [...wrong, `${lines.length} lines for ${all.length} quotations`];
}
