import { createHash } from 'node:crypto';
import type { AnalyzedArticle, Attribution, AttributionType, Capture, Speaker } from '../src/model.ts';

/** An article that was made up for measuring, as a record takes it in. */
export interface MadeArticle {
  readonly capture: Capture;
  readonly analyzed: AnalyzedArticle;
}

/** Who says what in it. */
export interface MadeStatement {
  readonly speaker: Speaker;
  readonly words: string;
}

/** An article in which these say that, one after the other, a line each. */
export function makeArticle(
  id: string,
  statements: readonly MadeStatement[],
  { type = 'indirect', outlet = 'The Courier', published = '2031-05-04', title, rest = '' }: MadeOptions = {},
): MadeArticle {
  let text = '';
  const attributions = statements.map(({ speaker, words }): Attribution => {
    const start = text.length;
    text += words;
    const content = [[start, text.length]] as const;
    text += '.\n';
    const circumstances = { saidOn: null, medium: null, confidence: 0.9, within: null };
    const evidence = { speakerConfidence: 0.9, unresolved: null, anonymity: null };
    return { source: [], cue: [], content, type, mode: 'says', speaker, ...circumstances, ...evidence };
  });
  text += rest;
  const about = { title: title ?? `Article ${id}`, byline: null, outlet, language: 'en', url: null };
  const article = { id, ...about, published, text };
  const bytes = Buffer.from(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const capturedAt = '2031-05-04T10:00:00.000Z';
  const snapshot = { bytes, sha256, mediaType: 'text/plain', location: `${id}.txt`, capturedAt };
  return { capture: { article, snapshot }, analyzed: { ...article, attributions } };
}

interface MadeOptions {
  readonly type?: AttributionType;
  readonly outlet?: string;
  readonly published?: string;
  readonly title?: string;
  /** What stands below the statements. */
  readonly rest?: string;
}
