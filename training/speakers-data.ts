/** Reads the marked attributions and their speakers, for training and measuring the speakers' room. */
import path from 'node:path';
import { DATA, type GoldArticle, readJsonLines } from './corpus.ts';

export interface MarkedSpeaker {
  readonly doc: string;
  readonly i: number;
  readonly speaker: string;
  readonly kind: string;
  readonly implicit: boolean;
}

/** The articles of a split whose speakers are marked, and the speakers by `id#i`. */
export function readMarked(split: string): { articles: GoldArticle[]; speakers: Map<string, MarkedSpeaker> } {
  const rows = readJsonLines<MarkedSpeaker>(path.join(DATA, 'speakers', `${split}.jsonl`));
  const speakers = new Map(rows.map((each) => [`${each.doc}#${each.i}`, each]));
  const marked = new Set(rows.map((each) => each.doc));
  const articles = readJsonLines<GoldArticle>(path.join(DATA, 'attribution', `${split}.jsonl`));
  return { articles: articles.filter((article) => marked.has(article.id)), speakers };
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

/** Whether a speaker is the one marked, by the rules of `shared/tools/score.mjs`; nobody is right where nobody is known. */
export function isRight(
  gold: MarkedSpeaker,
  speaker: { readonly name: string; readonly kind: string } | null,
): boolean {
  if (gold.kind === 'unknown') return speaker === null;
  if (gold.kind === 'author') return speaker?.kind === 'author';
  return speaker !== null && nameMatch(gold.speaker, speaker.name, gold.kind) > 0;
}
