import { api } from '../api.ts';
import { AttemptList } from '../parts/attempt-list.tsx';
import { Health } from '../parts/health.tsx';
import { Pager, pageOf } from '../parts/pager.tsx';
import { RefusalList } from '../parts/refusal-list.tsx';
import { Empty, State } from '../parts/states.tsx';
import { useTitle } from '../parts/use-title.ts';
import { addressOf, Link, type Place } from '../router.tsx';
import { useAnswer } from '../use-answer.ts';
import { figure } from '../words.ts';

/** What could not be captured, and why, with what was fetched of each outlet: the record says what it lacks. */
export function RefusalsPage({ query }: Place) {
  const outlet = query.get('outlet');
  const page = pageOf(query);
  return outlet === null ? <NotCaptured page={page} /> : <FailedAttempts key={outlet} outlet={outlet} page={page} />;
}

function NotCaptured({ page }: { readonly page: number }) {
  const answer = useAnswer(api.refusals(page));
  const health = useAnswer(api.health());
  const { data } = answer;
  useTitle('Not captured');
  if (answer.problem || !data || health.problem || !health.data) {
    return (
      <div className="refusals-page" aria-busy="true">
        <h1>Not captured</h1>
        <State answer={health.problem ? health : answer} />
      </div>
    );
  }
  return (
    <div className="refusals-page" aria-busy={answer.loading}>
      <h1>Not captured</h1>
      {data.total === 0 ? (
        <Empty>
          <p>Everything that was given so far could be captured.</p>
        </Empty>
      ) : (
        <>
          <p className="count">
            {figure(data.total)} of what was given made no article,{' '}
            {data.total === 1 ? 'with the reason' : 'each with its reason'}.
          </p>
          <RefusalList refusals={data.items} />
          <Pager
            page={page}
            total={data.total}
            what="refusals"
            addressOf={(to) => addressOf('/refusals', { page: to })}
          />
        </>
      )}
      {health.data.length > 0 && (
        <section aria-labelledby="fetched">
          <h2 id="fetched">What was fetched</h2>
          <p>
            <Link to="/watching">What is watched, and adding to it</Link>
          </p>
          <Health outlets={health.data} />
        </section>
      )}
    </div>
  );
}

function FailedAttempts({ outlet, page }: { readonly outlet: string; readonly page: number }) {
  const answer = useAnswer(api.failedAttempts(outlet, page));
  const { data } = answer;
  useTitle(`Not captured: ${outlet}`);
  return (
    <div className="refusals-page" aria-busy={answer.loading}>
      <h1>
        Not captured: <bdi>{outlet}</bdi>
      </h1>
      <p>
        <Link to="/refusals">All that was not captured</Link>
      </p>
      {answer.problem || !data ? (
        <State answer={answer} />
      ) : data.total === 0 ? (
        <Empty>
          <p>No attempt to fetch it failed.</p>
        </Empty>
      ) : (
        <>
          <p className="count">{figure(data.total)} attempts brought nothing, the latest first.</p>
          <AttemptList attempts={data.items} />
          <Pager
            page={page}
            total={data.total}
            what="attempts"
            addressOf={(to) => addressOf('/refusals', { outlet, page: to })}
          />
        </>
      )}
    </div>
  );
}
