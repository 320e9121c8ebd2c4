import type { SubmitEvent } from 'react';
import type { SpeakerDetail } from '../../src/server/schemas.ts';
import { api, PAGE_LENGTH } from '../api.ts';
import { huesOf } from '../hues.ts';
import { SpeakerShifts } from '../issues/speaker-shifts.tsx';
import { CorrectionMarks } from '../parts/corrections.tsx';
import { KindMark } from '../parts/kind-mark.tsx';
import { daysOf, Months, monthOf } from '../parts/months.tsx';
import { Pager, pageOf } from '../parts/pager.tsx';
import { SpeakerFacts } from '../parts/speaker-facts.tsx';
import { Statement } from '../parts/statement.tsx';
import { State } from '../parts/states.tsx';
import { useTitle } from '../parts/use-title.ts';
import { addressOf, go, type Place } from '../router.tsx';
import { useAnswer } from '../use-answer.ts';
import { counted, kindWords, monthWords, speakerAddress } from '../words.ts';

/** One speaker: who it is said to be, by whom it is reported, and everything attributed to it. */
export function SpeakerPage({ speakerKey, query }: Place & { readonly speakerKey: string }) {
  const page = pageOf(query);
  const month = monthOf(query);
  const answer = useAnswer(api.speaker(speakerKey, page, PAGE_LENGTH, month === null ? null : daysOf(month)));
  const detail = answer.data?.speaker.key === speakerKey ? answer.data : undefined;
  useTitle(detail?.speaker.name ?? 'Speaker');
  if (!detail) {
    return (
      <>
        <h1>Speaker</h1>
        <State answer={answer} missing="The record has no speaker at this address." />
      </>
    );
  }
  return <Speaker detail={detail} page={page} month={month} loading={answer.loading} />;
}

function Speaker({
  detail,
  page,
  month,
  loading,
}: {
  readonly detail: SpeakerDetail;
  readonly page: number;
  /** That alone is shown; null for all the time. */
  readonly month: string | null;
  readonly loading: boolean;
}) {
  const { speaker, attributions, corrections } = detail;
  const hue = huesOf([speaker.key]).get(speaker.key)!;
  // What holds for the speaker stands above once, and not below each statement again.
  const saidAbove = new Set(corrections.map(({ number }) => number));
  return (
    <div className="speaker-page" aria-busy={loading}>
      <header className={`page-head ${hue}`}>
        <p className="kicker">
          <span>
            <KindMark kind={speaker.kind} /> {kindWords[speaker.kind]}
          </span>
        </p>
        <h1 dir="auto">{speaker.name}</h1>
        <p className="count">
          {counted(speaker.attributions, 'statement')} in {counted(speaker.articles, 'article')}
        </p>
        {corrections.length > 0 && (
          <ul className="speaker-corrections plain" aria-label="Corrections of this speaker">
            <CorrectionMarks corrections={corrections} />
          </ul>
        )}
        <SpeakerFacts detail={detail} />
      </header>
      <SpeakerShifts speaker={speaker.key} />
      <section aria-labelledby="statements-title">
        <h2 id="statements-title">{month === null ? 'Statements' : `Statements of ${monthWords(month)}`}</h2>
        <Months months={detail.months} chosen={month} speaker={speaker.key} hue={hue} />
        <SearchOwn speaker={speaker.key} />
        <ol className="statements plain">
          {attributions.items.map((attribution) => (
            <li key={attribution.key}>
              <Statement
                attribution={{
                  ...attribution,
                  corrections: attribution.corrections.filter(({ number }) => !saidAbove.has(number)),
                }}
                hue={hue}
                withSpeaker={false}
              />
            </li>
          ))}
        </ol>
        <Pager
          page={page}
          total={attributions.total}
          what="statements"
          addressOf={(to) => addressOf(speakerAddress(speaker.key), { month, page: to })}
        />
      </section>
    </div>
  );
}

/** Leads to a search among this speaker's statements alone. */
function SearchOwn({ speaker }: { readonly speaker: string }) {
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const q = new FormData(event.currentTarget).get('q');
    go(addressOf('/search', { q: String(q ?? ''), speaker }));
  };
  return (
    <search className="filter">
      <form action="/search" onSubmit={submit}>
        <input type="hidden" name="speaker" value={speaker} />
        <label>
          Search these statements{' '}
          <input type="search" name="q" required maxLength={1000} dir="auto" autoComplete="off" />
        </label>
      </form>
    </search>
  );
}
