import type { Span } from '../../src/model.ts';
import type { ArticleDetail } from '../../src/server/article-schemas.ts';
import { addressOf, Link } from '../router.tsx';
import { articleAddress, counted, figure } from '../words.ts';

interface PartsProps {
  readonly parts: readonly Span[];
  /** The one that is shown, from 0. */
  readonly part: number;
  readonly of: ArticleDetail;
  /** Its name, which no other way through them has. */
  readonly label: string;
}

/** The way through an article that is too long to be shown at once; nothing where it is not. */
export function Parts({ parts, part, of: { article, text, attributions }, label }: PartsProps) {
  if (parts.length === 1) return null;
  const to = (next: number) => addressOf(articleAddress(article.key), { part: next + 1 });
  return (
    <nav className="pager article-parts" aria-label={label}>
      {part > 0 && (
        <Link to={to(part - 1)} rel="prev">
          Previous
        </Link>
      )}
      <span>
        Part {figure(part + 1)} of {figure(parts.length)}: with {counted(text.length, 'character')} and{' '}
        {counted(attributions.length, 'statement')} the article is too long to be shown at once
      </span>
      {part < parts.length - 1 && (
        <Link to={to(part + 1)} rel="next">
          Next
        </Link>
      )}
    </nav>
  );
}
