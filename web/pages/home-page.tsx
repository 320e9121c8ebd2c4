import type { ArticlePage, Counts } from '../../src/server/schemas.ts';
import { api } from '../api.ts';
import { huesOf } from '../hues.ts';
import { KindMark } from '../parts/kind-mark.tsx';
import { Pager, pageOf } from '../parts/pager.tsx';
import { RefusalList } from '../parts/refusal-list.tsx';
import { Empty, State } from '../parts/states.tsx';
import { useTitle } from '../parts/use-title.ts';
import { addressOf, Link, type Place } from '../router.tsx';
import { useAnswer } from '../use-answer.ts';
import { articleAddress, counted, dayWords, figure, outletWords, speakerAddress, titleWords } from '../words.ts';

/** How many speakers and refusals stand beside the articles. */
const BESIDE = { speakers: 10, refusals: 3 } as const;

/** The record: its newest articles, who is quoted most, and what could not be captured. */
export function HomePage({ query }: Place) {
  const outlet = query.get('outlet');
  const page = pageOf(query);
  const counts = useAnswer(api.counts());
  const articles = useAnswer(api.articles(page, outlet));
  useTitle(outlet ?? '');
  const failed = counts.problem ? counts : articles;
  if (failed.problem || !counts.data || !articles.data) {
    return (
      <>
        <h1>The record</h1>
        <State answer={failed.problem ? failed : { ...failed, loading: true }} />
      </>
    );
  }
  return (
    <div className="home" aria-busy={articles.loading}>
      <header className="page-head">
        <h1>{outlet === null ? 'The record' : <bdi>{outlet}</bdi>}</h1>
        <CountsLine counts={counts.data} />
        {outlet !== null && (
          <p>
            <Link to="/">All outlets</Link>
          </p>
        )}
      </header>
      {counts.data.articles === 0 ? <EmptyRecord /> : <Articles found={articles.data} outlet={outlet} page={page} />}
      <aside className="beside" aria-label="Speakers and what could not be captured">
        <MostQuoted />
        {counts.data.refusals > 0 && <NotCaptured total={counts.data.refusals} />}
      </aside>
    </div>
  );
}

function CountsLine({ counts }: { readonly counts: Counts }) {
  return (
    <p className="count">
      {counted(counts.articles, 'article')}, {counted(counts.attributions, 'statement')} by{' '}
      {counted(counts.speakers, 'speaker')}
    </p>
  );
}

function EmptyRecord() {
  return (
    <Empty>
      <p>The record holds no article yet. Add files, folders or addresses in a terminal:</p>
      <pre>
        <code>onrecord add article.html news/ https://example.org/story</code>
      </pre>
      <p>Then load this page again.</p>
    </Empty>
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
              <Link className="quiet-link" to={articleAddress(article.key)}>
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

function MostQuoted() {
  const { data } = useAnswer(api.speakers(1, '', BESIDE.speakers));
  if (!data || data.total === 0) return null;
  const hues = huesOf(data.items.map(({ key }) => key));
  return (
    <section aria-labelledby="quoted-title">
      <h2 id="quoted-title">Most quoted</h2>
      <ol className="most-quoted plain">
        {data.items.map((speaker) => (
          <li key={speaker.key} className={hues.get(speaker.key)}>
            <KindMark kind={speaker.kind} />
            <Link className="quiet-link" to={speakerAddress(speaker.key)}>
              <bdi>{speaker.name}</bdi>
            </Link>
            <span className="figure">{figure(speaker.attributions)}</span>
          </li>
        ))}
      </ol>
      <p>
        <Link to="/speakers">All {counted(data.total, 'speaker')}</Link>
      </p>
    </section>
  );
}

function NotCaptured({ total }: { readonly total: number }) {
  const { data } = useAnswer(api.refusals(1, BESIDE.refusals));
  return (
    <section aria-labelledby="refused-title">
      <h2 id="refused-title">Not captured</h2>
      {data && <RefusalList refusals={data.items} />}
      <p>
        <Link to="/refusals">
          {total > BESIDE.refusals ? `All ${figure(total)} not captured` : 'All of what was not captured'}
        </Link>
      </p>
    </section>
  );
}
