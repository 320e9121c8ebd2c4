import { api } from '../api.ts';
import { Pager, pageOf } from '../parts/pager.tsx';
import { RefusalList } from '../parts/refusal-list.tsx';
import { Empty, State } from '../parts/states.tsx';
import { useTitle } from '../parts/use-title.ts';
import { addressOf, type Place } from '../router.tsx';
import { useAnswer } from '../use-answer.ts';
import { figure } from '../words.ts';

/** What could not be captured, and why: the record says what it lacks. */
export function RefusalsPage({ query }: Place) {
  const page = pageOf(query);
  const answer = useAnswer(api.refusals(page));
  const { data } = answer;
  useTitle('Not captured');
  return (
    <div className="refusals-page" aria-busy={answer.loading}>
      <h1>Not captured</h1>
      {answer.problem || !data ? (
        <State answer={answer} />
      ) : data.total === 0 ? (
        <Empty>
          <p>Everything that was given so far could be captured.</p>
        </Empty>
      ) : (
        <>
          <p className="count">{figure(data.total)} of what was given made no article. Each says why.</p>
          <RefusalList refusals={data.items} />
          <Pager
            page={page}
            total={data.total}
            what="refusals"
            addressOf={(to) => addressOf('/refusals', { page: to })}
          />
        </>
      )}
    </div>
  );
}
