import { api } from '../api.ts';
import { Health } from '../parts/health.tsx';
import { Empty, State } from '../parts/states.tsx';
import { useTitle } from '../parts/use-title.ts';
import { Link } from '../router.tsx';
import { accepts } from '../sending.ts';
import { useAnswer } from '../use-answer.ts';
import { AddSource } from '../watching/add-source.tsx';
import { WatchedList } from '../watching/watched-list.tsx';
import { counted, figure } from '../words.ts';

/** What is watched, what comes in of it, and what fails and why; more can be added. */
export function WatchingPage() {
  const sources = useAnswer(api.watched());
  const health = useAnswer(api.health());
  useTitle('Watched sources');
  const failing = sources.data?.filter(({ failingSince }) => failingSince !== null).length ?? 0;
  return (
    <div className="watching-page" aria-busy={sources.loading || health.loading}>
      <h1>Watched sources</h1>
      <p className="lede">
        Feeds, sitemaps and pages that <code>onrecord watch</code> asks for news, and how much of it comes in.{' '}
        <Link to="/refusals">What could not be captured</Link>
      </p>
      <section aria-labelledby="add-title">
        <h2 id="add-title">Add to them</h2>
        {accepts('sources') ? <AddSource added={sources.retry} /> : <Closed />}
      </section>
      <section aria-labelledby="watched-title">
        <h2 id="watched-title">What is watched</h2>
        {sources.problem || !sources.data ? (
          <State answer={sources} />
        ) : sources.data.length === 0 ? (
          <Empty>
            <p>Nothing is watched so far.</p>
          </Empty>
        ) : (
          <>
            <p className="count">
              {counted(sources.data.length, 'source')}, {failing === 0 ? 'none fails' : `${figure(failing)} failing`}
            </p>
            <WatchedList sources={sources.data} />
          </>
        )}
      </section>
      <section aria-labelledby="fetched-title">
        <h2 id="fetched-title">What comes in</h2>
        {health.problem || !health.data ? (
          <State answer={health} />
        ) : health.data.length === 0 ? (
          <Empty>
            <p>Nothing was fetched so far. To fetch what the sources announce, run:</p>
            <pre>onrecord watch</pre>
          </Empty>
        ) : (
          <Health outlets={health.data} />
        )}
      </section>
    </div>
  );
}

function Closed() {
  return (
    <div className="state">
      <p>This server only reads. To add sources here, end it and run:</p>
      <pre>onrecord serve --accept-sources</pre>
      <p>From the command line:</p>
      <pre>{'onrecord sources add URL\nonrecord sources import FILE.opml'}</pre>
    </div>
  );
}
