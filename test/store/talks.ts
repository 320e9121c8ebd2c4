import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { AnalyzedArticle, Speaker } from '../../src/model.ts';
import { openRecord } from '../../src/pipeline/index.ts';
import type { CorrectionRequest, RecordStore } from '../../src/store/index.ts';
import { folderFor } from './files.ts';
import { articleOf, attributionOf, captureOf } from './synthetic.ts';

export const ORIGIN = { by: 'S. Vellamo', at: '2031-07-01T09:00:00.000Z' };

export const person = (name: string, role: string | null = null, courtesy?: string): Speaker => ({
  name,
  kind: 'person',
  role,
  ...(courtesy !== undefined && { courtesy }),
});

/** An article in which each speaker says one sentence, which tells the article and the place in it. */
export function talk(id: string, ...speakers: readonly Speaker[]): AnalyzedArticle {
  const said = speakers.map((_, i) => `Sentence ${i} of ${id}.`);
  const text = said.map((words) => `${words}\n`).join('');
  const attributions = speakers.map((speaker, i) => attributionOf(text, { content: said[i]! }, speaker));
  return articleOf(id, text, { outlet: 'The Vesland Courier', title: `Talk ${id}`, attributions });
}

/** Articles in each of which one speaker says one sentence. */
export const often = (speaker: Speaker, articles: number, id = speaker.name): AnalyzedArticle[] =>
  Array.from({ length: articles }, (_, n) => talk(`${id}-${n}`, speaker));

export interface Open {
  readonly path: string;
  readonly record: RecordStore;
  add(...articles: readonly AnalyzedArticle[]): void;
  /** The key of the speaker of a sentence of an article, the first unless another is asked for. */
  key(article: string, sentence?: number): string;
  /** Makes a correction; gives its number. */
  correct(request: CorrectionRequest): number;
}

/** A record of these articles, in a folder of its own. */
export function open(test: TestContext, ...articles: readonly AnalyzedArticle[]): Open {
  const path = join(folderFor(test), 'r.db');
  const record = openRecord(path);
  test.after(() => record.close());
  const add = (...more: readonly AnalyzedArticle[]): void => {
    for (const article of more) record.add(captureOf(article), article);
  };
  add(...articles);
  return {
    path,
    record,
    add,
    key: (article, sentence = 0) => record.article(article)!.attributions[sentence]!.speaker!.key,
    correct: (request) => record.correct(request, ORIGIN).number,
  };
}

/** The same, where `key` gives the key of the speaker of just this name. */
export function openByName(
  test: TestContext,
  ...articles: readonly AnalyzedArticle[]
): Omit<Open, 'key'> & { key(name: string): string } {
  const opened = open(test, ...articles);
  const speakers = () => opened.record.speakers({ limit: 500 }).items;
  return { ...opened, key: (name) => speakers().find((speaker) => speaker.name === name)!.key };
}
