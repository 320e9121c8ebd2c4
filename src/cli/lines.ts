import type { AnalyzedArticle, Article, Capture } from '../model.ts';

/** The keys that every line begins with, in the order of the contract; then whom the publisher credits. */
function articleLine(article: Article) {
  const { id, title, byline, published, outlet, language, text, credit = null } = article;
  return { id, title, byline, published, outlet, language, text, credit };
}

/** The keys of a line of `extract`, in the order of the contract; then what only pages tell. */
export function extractedLine({ article, page, posts }: Capture) {
  if (!page) return articleLine(article);
  const { modified, section, paywalled, canonical, amp } = page;
  const line = { ...articleLine(article), modified, section, paywalled, canonical, amp };
  return posts ? { ...line, posts } : line;
}

/** The keys of a line of `analyze`, in the order of the contract. */
export function analyzeLine(article: AnalyzedArticle) {
  return { ...articleLine(article), attributions: article.attributions };
}
