import { useRef } from 'react';
import type { ArticlePage } from '../../src/server/schemas.ts';
import type { Today } from '../../src/server/today-schemas.ts';
import { api } from '../api.ts';
import { Pager, pageOf } from '../parts/pager.tsx';
import { Empty, State } from '../parts/states.tsx';
import { useFocusSteps } from '../parts/use-focus-steps.ts';
import { useTitle } from '../parts/use-title.ts';
import { addressOf, Link, type Place } from '../router.tsx';
import { Beside } from '../today/beside.tsx';
import { Changes } from '../today/changes.tsx';
import { Collisions } from '../today/collisions.tsx';
import { EmptyRecord } from '../today/empty-record.tsx';
import { Shifts } from '../today/shifts.tsx';
import { NewestStories } from '../today/stories.tsx';
import { useAnswer } from '../use-answer.ts';
import { articleAddress, counted, dayWords, outletWords, titleWords } from '../words.ts';

/** The record: what is new in it, who is quoted most, and what could not be captured; or the articles of one outlet. */
export function HomePage({ query }: Place) {
  const outlet = query.get('outlet');
  const page = pageOf(query);
  const today = useAnswer(api.today());
  const articles = useAnswer(api.articles(page, outlet));
  useTitle(outlet ?? '');
  const main = useRef<HTMLDivElement>(null);
  useFocusSteps(main);
  const failed = today.problem ? today : articles;
  if (failed.problem || !today.data || !articles.data) {
    return (
      <>
        <h1>The record</h1>
        <State answer={failed.problem ? failed : { ...failed, loading: true }} />
      </>
    );
  }
  const { counts } = today.data;
  return (
    <div className="home" aria-busy={articles.loading}>
      <header className="page-head">
        <h1>{outlet === null ? 'The record' : <bdi>{outlet}</bdi>}</h1>
        <CountsLine counts={counts} />
        {outlet !== null && (
          <p>
            <Link to="/">All outlets</Link>
          </p>
        )}
      </header>
      <div className="home-main" ref={main}>
        {counts.articles === 0 ? (
          <EmptyRecord />
        ) : (
          <>
            {outlet === null && page === 1 && <News today={today.data} />}
            <Articles found={articles.data} outlet={outlet} page={page} />
          </>
        )}
      </div>
      <Beside today={today.data} />
    </div>
  );
}

/** What is new, beyond single articles; nothing where nothing is. */
function News({ today: { stories, changed, shifts, collisions } }: { readonly today: Today }) {
  return (
    <>
      <NewestStories stories={stories} />
      <Changes changed={changed} />
      <Shifts shifts={shifts} />
      <Collisions collisions={collisions} />
    </>
  );
}

function CountsLine({ counts }: Pick<Today, 'counts'>) {
  return (
    <p className="count">
      {counted(counts.articles, 'article')}, {counted(counts.attributions, 'statement')} by{' '}
      {counted(counts.speakers, 'speaker')}
    </p>
  );
}

function Articles({
  found,
  outlet,
  page,
}: {
  readonly found: ArticlePage;
  readonly outlet: string | null;
  readonly page: number;
}) {
  return (
    <section aria-labelledby="articles-title" className="articles">
      <h2 id="articles-title">Newest articles</h2>
      {found.total === 0 && (
        <Empty>
          <p>The record has no article of this outlet.</p>
        </Empty>
      )}
      <ol className="article-list plain">
        {found.items.map((article) => (
          <li key={article.key} dir="auto">
            <h3 className={article.title ? undefined : 'untitled'}>
              <Link className="quiet-link" to={articleAddress(article.key)} data-step>
                {titleWords(article)}
              </Link>
            </h3>
            <p className="meta">
              {article.outlet === null ? (
                outletWords(null)
              ) : (
                <Link className="plain-link" to={addressOf('/', { outlet: article.outlet })} dir="auto">
                  {article.outlet}
                </Link>
              )}
              <span dir="ltr">
                {article.published ? (
                  <time dateTime={article.published}>{dayWords(article.published)}</time>
                ) : (
                  'date not given'
                )}
              </span>
              <span dir="ltr">{counted(article.attributions, 'statement')}</span>
            </p>
          </li>
        ))}
      </ol>
      <Pager page={page} total={found.total} what="articles" addressOf={(to) => addressOf('/', { outlet, page: to })} />
    </section>
  );
}
