import type { AnalyzedArticle, Article, Span } from '../model.ts';

/**
 * Makes sure that an analysis belongs to an article and that its spans are words of it.
 *
 * @throws when the analysis is of another article or text, or a span lies outside the text or is empty.
 */
export function checkAnalysis(article: Article, analyzed: AnalyzedArticle): void {
  for (const field of ['id', 'url', 'outlet', 'title', 'published', 'text'] as const) {
    if (article[field] !== analyzed[field]) throw new Error(`its analysis is of another article: the ${field} differs`);
  }
  analyzed.attributions.forEach((attribution, number) => {
    for (const part of ['source', 'cue', 'content'] as const) {
      for (const span of attribution[part]) checkSpan(span, `${part} of attribution ${number}`, article.text.length);
    }
  });
}

function checkSpan([start, end]: Span, what: string, length: number): void {
  const whole = Number.isInteger(start) && Number.isInteger(end);
  if (!whole || start < 0 || start >= end || end > length) {
    throw new Error(`the span [${start}, ${end}) of the ${what} is not one of its text of ${length} code units`);
  }
}
