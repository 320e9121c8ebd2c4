import { type SubmitEvent, useRef } from 'react';
import type { ListedStatement, StatementList } from '../../src/server/statement-schemas.ts';
import { api, type StatementsAsked } from '../api.ts';
import { huesOf, NO_HUE } from '../hues.ts';
import { MarkedChanges } from '../parts/marked-changes.tsx';
import { Pager, pageOf } from '../parts/pager.tsx';
import { SpeakerFacet } from '../parts/speaker-facet.tsx';
import { SpeakerLine } from '../parts/statement.tsx';
import { Empty, State } from '../parts/states.tsx';
import { useFocusSteps } from '../parts/use-focus-steps.ts';
import { useTitle } from '../parts/use-title.ts';
import { addressOf, go, Link, type Place } from '../router.tsx';
import { useAnswer } from '../use-answer.ts';
import { counted, dayWords, languageTag, outletWords, placeOf, speakerName, statementAddress } from '../words.ts';
import { ChangeMarks } from './change-marks.tsx';
import { CHANGE_KINDS, changeKinds, isChangeKind } from './change-words.ts';

/** What the address asks for: everything the page shows follows from it. */
interface Shown {
  /** Null: those whose words were changed. */
  readonly show: 'all' | null;
  readonly kind: string | null;
  readonly speaker: string | null;
  readonly outlet: string | null;
  readonly q: string | null;
}

const pageAddress = (shown: Shown, page: number | null = null): string => addressOf('/statements', { ...shown, page });

/** Statements that several articles report: the wording changes that matter, the gravest first, or all. */
export function StatementsPage({ query }: Place) {
  const kind = query.get('kind');
  const shown: Shown = {
    show: query.get('show') === 'all' ? 'all' : null,
    kind: isChangeKind(kind) ? kind : null,
    speaker: query.get('speaker'),
    outlet: query.get('outlet'),
    q: query.get('q')?.trim() || null,
  };
  const { show, ...filters } = shown;
  const asked: StatementsAsked = { ...filters, altered: show === 'all' ? null : 'true' };
  const page = pageOf(query);
  const answer = useAnswer(api.statements(page, asked));
  const heading = show === 'all' ? 'Statements reported more than once' : 'Wording changes that matter';
  useTitle(heading);
  return (
    <div className="statements-page" aria-busy={answer.loading}>
      <header className="page-head">
        <h1>{heading}</h1>
        <p>
          {show === 'all'
            ? 'One statement each, however many articles report it: those that most report first.'
            : 'Where a report gives a statement otherwise than the earliest one captured: the gravest first.'}
        </p>
      </header>
      <nav className="views" aria-label="Which statements">
        <Link to={pageAddress({ ...shown, show: null })} aria-current={show === null ? 'page' : undefined}>
          With other words
        </Link>
        <Link
          to={pageAddress({ ...shown, show: 'all', kind: null })}
          aria-current={show === 'all' ? 'page' : undefined}
        >
          All reported more than once
        </Link>
      </nav>
      <Filters shown={shown} />
      {answer.problem || !answer.data ? (
        <State answer={answer} />
      ) : (
        <Found found={answer.data} shown={shown} page={page} />
      )}
    </div>
  );
}

function Filters({ shown }: { readonly shown: Shown }) {
  const outlets = useAnswer(api.outlets());
  const narrow = (change: Partial<Shown>) => go(pageAddress({ ...shown, ...change }));
  const named = (outlets.data ?? []).filter(({ outlet }) => outlet !== null);
  const find = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    narrow({ q: String(new FormData(event.currentTarget).get('q') ?? '').trim() || null });
  };
  return (
    <search className="facets">
      <form action="/statements" onSubmit={find} className="facet">
        <label className="facet">
          <span className="facet-label">Words</span>
          <input key={shown.q} type="text" name="q" defaultValue={shown.q ?? ''} maxLength={1000} dir="auto" />
        </label>
        <button type="submit">Find</button>
      </form>
      <label className="facet">
        <span className="facet-label">Change</span>
        <select value={shown.kind ?? ''} onChange={(event) => narrow({ kind: event.target.value || null })}>
          <option value="">any</option>
          {CHANGE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {changeKinds[kind].label}
            </option>
          ))}
        </select>
      </label>
      <SpeakerFacet chosen={shown.speaker} choose={(speaker) => narrow({ speaker })} />
      <label className="facet">
        <span className="facet-label">Outlet</span>
        <select value={shown.outlet ?? ''} onChange={(event) => narrow({ outlet: event.target.value || null })}>
          <option value="">any</option>
          {shown.outlet !== null && !named.some(({ outlet }) => outlet === shown.outlet) && (
            <option value={shown.outlet}>{shown.outlet}</option>
          )}
          {named.map(({ outlet }) => (
            <option key={outlet} value={outlet!}>
              {outlet}
            </option>
          ))}
        </select>
      </label>
    </search>
  );
}

