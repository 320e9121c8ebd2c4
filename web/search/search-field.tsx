import { type RefObject, type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useDelayed } from '../parts/use-delayed.ts';
import { addressOf, go, type Place } from '../router.tsx';
import { askedOf, searchAddress } from './asked.ts';

/** So long the typing pauses before it is searched for, in milliseconds. */
const PAUSE = 120;

interface SearchFieldProps {
  readonly place: Place;
  readonly field: RefObject<HTMLInputElement | null>;
}

/** The field in the header. On the page of a search the results follow what is typed, and so does the address. */
export function SearchField({ place, field }: SearchFieldProps) {
  const here = place.path === '/search';
  const asked = askedOf(place.query);
  const shown = here ? asked.q : '';
  const [typed, setTyped] = useState(shown);
  const settled = useDelayed(typed, PAUSE);
  // Only what somebody typed is searched for: on a quick step back the field is still as the page before left it.
  const byHand = useRef(false);
  // The field follows an address that changed by other means: a step back, a link.
  useEffect(() => {
    byHand.current = false;
    setTyped(shown);
  }, [shown]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed changes the address, not the other way round.
  useEffect(() => {
    if (here && byHand.current && settled === typed && settled !== shown)
      go(searchAddress({ ...asked, q: settled }), true);
  }, [settled]);

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!here) return go(addressOf('/search', { q: typed }));
    if (typed !== shown) return go(searchAddress({ ...asked, q: typed }), true);
    document.querySelector<HTMLElement>('.search-page .statement-words a')?.focus();
  };
  return (
    <search>
      <form action="/search" onSubmit={submit}>
        <input
          ref={field}
          type="search"
          name="q"
          value={typed}
          onChange={(event) => {
            byHand.current = true;
            setTyped(event.target.value);
          }}
          maxLength={1000}
          dir="auto"
          autoComplete="off"
          placeholder='Search words or "a phrase"'
          aria-label="Search statements"
          aria-keyshortcuts="/"
        />
        <button type="submit">Search</button>
      </form>
    </search>
  );
}
