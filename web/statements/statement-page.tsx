import { useEffect, useRef } from 'react';
import type { Occurrence, StatementDetail } from '../../src/server/statement-schemas.ts';
import { api } from '../api.ts';
import { huesOf, NO_HUE } from '../hues.ts';
import { CorrectionMarks } from '../parts/corrections.tsx';
import { Pager, pageOf } from '../parts/pager.tsx';
import { Facts, Reporter, SpeakerLine } from '../parts/statement.tsx';
import { State } from '../parts/states.tsx';
import { useFocusSteps } from '../parts/use-focus-steps.ts';
import { useTitle } from '../parts/use-title.ts';
import { addressOf, Link, type Place } from '../router.tsx';
import { useAnswer } from '../use-answer.ts';
import {
  counted,
  dateWords,
  figure,
  languageTag,
  outletWords,
  placeOf,
  speakerName,
  statementAddress,
} from '../words.ts';
import { kindsWords } from './change-words.ts';
import { Cite } from './cite.tsx';
import { OccurrenceCard } from './occurrence.tsx';
import { Origins } from './origins.tsx';

/** A statement longer than this (characters) is set smaller, and smaller still beyond the second. */
const LONG = 160;
const VERY_LONG = 420;

/** One utterance: the words, everybody who reports it in time, what became of the words, and where it comes from. */
export function StatementPage({ statementKey, query, hash }: Place & { readonly statementKey: string }) {
  const page = pageOf(query);
  const answer = useAnswer(api.statement(statementKey, page));
  const { data } = answer;
  useTitle(
    data ? `${speakerName(data.statement.earliest)}: ${data.statement.earliest.words.slice(0, 80)}` : 'Statement',
  );
  if (!data) {
    return (
      <>
        <h1>Statement</h1>
        <State answer={answer} missing="The record has no statement at this address." />
      </>
    );
  }
  return <Statement detail={data} page={page} hash={hash} loading={answer.loading} />;
}

interface StatementProps {
  readonly detail: StatementDetail;
  readonly page: number;
  readonly hash: string;
  readonly loading: boolean;
}

function Statement({ detail, page, hash, loading }: StatementProps) {
  const { statement, occurrences, origins, corrections } = detail;
  const root = useRef<HTMLDivElement>(null);
  useFocusSteps(root);
  useNamedInFocus(hash);
  const { items, total } = occurrences;
  const hues = huesOf([statement.earliest, ...items.map(({ attribution }) => attribution)].flatMap(speakerKey));
  const hueOf = (attribution: Occurrence['attribution']) => hues.get(attribution.speaker?.key ?? '') ?? NO_HUE;
  return (
    <div className="statement-page" ref={root} aria-busy={loading}>
      <Head detail={detail} hue={hueOf(statement.earliest)} />
      <div className="statement-body">
        <section className="occurrences" aria-labelledby="occurrences">
          <h2 id="occurrences">Occurrences in time</h2>
          <ol className="plain">
            {items.map((occurrence) => (
              <li key={occurrence.attribution.key}>
                <OccurrenceCard
                  occurrence={occurrence}
                  hue={hueOf(occurrence.attribution)}
                  otherSpeaker={occurrence.attribution.speaker?.key !== statement.earliest.speaker?.key}
                />
              </li>
            ))}
          </ol>
          <Pager
            page={page}
            total={total}
            what="occurrences"
            addressOf={(to) => addressOf(statementAddress(statement.key), { page: to })}
          />
        </section>
        <div className="statement-beside">
          <Origins traced={origins} shown={items} total={total} />
          <Cite detail={detail} />
          {corrections.length > 0 && (
            <ul className="speaker-corrections plain">
              <CorrectionMarks corrections={corrections} />
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}

const speakerKey = ({ speaker }: Occurrence['attribution']): string[] => (speaker ? [speaker.key] : []);

/** The words, who said them, where that was first captured, and how many report it. */
function Head({ detail: { statement, origins }, hue }: { readonly detail: StatementDetail; readonly hue: string }) {
  const { earliest, occurrences, kinds } = statement;
  const { article, words } = earliest;
  const size = words.length > VERY_LONG ? ' very-long' : words.length > LONG ? ' long' : '';
  return (
    <header className={`statement-top statement ${hue}`}>
      <h1 className="statement-kicker">Statement</h1>
      <blockquote className={`statement-large${size}`} dir="auto" lang={languageTag(article.language)}>
        {words || 'no words'}
      </blockquote>
      <p className="statement-head">
        <SpeakerLine attribution={earliest} />
      </p>
      <Reporter attribution={earliest} />
      <Facts attribution={earliest} />
      <p className="first-captured">
        First captured:{' '}
        <Link to={placeOf(earliest)} dir="auto">
          {outletWords(article.outlet)}
        </Link>
        ,{' '}
        {article.published ? (
          <time dateTime={article.published}>{dateWords(article.published)}</time>
        ) : (
          'date not given'
        )}
        . <Gaps origins={origins} />
      </p>
      <p className="count">
        {counted(occurrences, 'occurrence')}, <a href="#origins">{counted(origins.origins.length, 'origin')}</a>
        {kinds.length > 0 && <>, changed on the way: {kindsWords(kinds)}</>}
      </p>
    </header>
  );
}

/** What "first" rests on, and who may have had it before. */
function Gaps({ origins: { by, origins } }: { readonly origins: StatementDetail['origins'] }) {
  const missing = [...new Set(origins.flatMap(({ lead }) => (lead.occurrence === null ? [lead.outlet] : [])))];
  return (
    <small>
      {by === 'published'
        ? 'By the dates of publication; others may have had it before and were not captured'
        : 'No article gives a date: by the time of capture, which says little of who had it first'}
      {missing.length > 0 && (
        <>
          , such as{' '}
          {missing.slice(0, 3).map((outlet, i) => (
            <span key={outlet}>
              {i > 0 && ', '}
              <bdi>{outlet}</bdi>
            </span>
          ))}
          {missing.length > 3 && ` and ${figure(missing.length - 3)} more`}, credited below
        </>
      )}
      .
    </small>
  );
}

/** The occurrence that the address names gets the focus. */
function useNamedInFocus(hash: string): void {
  useEffect(() => {
    if (!hash.startsWith('o-')) return;
    const named = document.getElementById(decodeURIComponent(hash));
    named?.focus({ preventScroll: true });
    named?.scrollIntoView({ block: 'center' });
  }, [hash]);
}