interface FoundProps {
  readonly found: StatementList;
  readonly shown: Shown;
  readonly page: number;
}

function Found({ found, shown, page }: FoundProps) {
  const root = useRef<HTMLOListElement>(null);
  useFocusSteps(root);
  if (found.total === 0) return <Nothing shown={shown} />;
  const hues = huesOf(found.items.flatMap(({ earliest: { speaker } }) => (speaker ? [speaker.key] : [])));
  return (
    <>
      <p className="count" role="status">
        {counted(found.total, 'statement')}
      </p>
      <ol className="statements plain" ref={root}>
        {found.items.map((statement) => (
          <li key={statement.key}>
            <Listed statement={statement} hue={hues.get(statement.earliest.speaker?.key ?? '') ?? NO_HUE} />
          </li>
        ))}
      </ol>
      <Pager page={page} total={found.total} what="statements" addressOf={(to) => pageAddress(shown, to)} />
    </>
  );
}

function Nothing({ shown }: { readonly shown: Shown }) {
  const { show, kind, speaker, outlet, q } = shown;
  const narrowed = [kind, speaker, outlet, q].some((filter) => filter !== null);
  return (
    <Empty>
      <p>
        {narrowed ? (
          <>
            No statement of the record is what is asked for.{' '}
            <Link to={addressOf('/statements', { show })}>Without filters</Link>
          </>
        ) : show === 'all' ? (
          'No statement is reported more than once yet: that takes two articles that report the same words. Add more articles.'
        ) : (
          <>
            No report gives words otherwise than the earliest one captured.{' '}
            <Link to="/statements?show=all">All statements reported more than once</Link>
          </>
        )}
      </p>
    </Empty>
  );
}

/** A statement with what was changed most gravely. */
export function Listed({ statement, hue }: { readonly statement: ListedStatement; readonly hue: string }) {
  const { key, earliest, occurrences, kinds, gravest } = statement;
  return (
    <article className={`statement listed ${hue}`}>
      <ChangeMarks kinds={kinds} />
      <p className="statement-head">
        <SpeakerLine attribution={earliest} />
      </p>
      <p className="statement-words" dir="auto" lang={languageTag(earliest.article.language)}>
        <Link className="quiet-link" to={statementAddress(key)} data-step>
          {earliest.words || 'no words'}
        </Link>
      </p>
      <p className="statement-where">
        {counted(occurrences, 'occurrence')}; first captured:{' '}
        <Link to={placeOf(earliest)} dir="auto">
          {outletWords(earliest.article.outlet)}
        </Link>
        <Day published={earliest.article.published} />
      </p>
      {gravest?.words && (
        <div className="gravest">
          <p className="statement-where">
            <Link to={placeOf(gravest.attribution)} dir="auto">
              {outletWords(gravest.attribution.article.outlet)}
            </Link>
            <Day published={gravest.attribution.article.published} />
            {gravest.kinds.includes('speaker') ? (
              <>
                , gives it to <bdi>{speakerName(gravest.attribution)}</bdi>:
              </>
            ) : (
              ', gives it otherwise:'
            )}
          </p>
          <p className="statement-words" dir="auto" lang={languageTag(gravest.attribution.article.language)}>
            <MarkedChanges changes={gravest.words} />
          </p>
        </div>
      )}
    </article>
  );
}

function Day({ published }: { readonly published: string | null }) {
  return published ? (
    <>
      , <time dateTime={published}>{dayWords(published)}</time>
    </>
  ) : (
    <>, date not given</>
  );
}
