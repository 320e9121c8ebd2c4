import type { ArticleDetail } from '../../src/server/article-schemas.ts';
import { api } from '../api.ts';
import { addressOf, Link } from '../router.tsx';
import { counted, dateWords, languageTag, outletWords, storyAddress, titleWords, webAddress } from '../words.ts';

/** A headline longer than this (characters) is set smaller. */
const LONG_TITLE = 140;

function headingClass(title: string | null): string | undefined {
  if (!title?.trim()) return 'untitled';
  return title.length > LONG_TITLE ? 'long-title' : undefined;
}

/** What the article is, who published it when, and where the words come from. */
export function ArticleHead({ article, story }: Pick<ArticleDetail, 'article' | 'story'>) {
  const original = webAddress(article.url) ?? webAddress(article.location);
  return (
    <header className="page-head article-head">
      <p className="kicker">
        {article.outlet === null ? (
          outletWords(null)
        ) : (
          <Link className="article-outlet" to={addressOf('/', { outlet: article.outlet })} dir="auto">
            {article.outlet}
          </Link>
        )}
        <span>
          {article.published ? (
            <time dateTime={article.published}>{dateWords(article.published)}</time>
          ) : (
            'date not given'
          )}
        </span>
      </p>
      <h1 dir="auto" lang={languageTag(article.language)} className={headingClass(article.title)}>
        {titleWords(article)}
      </h1>
      {article.byline && (
        <p className="byline" dir="auto">
          {article.byline}
        </p>
      )}
      <p className="meta">
        <span>{counted(article.attributions, 'statement')}</span>
        {story !== null && story.articles > 1 && (
          <Link className="plain-link" to={storyAddress(story.key)}>
            Story: {counted(story.articles, 'article')} in {counted(story.outlets, 'outlet')}
          </Link>
        )}
        {original && (
          <a className="plain-link" href={original} rel="noreferrer noopener external" target="_blank">
            Original at {new URL(original).host}
          </a>
        )}
      </p>
      <details className="provenance">
        <summary>Captured {dateWords(article.capturedAt.slice(0, 10))}</summary>
        <dl>
          <div>
            <dt>When</dt>
            <dd>
              <time dateTime={article.capturedAt}>{dateWords(article.capturedAt)}</time>
            </dd>
          </div>
          <div>
            <dt>From</dt>
            <dd dir="auto">{article.location}</dd>
          </div>
          <div>
            <dt>SHA-256 of the bytes</dt>
            <dd>
              <code>{article.sha256}</code>
            </dd>
          </div>
          <div>
            <dt>Snapshot</dt>
            <dd>
              <a href={api.snapshot(article.key)} download>
                Download the bytes as captured
              </a>
            </dd>
          </div>
        </dl>
      </details>
    </header>
  );
}
