import { useMemo } from 'react';
import type { AttributionPage } from '../../src/server/schemas.ts';
import { readSearch, type Term } from '../../src/store/search-words.ts';
import { api } from '../api.ts';
import { huesOf, NO_HUE } from '../hues.ts';
import { KindMark } from '../parts/kind-mark.tsx';
import { Pager, pageOf } from '../parts/pager.tsx';
import { Statement } from '../parts/statement.tsx';
import { Empty, State } from '../parts/states.tsx';
import { useTitle } from '../parts/use-title.ts';
import { addressOf, go, Link, type Place } from '../router.tsx';
import { Marked } from '../search/marked.tsx';
import { SpeakerFacet } from '../search/speaker-facet.tsx';
import { useAnswer } from '../use-answer.ts';
import { counted, figure, speakerAddress } from '../words.ts';

/** What the address asks for: everything the page shows follows from it. */
interface Asked {
  readonly q: string;
  readonly speaker: string | null;
  readonly outlet: string | null;
}

/** Statements that hold the words asked for, each one click from the place where it stands. */
export function SearchPage({ query }: Place) {
  const asked: Asked = { q: query.get('q') ?? '', speaker: query.get('speaker'), outlet: query.get('outlet') };
  const page = pageOf(query);
  const wanted = asked.q.trim() !== '';
  const found = useAnswer(wanted ? api.search(asked.q, asked.speaker, asked.outlet, page) : null);
  const terms = useMemo(() => readSearch(asked.q), [asked.q]);
  useTitle(wanted ? `Search: ${asked.q}` : 'Search');

  return (
    <div className="search-page" aria-busy={found.loading}>
      <h1>{wanted ? <>Search: {<bdi>{asked.q}</bdi>}</> : 'Search'}</h1>
      {wanted ? (
        <>
          <Facets asked={asked} />
          <NamedSpeakers q={asked.q} />
          {found.problem || !found.data ? (
            <State answer={found} />
          ) : (
            <Results found={found.data} terms={terms} asked={asked} page={page} />
          )}
        </>
      ) : (
        <Empty>
          <p>
            Type words in the field above: statements that hold all of them are found. Words in quotation marks, as in{' '}
            <q>the northern crossing</q>, are found in just that order.
          </p>
        </Empty>
      )}
    </div>
  );
}

function Facets({ asked }: { readonly asked: Asked }) {
  const outlets = useAnswer(api.outlets());
  const narrow = (change: Partial<Asked>) => go(addressOf('/search', { ...asked, ...change }));
  const named = (outlets.data ?? []).filter(({ outlet }) => outlet !== null);
  return (
    <div className="facets">
      <SpeakerFacet chosen={asked.speaker} choose={(speaker) => narrow({ speaker })} />
      <label className="facet">
        <span className="facet-label">Outlet</span>
        <select value={asked.outlet ?? ''} onChange={(event) => narrow({ outlet: event.target.value || null })}>
          <option value="">any</option>
          {asked.outlet !== null && !named.some(({ outlet }) => outlet === asked.outlet) && (
            <option value={asked.outlet}>{asked.outlet}</option>
          )}
          {named.map(({ outlet, attributions }) => (
            <option key={outlet} value={outlet!}>
              {outlet} ({figure(attributions)})
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** Speakers whose names hold what is searched for, for readers who look for a person rather than for words. */
function NamedSpeakers({ q }: { readonly q: string }) {
  const { data, loading } = useAnswer(api.speakers(1, q, 4));
  if (!data || loading || data.items.length === 0) return null;
  return (
    <p className="named-speakers">
      Speakers of this name:{' '}
      {data.items.map((speaker, i) => (
        <span key={speaker.key}>
          {i > 0 && ', '}
          <span className={huesOf([speaker.key]).get(speaker.key)}>
            <KindMark kind={speaker.kind} />
          </span>{' '}
          <Link to={speakerAddress(speaker.key)} dir="auto">
            {speaker.name}
          </Link>{' '}
          ({figure(speaker.attributions)})
        </span>
      ))}
    </p>
  );
}

interface ResultsProps {
  readonly found: AttributionPage;
  readonly terms: readonly Term[];
  readonly asked: Asked;
  readonly page: number;
}

function Results({ found, terms, asked, page }: ResultsProps) {
  const hues = huesOf(found.items.flatMap(({ speaker }) => (speaker ? [speaker.key] : [])));
  const mark = (text: string) => <Marked text={text} terms={terms} />;
  const narrowed = asked.speaker !== null || asked.outlet !== null;
  return (
    <section aria-labelledby="found">
      <h2 id="found" className="count" aria-live="polite">
        {counted(found.total, 'statement')} found
      </h2>
      {found.total === 0 && (
        <Empty>
          <p>
            No statement{narrowed && ' of this speaker or outlet'} holds all of these words. Try fewer words
            {asked.q.includes('"') && ', or leave out the quotation marks'}
            {narrowed && (
              <>
                {', or '}
                <Link to={addressOf('/search', { q: asked.q })}>search the whole record</Link>
              </>
            )}
            .
          </p>
        </Empty>
      )}
      <ol className="statements plain">
        {found.items.map((attribution) => (
          <li key={attribution.key}>
            <Statement
              attribution={attribution}
              hue={(attribution.speaker && hues.get(attribution.speaker.key)) ?? NO_HUE}
              mark={mark}
              withSpeaker
            />
          </li>
        ))}
      </ol>
      <Pager
        page={page}
        total={found.total}
        what="results"
        addressOf={(to) => addressOf('/search', { ...asked, page: to })}
      />
    </section>
  );
}
