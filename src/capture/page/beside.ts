/** What stands beside a page's headline. */
import { sameWords } from '../furniture/index.ts';
import { readBlocks } from './blocks.ts';
import type { DomDocument } from './dom.ts';

/** How far from the headline a date or a name still belongs to it, in paragraphs; a date at the top of a page may be today's. */
const BEFORE_TITLE = 2;
const AFTER_TITLE = 6;

export interface Beside {
  /** Lines below the headline, in their order. */
  readonly after: readonly string[];
  /** Lines above it, the nearest paragraph first. */
  readonly before: readonly string[];
}

/** The lines around the headline; none where it is not found. */
export function linesBeside(page: DomDocument, title: string | null): Beside {
  const blocks = title ? readBlocks(page.body) : [];
  const at = blocks.findIndex((block) => sameWords(block.text, title!));
  if (at < 0) return { after: [], before: [] };
  const lines = (from: number, to: number): string[][] => blocks.slice(from, to).map((block) => block.text.split('\n'));
  return {
    after: lines(at + 1, at + 1 + AFTER_TITLE).flat(),
    before: lines(Math.max(0, at - BEFORE_TITLE), at)
      .reverse()
      .flat(),
  };
}
