import { useEffect, useState } from 'react';
import type { SpeakerPage } from '../../src/server/schemas.ts';
import { api } from '../api.ts';
import { huesOf } from '../hues.ts';
import { KindMark } from '../parts/kind-mark.tsx';
import { Pager, pageOf } from '../parts/pager.tsx';
import { Empty, State } from '../parts/states.tsx';
import { useDelayed } from '../parts/use-delayed.ts';
import { useTitle } from '../parts/use-title.ts';
import { addressOf, go, Link, type Place } from '../router.tsx';
import { useAnswer } from '../use-answer.ts';
import { counted, kindWords, speakerAddress } from '../words.ts';

/** Everybody who is quoted, most quoted first, filtered by name as it is typed. */
export function SpeakersPage({ query }: Place) {
  const name = query.get('name') ?? '';
  const page = pageOf(query);
  const answer = useAnswer(api.speakers(page, name));
  useTitle('Speakers');
  return (
    <div className="speakers-page" aria-busy={answer.loading}>
      <h1>Speakers</h1>
      <NameFilter name={name} />
      {answer.problem || !answer.data ? (
        <State answer={answer} />
      ) : (
        <List found={answer.data} name={name} page={page} />
      )}
    </div>
  );
}

function NameFilter({ name }: { readonly name: string }) {
  const [typed, setTyped] = useState(name);
  const settled = useDelayed(typed, 150);
  // The address follows the field, and the field an address that changed by other means (a step back).
  useEffect(() => setTyped(name), [name]);
  useEffect(() => {
    if (settled === typed && settled !== name) go(addressOf('/speakers', { name: settled }), true);
  }, [settled, typed, name]);
  return (
    <search className="filter">
      <label>
        Name{' '}
        <input
          type="search"
          value={typed}
          maxLength={200}
          dir="auto"
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
    </search>
  );
}

function List({ found, name, page }: { readonly found: SpeakerPage; readonly name: string; readonly page: number }) {
  if (found.total === 0) {
    return (
      <Empty>
        <p>
          {name.trim() ? (
            <>
              No speaker's name holds <q>{name}</q>.
            </>
          ) : (
            'Nobody is quoted in the record yet.'
          )}
        </p>
      </Empty>
    );
  }
  const hues = huesOf(found.items.map(({ key }) => key));
  return (
    <>
      <p className="count" role="status">
        {counted(found.total, 'speaker')}
      </p>
      <ul className="speaker-list plain">
        {found.items.map((speaker) => (
          <li key={speaker.key} className={hues.get(speaker.key)}>
            <KindMark kind={speaker.kind} />
            <Link to={speakerAddress(speaker.key)} className="speaker-name">
              <bdi>{speaker.name}</bdi>
            </Link>
            <span className="speaker-about">{kindWords[speaker.kind]}</span>
            <span className="speaker-figures">
              {counted(speaker.attributions, 'statement')} in {counted(speaker.articles, 'article')}
            </span>
          </li>
        ))}
      </ul>
      <Pager
        page={page}
        total={found.total}
        what="speakers"
        addressOf={(to) => addressOf('/speakers', { name, page: to })}
      />
    </>
  );
}
