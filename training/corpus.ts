import fs from 'node:fs';
import path from 'node:path';
import { LABELS, MODES, ROLES, type RoleSpan } from '../src/attribution/network/labels.ts';
import type { Mode, Span } from '../src/model.ts';
import { type Document, readDocument } from '../src/text/index.ts';

/** Where the annotated corpora lie: beside the project, never in it. */
export const DATA = path.resolve(import.meta.dirname, '../../shared/data');
/** Where training keeps what it makes on the way; not committed. */
export const BUILD = path.resolve(import.meta.dirname, 'build');
export const MODELS = path.resolve(import.meta.dirname, '../models');

export interface GoldAttribution {
  readonly i: number;
  readonly source: Span[];
  readonly cue: Span[];
  readonly content: Span[];
}

export interface GoldArticle {
  readonly id: string;
  readonly outlet: string;
  readonly published: string;
  readonly title: string | null;
  readonly credit: string | null;
  readonly text: string;
  readonly attributions: GoldAttribution[];
}

export function readJsonLines<T>(file: string): T[] {
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim()).map((line) => JSON.parse(line) as T);
}

export type Split = 'train' | 'dev';

export interface Annotated {
  readonly article: GoldArticle;
  readonly document: Document;
}

/** The annotated articles of one split, read into tokens. */
export function readCorpus(split: Split): Annotated[] {
  const articles = readJsonLines<GoldArticle>(path.join(DATA, 'attribution', `${split}.jsonl`));
  return articles.map((article) => ({ article, document: readDocument(article.text) }));
}

/**
 * One BIO label a token (an index into LABELS). A span takes the tokens that begin inside it, and begins anew in each
 * paragraph that it reaches into.
 */
export function labelTokens({ article, document }: Annotated): Uint8Array {
  const labels = new Uint8Array(document.tokens.length);
  const spans = article.attributions.flatMap((attribution) =>
    ROLES.flatMap((role) => attribution[role].map(([start, end]) => ({ role, start, end }))),
  );
  for (const { role, start, end } of spans) {
    for (const [first, last] of document.paragraphs) {
      let begun = false;
      for (let i = first; i < last; i++) {
        const at = document.tokens[i]!.start;
        if (at < start || at >= end || labels[i] !== 0) continue;
        labels[i] = LABELS.indexOf(`${begun ? 'I' : 'B'}-${role}`);
        begun = true;
      }
    }
  }
  return labels;
}

/** Reads spans off a sequence of labels, counted from its first token. */
export function spansOf(labels: ArrayLike<number>): RoleSpan[] {
  const spans: RoleSpan[] = [];
  let first = -1;
  for (let i = 0; i <= labels.length; i++) {
    const label = i < labels.length ? labels[i]! : 0;
    const inside = label > 0 && label % 2 === 0;
    if (first >= 0 && !inside) {
      spans.push({ role: ROLES[(labels[first]! - 1) >> 1]!, first, end: i });
      first = -1;
    }
    if (label % 2 === 1) first = i;
  }
  return spans;
}

/** The labelled acts of a split, by article and number of the attribution. */
export function readModes(split: Split): Map<string, Mode> {
  const labels = readJsonLines<{ doc: string; i: number; mode: Mode }>(path.join(DATA, 'stance', `${split}.jsonl`));
  return new Map(labels.map(({ doc, i, mode }) => [`${doc}#${i}`, mode]));
}

/** For each token of a cue whose act is labelled, the act as an index into MODES plus one; 0 elsewhere. */
export function modeTokens({ article, document }: Annotated, modes: ReadonlyMap<string, Mode>): Uint8Array {
  const values = new Uint8Array(document.tokens.length);
  for (const { i, cue } of article.attributions) {
    const mode = modes.get(`${article.id}#${i}`);
    if (!mode) continue;
    document.tokens.forEach((token, t) => {
      if (cue.some(([start, end]) => token.start >= start && token.start < end)) values[t] = MODES.indexOf(mode) + 1;
    });
  }
  return values;
}
