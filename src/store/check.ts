import type { AnalyzedArticle, Article, Span } from '../model.ts';

/**
 * Makes sure that an analysis belongs to an article and that its spans are words of it.
 *
 * @throws when the analysis is of another article or text, a span lies outside the text or is empty, or an attribution is
 *   within one that is not there, or within itself.
 */
export function checkAnalysis(article: Article, analyzed: AnalyzedArticle): void {
  for (const field of ['id', 'url', 'outlet', 'title', 'published', 'text'] as const) {
    if (article[field] !== analyzed[field]) throw new Error(`its analysis is of another article: the ${field} differs`);
  }
  analyzed.attributions.forEach((attribution, number) => {
    for (const part of ['source', 'cue', 'content'] as const) {
      for (const span of attribution[part]) checkSpan(span, `${part} of attribution ${number}`, article.text.length);
    }
    const { anonymity, speaker, about, condition, evidence = [] } = attribution;
    if (anonymity) checkSpan(anonymity, `anonymity of attribution ${number}`, article.text.length);
    if (speaker?.roleSpan) checkSpan(speaker.roleSpan, `role of attribution ${number}`, article.text.length);
    if (about) checkSpan(about, `matter of attribution ${number}`, article.text.length);
    if (condition) checkSpan(condition, `condition of attribution ${number}`, article.text.length);
    for (const { label, span } of evidence)
      checkSpan(span, `evidence (${label}) of attribution ${number}`, article.text.length);
    checkWithin(analyzed, number);
  });
}

/** Makes sure that whoever reports an attribution, and whoever reports that, and so on, ends with the article itself. */
function checkWithin({ attributions }: AnalyzedArticle, number: number): void {
  let at = attributions[number]!.within;
  for (let depth = 0; at !== null; depth++) {
    const outer = attributions[at];
    if (outer === undefined) throw new Error(`attribution ${number} is within attribution ${at}, which is not there`);
    if (depth === attributions.length) throw new Error(`attribution ${number} is within itself`);
    at = outer.within;
  }
}

function checkSpan([start, end]: Span, what: string, length: number): void {
  const whole = Number.isInteger(start) && Number.isInteger(end);
  if (!whole || start < 0 || start >= end || end > length) {
    throw new Error(`the span [${start}, ${end}) of the ${what} is not one of its text of ${length} code units`);
  }
}
