import type { SubmitEvent } from 'react';
import { api, type DaysAsked } from '../api.ts';
import { State } from '../parts/states.tsx';
import { useTitle } from '../parts/use-title.ts';
import { go, Link, type Place } from '../router.tsx';
import { useAnswer } from '../use-answer.ts';
import { AboutWords } from './about-words.tsx';
import { LedgerView } from './ledger-view.tsx';

/** One saved issue: who holds what on it. */
export function IssuePage({ name, ...place }: Place & { readonly name: string }) {
  const days = daysOf(place.query);
  const answer = useAnswer(api.issue(name, days));
  const data = answer.data?.issue.name === name ? answer.data : undefined;
  const title = data?.issue.title ?? name;
  useTitle(title);
  if (!data) {
    return (
      <>
        <h1>Issue</h1>
        <State answer={answer} missing="There is no issue at this address." />
        {answer.problem?.missing && (
          <p>
            <Link to="/issues">All issues</Link>
          </p>
        )}
      </>
    );
  }
  const { issue, unknown } = data;
  return (
    <div className="issue-page" aria-busy={answer.loading}>
      <header className="page-head">
        <p className="kicker">
          <Link to="/issues">Issues</Link>
        </p>
        <h1 dir="auto">{title}</h1>
        <p className="issue-about">
          <AboutWords about={issue.about} />
          {issue.speakers.length > 0 && (
            <>
              ; only of{' '}
              {issue.speakers.map((speaker, i) => (
                <span key={speaker}>
                  {i > 0 && ', '}
                  <bdi>{speaker}</bdi>
                </span>
              ))}
            </>
          )}
        </p>
        {unknown.length > 0 && (
          <p className="failing">
            The record knows nobody of the name <bdi>{unknown.join(', ')}</bdi>.
          </p>
        )}
      </header>
      <DaysForm place={place} days={days} />
      <LedgerView {...place} ledger={data} asked={{ issue: name, ...days }} />
    </div>
  );
}

/** What is held on any words. */
export function AskedPage({ about, ...place }: Place & { readonly about: string }) {
  const days = daysOf(place.query);
  const answer = useAnswer(api.ledger(about, days));
  useTitle(`Positions on ${about}`);
  return (
    <div className="issue-page" aria-busy={answer.loading}>
      <header className="page-head">
        <p className="kicker">
          <Link to="/issues">Issues</Link>
        </p>
        <h1>
          Positions on <q dir="auto">{about}</q>
        </h1>
      </header>
      <div className="issue-facets">
        <AskForm key={about} about={about} />
        <DaysForm place={place} days={days} />
      </div>
      {answer.problem || !answer.data ? (
        <State answer={answer} />
      ) : (
        <LedgerView {...place} ledger={answer.data} asked={{ about, ...days }} />
      )}
    </div>
  );
}

/** Asks who holds what on words. */
export function AskForm({ about }: { readonly about: string }) {
  const ask = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const words = String(new FormData(event.currentTarget).get('about') ?? '').trim();
    if (words) go(`/issues?${new URLSearchParams({ about: words })}`);
  };
  return (
    <search className="facets">
      <form action="/issues" onSubmit={ask} className="facet">
        <label className="facet">
          <span className="facet-label">Who holds what on</span>
          <input type="text" name="about" defaultValue={about} required maxLength={200} dir="auto" autoComplete="off" />
        </label>
        <button type="submit">Show</button>
      </form>
    </search>
  );
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** The days that an address asks for; what is no day counts for nothing. */
function daysOf(query: URLSearchParams): DaysAsked {
  const [from = null, to = null] = ['from', 'to'].map((name) => {
    const day = query.get(name);
    return day !== null && DAY.test(day) ? day : null;
  });
  return { from, to };
}

function DaysForm({ place: { path, query }, days }: { readonly place: Place; readonly days: DaysAsked }) {
  const narrow = (name: 'from' | 'to', day: string) => {
    const next = new URLSearchParams(query);
    if (day) next.set(name, day);
    else next.delete(name);
    go(next.size > 0 ? `${path}?${next}` : path, true);
  };
  return (
    <search className="facets" aria-label="Days">
      {(['from', 'to'] as const).map((name) => (
        <label key={name} className="facet">
          <span className="facet-label">{name === 'from' ? 'Published from' : 'to'}</span>
          <input
            type="date"
            name={name}
            value={days[name] ?? ''}
            onChange={({ target }) => narrow(name, target.value)}
          />
        </label>
      ))}
    </search>
  );
}
