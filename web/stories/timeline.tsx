import type { RecordedArticle } from '../../src/server/schemas.ts';
import { Link } from '../router.tsx';
import { articleAddress, counted, dateWords, languageTag, outletWords, titleWords } from '../words.ts';

/** How many articles are shown before the rest is folded. */
const SHOWN = 12;
/** The strip, in its own units. */
const STRIP = { width: 600, height: 26, edge: 6 } as const;

interface TimelineProps {
  readonly articles: readonly RecordedArticle[];
  /** The key of the article that stands for the story. */
  readonly lead: string;
}

/** Who published when: a list in time, with a strip that shows the distances between. */
export function Timeline({ articles, lead }: TimelineProps) {
  const [shown, more] = [articles.slice(0, SHOWN), articles.slice(SHOWN)];
  return (
    <section aria-labelledby="published-title" className="published">
      <h2 id="published-title">Published</h2>
      <Strip articles={articles} lead={lead} />
      <Articles articles={shown} lead={lead} />
      {more.length > 0 && (
        <details>
          <summary>{counted(more.length, 'more article')}</summary>
          <Articles articles={more} lead={lead} />
        </details>
      )}
    </section>
  );
}

function Articles({ articles, lead }: TimelineProps) {
  return (
    <ol className="published-list plain">
      {articles.map((article) => (
        <li key={article.key}>
          <p className="meta">
            <span>
              {article.published ? (
                <time dateTime={article.published}>{dateWords(article.published)}</time>
              ) : (
                'date not given'
              )}
            </span>
            <bdi>{outletWords(article.outlet)}</bdi>
          </p>
          <p dir="auto" lang={languageTag(article.language)} className="published-title">
            <Link
              className={article.title?.trim() ? 'quiet-link' : 'quiet-link untitled'}
              to={articleAddress(article.key)}
            >
              {titleWords(article)}
            </Link>
          </p>
          <p className="meta">
            <span>{counted(article.attributions, 'statement')}</span>
            {article.key === lead && <span>stands for the story</span>}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** Where the articles lie in time, in parts of the whole (0 to 1); those without a date are left out. */
export function momentsOf(articles: readonly RecordedArticle[]): { key: string; at: number }[] {
  const dated = articles
    .map(({ key, published }) => ({ key, moment: Date.parse(published ?? '') }))
    .filter(({ moment }) => Number.isFinite(moment));
  const first = Math.min(...dated.map(({ moment }) => moment));
  const length = Math.max(...dated.map(({ moment }) => moment)) - first;
  return dated.map(({ key, moment }) => ({ key, at: length === 0 ? 0 : (moment - first) / length }));
}

/** The list tells all of it: the strip is for the eye alone. */
function Strip({ articles, lead }: TimelineProps) {
  const moments = momentsOf(articles);
  if (new Set(moments.map(({ at }) => at)).size < 2) return null;
  const { width, height, edge } = STRIP;
  const x = (at: number) => edge + at * (width - 2 * edge);
  return (
    <svg className="strip" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      <line x1={edge} x2={width - edge} y1={height / 2} y2={height / 2} />
      {moments.map(({ key, at }) => (
        <circle key={key} className={key === lead ? 'lead' : undefined} cx={x(at)} cy={height / 2} r={edge - 1} />
      ))}
    </svg>
  );
}
