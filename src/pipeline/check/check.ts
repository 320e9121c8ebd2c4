import { Check, compare, type DraftQuotation, type Fault, type Occurrence, type Verdict } from '../../linking/index.ts';
import type { AnalyzedArticle, Capture, Span } from '../../model.ts';
import type { Analyzer } from '../analyzer.ts';
import { type LeftOut, quotationsOf } from './draft.ts';
import { Likeliest } from './likeliest.ts';
import { reasonOf } from './reason.ts';
import { type Region, regionsIn } from './regions.ts';
import { sameSpeaker } from './same-speaker.ts';
import type { Searched, SearchedArticle } from './searched.ts';
import { sourceOf } from './source-of.ts';

/** A place where the words of a quotation stand, or nearly. */
export interface FoundPlace extends Omit<Occurrence, 'source'> {
  readonly article: Omit<SearchedArticle, 'text' | 'attributions'>;
  /** The words of `span`, and the text they stand in. */
  readonly words: string;
}

/** A quotation of a draft with what came of it. */
export interface CheckedQuotation extends DraftQuotation {
  /** Offsets in the draft's captured text, without the quotation marks. */
  readonly span: Span;
  /** The same in the file, where that is certain; else null. */
  readonly region: Region | null;
  readonly verdict: Verdict;
  /** Why, in one sentence for people, without its full stop. */
  readonly reason: string;
  /** The best first. */
  readonly found: readonly FoundPlace[];
}

/** A draft with all its quotations. */
export interface CheckedDraft {
  readonly draft: AnalyzedArticle;
  readonly quotations: readonly CheckedQuotation[];
  /** What stands in quotation marks and was not checked. */
  readonly leftOut: readonly (LeftOut & { readonly region: Region | null })[];
  /** In how many articles it was looked. */
  readonly articles: number;
}

/**
 * Checks every quotation of a draft: whether its words are those of a source, whole or cut at the ends, or were changed, or
 * are somebody else's, or stand nowhere.
 *
 * The texts pass by once, and of those that may hold a quotation the likeliest are looked at whole.
 *
 * @param searched from `filesToSearch` or `recordToSearch`
 */
export async function checkDraft<T extends { readonly text: string }>(
  capture: Capture,
  analyzer: Analyzer,
  searched: Searched<T>,
): Promise<CheckedDraft> {
  const [draft] = await analyzer.analyze([capture.article]);
  const { quotations, leftOut } = quotationsOf(draft!);
  const check = new Check(quotations, { sameSpeaker, compare });
  const likeliest = new Likeliest<T>();
  let articles = 0;
  for await (const text of searched.texts()) {
    articles++;
    likeliest.offer(text, check.likely(text.text));
  }
  const opened: SearchedArticle[] = [];
  for await (const article of searched.open(likeliest.texts())) {
    opened.push(article);
    check.add(sourceOf(article.text, article.attributions));
  }
  const { snapshot } = capture;
  const regions = regionsIn(snapshot.bytes, snapshot.mediaType, draft!.text, [
    ...quotations.map(({ span }) => span),
    ...leftOut.map(({ span }) => span),
  ]);
  const findings = check.findings();
  return {
    draft: draft!,
    quotations: quotations.map((quotation, i) => {
      const { verdict } = findings[i]!;
      const found = findings[i]!.found.map((occurrence) => placeOf(occurrence, opened));
      const { speaker } = quotation;
      return { ...quotation, region: regions[i]!, verdict, reason: reasonOf({ verdict, speaker, found }), found };
    }),
    leftOut: leftOut.map((one, i) => ({ ...one, region: regions[quotations.length + i]! })),
    articles,
  };
}

function placeOf({ source, ...occurrence }: Occurrence, opened: readonly SearchedArticle[]): FoundPlace {
  const { text, attributions: _, ...article } = opened[source]!;
  return { ...occurrence, article, words: text.slice(...occurrence.span) };
}

export type { Fault, Verdict };
