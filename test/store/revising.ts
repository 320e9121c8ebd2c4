import type { AnalyzedArticle, Speaker } from '../../src/model.ts';
import type { AddOutcome, RecordStore } from '../../src/store/index.ts';
import { articleOf, attributionOf, captureOf } from './synthetic.ts';

export const ADDRESS = 'https://courier.example/grain-talks';

/** Sentences each of which its speaker says, as a page shows them; the second speaker may be left out. */
export interface Sentence {
  readonly words: string;
  readonly by?: Speaker | null;
  readonly type?: 'direct' | 'indirect' | 'mixed';
}

export const MALK: Speaker = { name: 'Irena Malk', kind: 'person', role: null };
export const OKORO: Speaker = { name: 'Nuri Okoro', kind: 'person', role: null };

/** An article that is nothing but these statements, at one address. */
export function statements(sentences: readonly Sentence[], rest: Partial<AnalyzedArticle> = {}): AnalyzedArticle {
  const text = sentences.map(({ words }) => words).join('\n');
  let from = 0;
  const attributions = sentences.map(({ words, by = MALK, type = 'indirect' }) => {
    const start = text.indexOf(words, from);
    from = start + words.length;
    return { ...attributionOf(text, { content: words }, by, { type }), content: [[start, from] as const] };
  });
  const about = { outlet: 'The Vesland Courier', title: 'Grain talks', url: ADDRESS };
  return articleOf('grain-talks', text, { ...about, attributions, ...rest });
}

/** When the n-th answer of the server came. */
export const at = (n: number): string => new Date(Date.UTC(2031, 4, 4, 10, n)).toISOString();

/** Adds an article as the server gave it at a time. */
export function fetched(record: RecordStore, n: number, article: AnalyzedArticle, bytes = article.text): AddOutcome {
  const { snapshot, ...capture } = captureOf(article, Buffer.from(bytes));
  const answer = { status: 200, redirects: [], headers: { server: 'carrow', 'Set-Cookie': 'id=1' } };
  return record.add(
    { ...capture, snapshot: { ...snapshot, location: ADDRESS, capturedAt: at(n), ...answer } },
    article,
  );
}
