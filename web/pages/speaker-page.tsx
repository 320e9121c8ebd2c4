import { Fragment, type SubmitEvent } from 'react';
import type { RecordedSpeaker, SpeakerDetail } from '../../src/server/schemas.ts';
import { api } from '../api.ts';
import { huesOf } from '../hues.ts';
import { KindMark } from '../parts/kind-mark.tsx';
import { Pager, pageOf } from '../parts/pager.tsx';
import { Statement } from '../parts/statement.tsx';
import { State } from '../parts/states.tsx';
import { useTitle } from '../parts/use-title.ts';
import { addressOf, go, type Place } from '../router.tsx';
import { useAnswer } from '../use-answer.ts';
import { counted, figure, kindWords, outletWords, speakerAddress, wikidataAddress } from '../words.ts';

/** How many roles and outlets are listed before the rest is folded. */
const LISTED = 8;

/** One speaker: who it is said to be, by whom it is reported, and everything attributed to it. */
export function SpeakerPage({ speakerKey, query }: Place & { readonly speakerKey: string }) {
  const page = pageOf(query);
  const answer = useAnswer(api.speaker(speakerKey, page));
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
  return <Speaker detail={detail} page={page} loading={answer.loading} />;
}

function Speaker({
  detail,
  page,
  loading,
}: {
  readonly detail: SpeakerDetail;
  readonly page: number;
  readonly loading: boolean;
}) {
  const { speaker, roles, outlets, attributions } = detail;
  const hue = huesOf([speaker.key]).get(speaker.key)!;
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
        <dl className="about">
          {roles.length > 0 && (
            <Counted
              term="Called"
              items={roles.map(({ role, attributions }) => ({ name: role, count: attributions }))}
            />
          )}
          <Counted
            term="Reported by"
            items={outlets.map(({ outlet, attributions }) => ({ name: outletWords(outlet), count: attributions }))}
          />
          {speaker.wikidata && <InWikidata item={speaker.wikidata} />}
        </dl>
      </header>
      <section aria-labelledby="statements-title">
        <h2 id="statements-title">Statements</h2>
        <SearchOwn speaker={speaker.key} />
        <ol className="statements plain">
          {attributions.items.map((attribution) => (
            <li key={attribution.key}>
              <Statement attribution={attribution} hue={hue} withSpeaker={false} />
            </li>
          ))}
        </ol>
        <Pager
          page={page}
          total={attributions.total}
          what="statements"
          addressOf={(to) => addressOf(speakerAddress(speaker.key), { page: to })}
        />
      </section>
    </div>
  );
}

/** The item of Wikidata that the speaker is. Its label and description are anybody's words. */
function InWikidata({ item: { id, label, description } }: { readonly item: NonNullable<RecordedSpeaker['wikidata']> }) {
  return (
    <div>
      <dt>Wikidata</dt>
      <dd>
        <a className="plain-link" href={wikidataAddress(id)} rel="noreferrer noopener external" target="_blank">
          {label !== null && <bdi>{label}</bdi>} <small>({id})</small>
        </a>
        {description !== null && (
          <>
            {': '}
            <bdi>{description}</bdi>
          </>
        )}
      </dd>
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

interface CountedProps {
  readonly term: string;
  readonly items: readonly { readonly name: string; readonly count: number }[];
}

function Counted({ term, items }: CountedProps) {
  const list = (some: CountedProps['items']) =>
    some.map(({ name, count }, i) => (
      <Fragment key={name}>
        {i > 0 && ', '}
        <bdi>{name}</bdi> <small>({figure(count)})</small>
      </Fragment>
    ));
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {list(items.slice(0, LISTED))}
        {items.length > LISTED && (
          <details>
            <summary>{counted(items.length - LISTED, 'more', 'more')}</summary>
            {list(items.slice(LISTED))}
          </details>
        )}
      </dd>
    </div>
  );
}
