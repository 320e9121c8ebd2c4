import type { AnalyzedArticle, Article } from '../model.ts';

/** The keys of a line of `extract`, in the order of the contract. */
export function extractLine(article: Article) {
  const { id, title, byline, published, outlet, language, text } = article;
  return { id, title, byline, published, outlet, language, text };
}

/** The keys of a line of `analyze`, in the order of the contract. */
export function analyzeLine(article: AnalyzedArticle) {
  return { ...extractLine(article), attributions: article.attributions };
}
