import path from 'node:path';
import { quotations, quotedRanges } from '../src/attribution/quotation/quotation-marks.ts';
import { quotedAgainst, typeOf } from '../src/attribution/quotation/type.ts';
import type { Mode, Span, Stance } from '../src/model.ts';
import { type Reading, readAttributed } from '../src/positions/reading.ts';
import { type Document, readDocument } from '../src/text/index.ts';
import { DATA, readCorpus, readJsonLines, type Split } from './corpus.ts';

interface Marked {
  readonly doc: string;
  readonly i: number;
  readonly mode: Mode;
  readonly stance: Stance;
  readonly condition: string | null;
}

/** An attribution with the stance and the condition that a reader marked. */
export interface MarkedStance {
  readonly article: string;
  readonly reading: Reading;
  readonly stance: Stance;
  /** `[start, end)` in the article's text, or null. */
  readonly condition: readonly [number, number] | null;
}

interface Spans {
  readonly source: Span[];
  readonly cue: Span[];
  readonly content: Span[];
}

/** Reads spans as the pipeline does, which tells their type by the article's quotations. */
function readerOf(document: Document): (spans: Spans, mode: Mode) => Reading {
  const ranges = { quotations: quotations(document), quoted: quotedRanges(document) };
  return ({ source, cue, content }, mode) => {
    const type = typeOf(content, quotedAgainst(ranges.quotations, ranges.quoted, cue), document.text);
    return readAttributed(document, { source, cue, content, type, mode });
  };
}

/** The place of a condition's words nearest to `near`; null where the text does not have them. */
function placeOf(text: string, words: string | null, near: number): readonly [number, number] | null {
  if (words === null) return null;
  let best = -1;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (best < 0 || Math.abs(at - near) < Math.abs(best - near)) best = at;
  }
  return best < 0 ? null : [best, best + words.length];
}

/** The attributions of a split whose stance is marked. */
export function readStances(split: Split): MarkedStance[] {
  const marked = Map.groupBy(readJsonLines<Marked>(path.join(DATA, 'stance', `${split}.jsonl`)), ({ doc }) => doc);
  return readCorpus(split).flatMap(({ article, document }) => {
    const labels = marked.get(article.id);
    if (!labels) return [];
    const read = readerOf(document);
    return labels.flatMap(({ i, mode, stance, condition }): MarkedStance[] => {
      const found = article.attributions.find((one) => one.i === i);
      if (!found || found.content.length === 0) return [];
      const place = placeOf(article.text, condition, found.content[0]![0]);
      return [{ article: article.id, reading: read(found, mode), stance, condition: place }];
    });
  });
}

/** What further readings tell of an attribution: its stance, its condition, or both; what was not judged is undefined. */
export interface FurtherReading {
  readonly reading: Reading;
  readonly stance?: Stance | undefined;
  readonly condition?: Span | null | undefined;
}

/** An attribution of the corpus by its number, or one that `analyze` found, by its spans. */
type FurtherLine = { readonly doc: string; readonly mode: Mode; readonly i?: number } & Partial<Spans> &
  Pick<FurtherReading, 'stance' | 'condition'>;

const FURTHER = path.join(import.meta.dirname, 'stance-read.jsonl');

/**
 * Attributions that we read ourselves by the guide of the corpus: those of which the model was least sure, in other train
 * articles of the corpus and in news on crime, sport, business and disasters (`../shared/data/stories/dev.jsonl`).
 * @throws Error when an article or an attribution is no longer in the data
 */
export function readFurther(): FurtherReading[] {
  const corpus = new Map(readCorpus('train').map((one) => [one.article.id, one]));
  const texts = new Map(
    readJsonLines<{ id: string; text: string }>(path.join(DATA, 'stories/dev.jsonl')).map(({ id, text }) => [id, text]),
  );
  const lines = Map.groupBy(readJsonLines<FurtherLine>(FURTHER), ({ doc }) => doc);
  return [...lines].flatMap(([doc, marked]) => {
    const known = corpus.get(doc);
    const text = texts.get(doc);
    if (!known && text === undefined) throw new Error(`stance-read.jsonl: no article ${doc} in the data`);
    const read = readerOf(known?.document ?? readDocument(text!));
    return marked.map(({ i, source, cue, content, mode, stance, condition }): FurtherReading => {
      const spans =
        source && cue && content ? { source, cue, content } : known?.article.attributions.find((a) => a.i === i);
      if (!spans) throw new Error(`stance-read.jsonl: no attribution ${i} in ${doc}`);
      return { reading: read(spans, mode), stance, condition };
    });
  });
}
