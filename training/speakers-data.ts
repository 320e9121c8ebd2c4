/** Reads the marked attributions and their speakers, for training and measuring the speakers' room. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../src/model.ts';

/** Where the annotated corpora lie: beside the project, never in it. */
export const DATA = join(import.meta.dirname, '../../shared/data');

export interface MarkedAttribution {
  readonly i: number;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

export interface MarkedArticle {
  readonly id: string;
  readonly title: string | null;
  readonly credit: string | null;
  readonly outlet: string | null;
  readonly text: string;
  readonly attributions: readonly MarkedAttribution[];
}

export interface MarkedSpeaker {
  readonly doc: string;
  readonly i: number;
  readonly speaker: string;
  readonly kind: string;
  readonly implicit: boolean;
}

const lines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as T);

/** The articles of a split whose speakers are marked, and the speakers by `id#i`. */
export function readMarked(split: string): { articles: MarkedArticle[]; speakers: Map<string, MarkedSpeaker> } {
  const speakers = new Map(
    lines<MarkedSpeaker>(`${DATA}/speakers/${split}.jsonl`).map((each) => [`${each.doc}#${each.i}`, each]),
  );
  const marked = new Set([...speakers.values()].map((each) => each.doc));
  const articles = lines<MarkedArticle>(`${DATA}/attribution/${split}.jsonl`).filter((article) =>
    marked.has(article.id),
  );
  return { articles, speakers };
}

const TITLES = new Set(
  (
    'mr mrs ms miss dr sir lord lady president vice senator sen rep representative congressman congresswoman gov governor ' +
    'mayor secretary general gen col capt lt judge justice prof professor minister prime king queen pope rev reverend ' +
    'chancellor ambassador former the'
  ).split(' '),
);

export function nameTokens(name: string): string[] {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token.length > 1 && !TITLES.has(token));
}

/** How well a name answers a marked one, by the rules of `shared/tools/score.mjs`: 2 in full, 1 in part, 0 not. */
export function nameMatch(gold: string, name: string, kind: string): 0 | 1 | 2 {
  const g = nameTokens(gold);
  const p = nameTokens(name);
  if (!g.length || !p.length) return g.length === p.length ? 2 : 0;
  const gs = new Set(g);
  const ps = new Set(p);
  if (kind !== 'person' && kind !== 'organization') {
    let both = 0;
    for (const token of gs) if (ps.has(token)) both++;
    const jaccard = both / (gs.size + ps.size - both);
    return jaccard >= 0.5 || g.every((token) => ps.has(token)) || p.every((token) => gs.has(token)) ? 2 : 0;
  }
  if (g.every((token) => ps.has(token))) return 2;
  const inside = p.every((token) => gs.has(token));
  return inside && (kind === 'organization' || ps.has(g.at(-1)!) || ps.has(g.at(-2) ?? '')) ? 1 : 0;
}
