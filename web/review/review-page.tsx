import type { DoubtKind } from '../../src/server/review-schemas.ts';
import { api, type ReviewAsked } from '../api.ts';
import { SpeakerFacet } from '../parts/speaker-facet.tsx';
import { Empty, State } from '../parts/states.tsx';
import { useTitle } from '../parts/use-title.ts';
import { addressOf, go, Link, type Place } from '../router.tsx';
import { accepts } from '../sending.ts';
import { useAnswer } from '../use-answer.ts';
import { counted, outletWords } from '../words.ts';
import { type Failure, leftOf, wordsFor } from './desk-state.ts';
import { DeskView } from './desk-view.tsx';
import { doubtWords } from './doubt-words.tsx';
import { NamesDesk } from './names-desk.tsx';
import { ReviewKeys, useSingleKeys } from './review-keys.tsx';
import { type DeskTools, useDesk } from './use-desk.ts';

const KINDS = Object.keys(doubtWords) as DoubtKind[];

/** What a person should look at, one at a time, the least likely to be right first. */
export function ReviewPage({ query }: Place) {
  const kind = query.get('kind');
  const asked: ReviewAsked = {
    kind: KINDS.find((each) => each === kind) ?? null,
    outlet: query.get('outlet'),
    speaker: query.get('speaker'),
  };
  const accepting = accepts('corrections');
  useTitle('Review');
  return (
    <div className="review-page">
      <h1>Review</h1>
      <p className="lede">
        What the record is least sure of comes first. What you say of it is kept in the{' '}
        <Link to="/corrections">log of corrections</Link>, and can be undone.
      </p>
      {!accepting && <ReadsOnly />}
      <Filters asked={asked} names={kind === 'names'} />
      {kind === 'names' ? (
        <NamesDesk accepting={accepting} />
      ) : (
        <Statements key={JSON.stringify(asked)} asked={asked} accepting={accepting} />
      )}
    </div>
  );
}

function ReadsOnly() {
  return (
    <div className="state">
      <p>This server only reads. To correct what it holds, end it and run:</p>
      <pre>onrecord serve --accept-corrections</pre>
    </div>
  );
}

function Filters({ asked, names }: { readonly asked: ReviewAsked; readonly names: boolean }) {
  const outlets = useAnswer(api.outlets());
  const to = (change: Partial<Record<keyof ReviewAsked, string | null>>) =>
    go(addressOf('/review', { ...asked, kind: names ? 'names' : asked.kind, ...change }));
  return (
    <search className="facets" aria-label="What to review">
      <label className="facet">
        <span className="facet-label">In doubt</span>
        <select value={names ? 'names' : (asked.kind ?? '')} onChange={(event) => to({ kind: event.target.value })}>
          <option value="">anything</option>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {doubtWords[kind]}
            </option>
          ))}
          <option value="names">whether two names are one speaker</option>
        </select>
      </label>
      {!names && (
        <>
          <label className="facet">
            <span className="facet-label">Outlet</span>
            <select value={asked.outlet ?? ''} onChange={(event) => to({ outlet: event.target.value })}>
              <option value="">any</option>
              {outlets.data
                ?.filter(({ outlet }) => outlet !== null)
                .map(({ outlet }) => (
                  <option key={outlet} value={outlet!}>
                    {outletWords(outlet)}
                  </option>
                ))}
            </select>
          </label>
          <SpeakerFacet chosen={asked.speaker} choose={(speaker) => to({ speaker })} />
        </>
      )}
    </search>
  );
}

function Statements({ asked, accepting }: { readonly asked: ReviewAsked; readonly accepting: boolean }) {
  const tools = useDesk(asked);
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const { desk, problem, retry } = tools;
  const seat = desk.seats[desk.at];
  const left = leftOf(desk);
  if (!seat) {
    if (desk.total === 0 && problem === null) return <NothingLeft narrowed={Object.values(asked).some(Boolean)} />;
    const waiting = { data: undefined, loading: problem === null, retry };
    return (
      <State answer={{ ...waiting, problem: problem === null ? undefined : { words: problem, missing: false } }} />
    );
  }
  return (
    <>
      <p className="count">
        {left === 0 ? 'Nothing is left to review here' : `${counted(left ?? 0, 'statement')} to review`}
      </p>
      <div className="desk-news" role="status">
        {desk.news && <p>{desk.news}</p>}
      </div>
      <Failures tools={tools} />
      <DeskView {...tools} seat={seat} accepting={accepting} singleKeys={singleKeys} />
      <ReviewKeys on={singleKeys} turn={setSingleKeys} accepting={accepting} />
    </>
  );
}

function NothingLeft({ narrowed }: { readonly narrowed: boolean }) {
  return (
    <Empty>
      <p>Nothing is in doubt here that nobody has reviewed.</p>
      {narrowed && (
        <p>
          <Link to="/review">All that is in doubt</Link>
        </p>
      )}
    </Empty>
  );
}

/** Corrections that were not made: what was to be said is kept, and can be tried again. */
function Failures({ tools: { desk, tell, correct, undo } }: { readonly tools: DeskTools }) {
  if (desk.failures.length === 0) return null;
  const again = (failure: Failure) => {
    tell({ type: 'dismissed', failure });
    if (failure.asked.action === 'undo') undo();
    else correct(failure.key, failure.asked);
  };
  return (
    <div className="state" role="alert">
      {desk.failures.map((failure) => (
        <div key={`${failure.key} ${JSON.stringify(failure.asked)}`}>
          <p>
            Not made: “{wordsFor(failure.asked)}”. {failure.words}
          </p>
          <button type="button" onClick={() => tell({ type: 'turned', key: failure.key })}>
            Show the statement
          </button>{' '}
          <button type="button" onClick={() => again(failure)}>
            Try again
          </button>{' '}
          <button type="button" onClick={() => tell({ type: 'dismissed', failure })}>
            Leave it
          </button>
        </div>
      ))}
    </div>
  );
}
