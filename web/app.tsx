import { type SubmitEvent, useCallback, useEffect, useRef, useState } from 'react';
import { ArticlePage } from './article/article-page.tsx';
import { CapturePage } from './capture/capture-page.tsx';
import { token } from './capture/send-page.ts';
import { HomePage } from './pages/home-page.tsx';
import { RefusalsPage } from './pages/refusals-page.tsx';
import { SearchPage } from './pages/search-page.tsx';
import { SourcesPage } from './pages/sources-page.tsx';
import { SpeakerPage } from './pages/speaker-page.tsx';
import { SpeakersPage } from './pages/speakers-page.tsx';
import { KeysDialog, useKeys } from './parts/keys.tsx';
import { useTitle } from './parts/use-title.ts';
import { addressOf, go, Link, type Place, usePlace, wayHere } from './router.tsx';

/** The pages, one at a time, under one header. */
export function App() {
  const place = usePlace();
  const main = useRef<HTMLElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const [keysOpen, setKeysOpen] = useState(false);
  const closeKeys = useCallback(() => setKeysOpen(false), []);

  useKeys(
    useCallback((key, event) => {
      if (key === '/') {
        event.preventDefault();
        search.current?.focus();
        search.current?.select();
      } else if (key === '?') setKeysOpen(true);
    }, []),
  );
  useArrival(place, main);

  return (
    <>
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        Skip to the content
      </button>
      <header className="site">
        <Link to="/" className="wordmark">
          Onrecord
        </Link>
        <SearchField place={place} field={search} />
        <nav aria-label="Main">
          <NavLink to="/" path={place.path}>
            Record
          </NavLink>
          <NavLink to="/speakers" path={place.path}>
            Speakers
          </NavLink>
          <NavLink to="/sources" path={place.path}>
            Sources
          </NavLink>
          <NavLink to="/refusals" path={place.path}>
            Not captured
          </NavLink>
          {token() !== null && (
            <NavLink to="/capture" path={place.path}>
              Add a page
            </NavLink>
          )}
          <button type="button" className="keys-button" onClick={() => setKeysOpen(true)} aria-label="Keys">
            ?
          </button>
        </nav>
      </header>
      <main ref={main} tabIndex={-1}>
        <PageAt {...place} />
      </main>
      <footer className="site-foot">
        <p>Onrecord says what was reported, never what is true.</p>
        <p>
          <a className="plain-link" href="/api/openapi.json">
            API
          </a>
        </p>
      </footer>
      <KeysDialog open={keysOpen} onClose={closeKeys} />
    </>
  );
}

/** After a step to another page the reader is at its top, and so is the focus; a step back keeps its own place. */
function useArrival({ path, query }: Place, main: { readonly current: HTMLElement | null }): void {
  const here = `${path} ${query.get('page') ?? ''}`;
  const before = useRef(here);
  useEffect(() => {
    if (before.current === here) return;
    before.current = here;
    if (wayHere() !== 'stepped') return;
    main.current?.focus({ preventScroll: true });
    if (!window.location.hash) window.scrollTo(0, 0);
  }, [here, main]);
}

function NavLink({ to, path, children }: { readonly to: string; readonly path: string; readonly children: string }) {
  return (
    <Link className="nav-link quiet-link" to={to} aria-current={path === to ? 'page' : undefined}>
      {children}
    </Link>
  );
}

interface SearchFieldProps {
  readonly place: Place;
  readonly field: { current: HTMLInputElement | null };
}

function SearchField({ place, field }: SearchFieldProps) {
  const asked = place.path === '/search' ? (place.query.get('q') ?? '') : '';
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const facets =
      place.path === '/search' ? { speaker: place.query.get('speaker'), outlet: place.query.get('outlet') } : {};
    go(addressOf('/search', { q: field.current?.value ?? '', ...facets }));
  };
  return (
    <search>
      <form action="/search" onSubmit={submit}>
        {/* A new field for a new address, so that it shows what the address asks for. */}
        <input
          key={asked}
          ref={field}
          type="search"
          name="q"
          defaultValue={asked}
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

function PageAt(place: Place) {
  const parts = place.path.split('/').slice(1).map(decoded);
  const [room, key] = parts;
  if (place.path === '/') return <HomePage {...place} />;
  if (place.path === '/speakers') return <SpeakersPage {...place} />;
  if (place.path === '/sources') return <SourcesPage {...place} />;
  if (place.path === '/search') return <SearchPage {...place} />;
  if (place.path === '/refusals') return <RefusalsPage {...place} />;
  if (place.path === '/capture') return <CapturePage />;
  if (parts.length === 2 && room === 'articles' && key) return <ArticlePage key={key} articleKey={key} {...place} />;
  if (parts.length === 2 && room === 'speakers' && key) return <SpeakerPage key={key} speakerKey={key} {...place} />;
  return <NotFound />;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function NotFound() {
  useTitle('Not found');
  return (
    <>
      <h1>Not found</h1>
      <p>
        There is no page at this address. <Link to="/">The record</Link>
      </p>
    </>
  );
}
