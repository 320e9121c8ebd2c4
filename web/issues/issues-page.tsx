import type { IssueList } from '../../src/server/ledger-schemas.ts';
import { api } from '../api.ts';
import { Pager, pageOf } from '../parts/pager.tsx';
import { Empty, State } from '../parts/states.tsx';
import { useTitle } from '../parts/use-title.ts';
import { addressOf, Link, type Place } from '../router.tsx';
import { useAnswer } from '../use-answer.ts';
import { counted, figure } from '../words.ts';
import { AboutWords } from './about-words.tsx';
import { AskedPage, AskForm } from './issue-page.tsx';
import { StanceMark, stanceWords } from './stances.tsx';

/** The saved issues, issues that the record suggests, and a question of one's own. */
export function IssuesPage(place: Place) {
  const about = place.query.get('about')?.trim();
  return about ? <AskedPage {...place} about={about} /> : <AllIssues {...place} />;
}

function AllIssues({ query }: Place) {
  useTitle('Issues');
  return (
    <div className="issues-page">
      <header className="page-head">
        <h1>Issues</h1>
        <p>Who holds what on an issue, since when, on which condition, and whose accounts collide.</p>
      </header>
      <AskForm about="" />
      <Saved page={pageOf(query)} />
      <Suggested />
    </div>
  );
}

function Saved({ page }: { readonly page: number }) {
  const answer = useAnswer(api.issues(page));
  const { data } = answer;
  return (
    <section aria-labelledby="saved-title" aria-busy={answer.loading}>
      <h2 id="saved-title">Saved</h2>
      {!data ? (
        <State answer={answer} />
      ) : data.total === 0 ? (
        <Empty>
          <p>No issue is saved. An issue is saved by a command, and lies as a file beside the record:</p>
          <pre>onrecord issue add bridge --about "northern bridge"</pre>
        </Empty>
      ) : (
        <>
          <ul className="issue-list plain">
            {data.items.map((issue) => (
              <SavedIssue key={issue.name} issue={issue} />
            ))}
          </ul>
          <Pager page={page} total={data.total} what="issues" addressOf={(to) => addressOf('/issues', { page: to })} />
          <p className="count">
            More are saved with <code>onrecord issue add</code>.
          </p>
        </>
      )}
      {data?.problems.map(({ file, reason }) => (
        <p key={file} className="failing">
          <bdi>{file}</bdi> is no issue: <bdi>{reason}</bdi>
        </p>
      ))}
    </section>
  );
}

function SavedIssue({ issue }: { readonly issue: IssueList['items'][number] }) {
  const { data } = useAnswer(api.issueCounts(issue.name));
  return (
    <li>
      <h3>
        <Link className="quiet-link" to={`/issues/${encodeURIComponent(issue.name)}`} dir="auto">
          {issue.title ?? issue.name}
        </Link>
      </h3>
      <p>
        <AboutWords about={issue.about} />
      </p>
      <p className="count">
        {data
          ? `${counted(data.positions, 'position')} of ${counted(data.speakers, 'speaker')}, ` +
            `${counted(data.shifts, 'change')}, ${counted(data.collisions, 'collision')}`
          : '…'}
      </p>
    </li>
  );
}

function Suggested() {
  const answer = useAnswer(api.suggestedIssues());
  const { data } = answer;
  return (
    <section aria-labelledby="suggested-title" aria-busy={answer.loading}>
      <h2 id="suggested-title">Suggested</h2>
      <p className="count">What several speakers or outlets take sides on, by the latest positions.</p>
      {!data ? (
        <State answer={answer} />
      ) : data.total === 0 ? (
        <Empty>
          <p>The record holds too few positions to suggest an issue.</p>
        </Empty>
      ) : (
        <ul className="issue-list plain">
          {data.items.map(({ about, positions, speakers, outlets, stances }) => (
            <li key={about}>
              <h3>
                <Link className="quiet-link" to={addressOf('/issues', { about })} dir="auto">
                  {about}
                </Link>
              </h3>
              <p>
                {stances.map(([stance, count]) => (
                  <span key={stance} className="issue-stance">
                    <StanceMark stance={stance} /> {stanceWords[stance]} {figure(count)}
                  </span>
                ))}
              </p>
              <p className="count">
                {counted(positions, 'position')} of {counted(speakers, 'speaker')} in {counted(outlets, 'outlet')}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
