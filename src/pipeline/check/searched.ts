import { type CaptureOptions, capture, isRefusal } from '../../capture/index.ts';
import type { SourceAttribution } from '../../linking/index.ts';
import type { Article, Refusal } from '../../model.ts';
import type { RecordedAttribution, RecordStore } from '../../store/index.ts';
import { ANALYSIS_BATCH } from '../analyze-stream.ts';
import type { Analyzer } from '../analyzer.ts';

/** An article in which quotations are looked for, with what is attributed in it. */
export interface SearchedArticle extends Pick<Article, 'id' | 'title' | 'outlet' | 'published' | 'url' | 'text'> {
  /** Its key in the record; null for files. */
  readonly key: string | null;
  readonly attributions: readonly SourceAttribution[];
}

/** Where quotations are looked for: first in texts alone, of which there may be any number, then in a few articles whole. */
export interface Searched<T extends { readonly text: string } = { readonly text: string }> {
  texts(): AsyncIterable<T>;
  open(texts: readonly T[]): AsyncIterable<SearchedArticle>;
}

/** What files need. */
export interface FilesOptions {
  readonly analyzer: Analyzer;
  readonly capture?: CaptureOptions;
  /** Takes inputs that gave no article. */
  readonly refused: (refusal: Refusal) => void;
}

/**
 * Looks in files, as `capture` takes them. Only articles that may hold a quotation are analysed.
 *
 * @param inputs files, folders, URLs, or "-" for standard input
 */
export function filesToSearch(inputs: readonly string[], options: FilesOptions): Searched<Article> {
  return {
    async *texts() {
      for await (const item of capture(inputs, options.capture)) {
        if (isRefusal(item)) options.refused(item);
        else yield item.article;
      }
    },
    async *open(articles) {
      for (let at = 0; at < articles.length; at += ANALYSIS_BATCH.items) {
        const batch = articles.slice(at, at + ANALYSIS_BATCH.items);
        for (const article of await options.analyzer.analyze(batch)) yield { ...article, key: null };
      }
    },
  };
}

/** A speaker as the record has it, in the shape in which an article gives one. */
function asSource({ content, type, speaker, speakerConfidence }: RecordedAttribution): SourceAttribution {
  const { name, kind, role, members } = speaker ?? {};
  return {
    content,
    type,
    speaker: speaker ? { name: name!, kind: kind!, role: role!, members: members! } : null,
    speakerConfidence,
  };
}

/** Looks in the newest revisions of a record's articles. */
export function recordToSearch(record: RecordStore): Searched<{ readonly key: string; readonly text: string }> {
  return {
    async *texts() {
      yield* record.everyText();
    },
    async *open(texts) {
      for (const { key } of texts) {
        const found = record.article(key);
        if (!found) continue;
        const { id, title, outlet, published, url } = found.article;
        const attributions = found.attributions.map(asSource);
        yield { id, title, outlet, published, url, text: found.text, key, attributions };
      }
    },
  };
}
