import type { SubmitEvent } from 'react';
import type { SourceAudit } from '../../src/server/audit-schemas.ts';
import { type AuditAsked, api } from '../api.ts';
import { AuditTable } from '../parts/audit-table.tsx';
import { Pager, pageOf } from '../parts/pager.tsx';
import { Empty, State } from '../parts/states.tsx';
import { useTitle } from '../parts/use-title.ts';
import { addressOf, go, Link, type Place } from '../router.tsx';
import { useAnswer } from '../use-answer.ts';
import { counted } from '../words.ts';

/** Whom the outlets quote: the source audit that standards desks do by hand. */
export function SourcesPage({ query }: Place) {
  const asked: AuditAsked = {
    from: query.get('from'),
    to: query.get('to'),
    modes: query.get('modes') === 'all' ? 'all' : null,
  };
  const page = pageOf(query);
  const answer = useAnswer(api.audit(page, asked));
  useTitle('Sources');
  return (
    <div className="sources-page" aria-busy={answer.loading}>
      <header className="page-head">
        <h1>Sources</h1>
        <p>Whom the outlets quote: how many statements are by named, unnamed and other sources.</p>
      </header>
      <Period asked={asked} />
      {answer.problem || !answer.data ? (
        <State answer={answer} />
      ) : (
        <Audit audit={answer.data} asked={asked} page={page} />
      )}
    </div>
  );
}

/** The days that are looked at, and which acts are counted. */
function Period({ asked }: { readonly asked: AuditAsked }) {
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    go(
      addressOf(
        '/sources',
        Object.fromEntries(['from', 'to', 'modes'].map((name) => [name, String(data.get(name) ?? '')])),
      ),
    );
  };
  return (
    <search>
      <form className="facets" action="/sources" onSubmit={submit} key={JSON.stringify(asked)}>
        <label className="facet">
          <span className="facet-label">From</span>
          <input type="date" name="from" defaultValue={asked.from ?? ''} />
        </label>
        <label className="facet">
          <span className="facet-label">To</span>
          <input type="date" name="to" defaultValue={asked.to ?? ''} />
        </label>
        <label className="facet">
          <span className="facet-label">Count</span>
          <select name="modes" defaultValue={asked.modes ?? ''}>
            <option value="">what was said or written</option>
            <option value="all">all that is attributed</option>
          </select>
        </label>
        <button type="submit">Show</button>
      </form>
    </search>
  );
}

interface AuditProps {
  readonly audit: SourceAudit;
  readonly asked: AuditAsked;
  readonly page: number;
}

function Audit({ audit: { total, outlets }, asked, page }: AuditProps) {
  if (outlets.total === 0) {
    return (
      <Empty>
        <p>
          {asked.from || asked.to ? (
            <>
              The record has no article of these days. <Link to="/sources">All days</Link>
            </>
          ) : (
            'The record holds no article yet.'
          )}
        </p>
      </Empty>
    );
  }
  return (
    <>
      <p className="count" role="status">
        {counted(total.attributions, 'statement')} by {counted(total.sources, 'source')} in{' '}
        {counted(total.articles, 'article')} of {counted(outlets.total, 'outlet')}
      </p>
      <AuditTable outlets={outlets.items} total={outlets.total > 1 ? total : null} />
      <Pager
        page={page}
        total={outlets.total}
        what="outlets"
        addressOf={(to) => addressOf('/sources', { ...asked, page: to })}
      />
      <Notes audit={total} asked={asked} />
    </>
  );
}

/** What is counted and what is not, in words: a share that is not understood misleads. */
function Notes({ audit, asked }: { readonly audit: SourceAudit['total']; readonly asked: AuditAsked }) {
  return (
    <section className="notes" aria-labelledby="notes-title">
      <h2 id="notes-title">What is counted</h2>
      <ul>
        <li>
          {asked.modes === 'all'
            ? 'Statements are all that is attributed, also what is ascribed without words.'
            : `Statements are what was said or written. Left out: what is ascribed without words (thinks, wants, feels, decides, shows), ${counted(audit.notInWords, 'time')}.`}
        </li>
        <li>
          What one speaker reports that another said is left out ({counted(audit.reported, 'statement')}): the article's
          source is the one who reports.
        </li>
        <li>
          A source is one speaker in one article, however often it is quoted there. Unnamed sources of two articles are
          never taken for one.
        </li>
        <li>Not identified: no speaker was found, or none that is certain. It may be anybody, a named person too.</li>
        {audit.undated > 0 && (
          <li>
            Without a date: {counted(audit.undated, 'article')},{' '}
            {asked.from || asked.to ? 'left out here' : 'counted too'}.
          </li>
        )}
        <li>A model found the speakers, and makes mistakes. Every figure can be checked statement by statement.</li>
      </ul>
    </section>
  );
}
