import { useMemo } from 'react';
import { readSearch } from '../../src/store/search-words.ts';
import { api } from '../api.ts';
import { huesOf } from '../hues.ts';
import { KindMark } from '../parts/kind-mark.tsx';
import { pageOf } from '../parts/pager.tsx';
import { Empty, State } from '../parts/states.tsx';
import { useTitle } from '../parts/use-title.ts';
import { Link, type Place } from '../router.tsx';
import { askedOf } from '../search/asked.ts';
import { Chosen } from '../search/chosen.tsx';
import { Facets } from '../search/facets.tsx';
import { Results } from '../search/results.tsx';
import { useAnswer } from '../use-answer.ts';
import { figure, speakerAddress } from '../words.ts';

/** Statements that hold the words asked for, as they are typed, and what narrows them. */
export function SearchPage({ query }: Place) {
  const asked = askedOf(query);
  const page = pageOf(query);
  const wanted = asked.q.trim() !== '';
  const found = useAnswer(wanted ? api.search(asked, page) : null);
  const terms = useMemo(() => readSearch(asked.q), [asked.q]);
  useTitle(wanted ? `Search: ${asked.q}` : 'Search');

  return (
    <div className="search-page" aria-busy={found.loading}>
      <h1>{wanted ? <>Search: {<bdi>{asked.q}</bdi>}</> : 'Search'}</h1>
      {!wanted && (
        <Empty>
          <p>
            Type words in the field above: statements that hold all of them are found. Words in quotation marks, as in{' '}
            <q>the northern crossing</q>, are found in just that order.
          </p>
        </Empty>
      )}
      {wanted && <NamedSpeakers q={asked.q} />}
      {wanted && (found.problem || !found.data) && (
        <>
          <Chosen asked={asked} facets={null} />
          <State answer={found} />
        </>
      )}
      {wanted && !found.problem && found.data && (
        <div className="search-columns">
          {found.data.facets && <Facets facets={found.data.facets} asked={asked} page={page} />}
          <Results found={found.data} terms={terms} asked={asked} page={page} />
        </div>
      )}
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
