import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { ArticlePage } from './article/article-page.tsx';
import { CapturePage } from './capture/capture-page.tsx';
import { token } from './capture/send-page.ts';
import { CorrectionsPage } from './pages/corrections-page.tsx';
import { HomePage } from './pages/home-page.tsx';
import { SearchPage } from './pages/search-page.tsx';
import { SpeakerPage } from './pages/speaker-page.tsx';
import { SpeakersPage } from './pages/speakers-page.tsx';
import { WatchingPage } from './pages/watching-page.tsx';
import { KeysDialog, useKeys } from './parts/keys.tsx';
import { State } from './parts/states.tsx';
import { useKeptFocus } from './parts/use-kept-focus.ts';
import { useTitle } from './parts/use-title.ts';
import { REVIEW_KEYS } from './review/review-keys.tsx';
import { ReviewPage } from './review/review-page.tsx';
import { Link, type Place, usePlace, wayHere } from './router.tsx';
import { SearchField } from './search/search-field.tsx';
import { Navigation } from './site/navigation.tsx';
import { StatementPage } from './statements/statement-page.tsx';
import { StatementsPage } from './statements/statements-page.tsx';

/**
 * Pages that few readers open, or that hold much: each is loaded when it is asked for. Not so /capture, which must be there at
 * once: another page hands itself over to it.
 */
const CheckPage = lazy(async () => ({ default: (await import('./check/check-page.tsx')).CheckPage }));
const IssuePage = lazy(async () => ({ default: (await import('./issues/issue-page.tsx')).IssuePage }));
const IssuesPage = lazy(async () => ({ default: (await import('./issues/issues-page.tsx')).IssuesPage }));
const RefusalsPage = lazy(async () => ({ default: (await import('./pages/refusals-page.tsx')).RefusalsPage }));
const SourcesPage = lazy(async () => ({ default: (await import('./pages/sources-page.tsx')).SourcesPage }));
const StoriesPage = lazy(async () => ({ default: (await import('./stories/stories-page.tsx')).StoriesPage }));
const StoryPage = lazy(async () => ({ default: (await import('./stories/story-page.tsx')).StoryPage }));

/** While a page itself is on its way. */
const LOADING = { data: undefined, problem: undefined, loading: true, retry: () => {} };

/** The pages, one at a time, under one header. */
export function App() {
  const place = usePlace();
  const main = useRef<HTMLElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const [keysOpen, setKeysOpen] = useState(false);
  const showKeys = useCallback(() => setKeysOpen(true), []);
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
  useKeptFocus(main);

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
        <Navigation path={place.path} accepts={token() !== null} showKeys={showKeys} />
      </header>
      <main ref={main} tabIndex={-1}>
        <Suspense fallback={<State answer={LOADING} />}>
          <PageAt {...place} />
        </Suspense>
      </main>
      <footer className="site-foot">
        <p>Onrecord says what was reported, never what is true.</p>
        <p>
          <a className="plain-link" href="/api/openapi.json">
            API
          </a>
        </p>
      </footer>
      <KeysDialog open={keysOpen} onClose={closeKeys} also={place.path === '/review' ? REVIEW_KEYS : []} />
    </>
  );
}

/** After a step to another page the reader is at its top, and so is the focus; a step back keeps its own place. */
function useArrival({ path, query }: Place, main: { readonly current: HTMLElement | null }): void {
  const here = `${path} ${query.get('page') ?? ''} ${query.get('part') ?? ''}`;
  const before = useRef(here);
  useEffect(() => {
    if (before.current === here) return;
    before.current = here;
    if (wayHere() !== 'stepped') return;
    main.current?.focus({ preventScroll: true });
    if (!window.location.hash) window.scrollTo(0, 0);
  }, [here, main]);
}

function PageAt(place: Place) {
  const parts = place.path.split('/').slice(1).map(decoded);
  const [room, key] = parts;
  if (place.path === '/') return <HomePage {...place} />;
  if (place.path === '/stories') return <StoriesPage {...place} />;
  if (place.path === '/statements') return <StatementsPage {...place} />;
  if (place.path === '/speakers') return <SpeakersPage {...place} />;
  if (place.path === '/sources') return <SourcesPage {...place} />;
  if (place.path === '/search') return <SearchPage {...place} />;
  if (place.path === '/refusals') return <RefusalsPage {...place} />;
  if (place.path === '/review') return <ReviewPage {...place} />;
  if (place.path === '/corrections') return <CorrectionsPage {...place} />;
  if (place.path === '/watching') return <WatchingPage />;
  if (place.path === '/capture') return <CapturePage />;
  if (place.path === '/check') return <CheckPage />;
  if (place.path === '/issues') return <IssuesPage {...place} />;
  if (parts.length === 2 && room === 'issues' && key) return <IssuePage key={key} name={key} {...place} />;
  if (parts.length === 2 && room === 'articles' && key) return <ArticlePage key={key} articleKey={key} {...place} />;
  if (parts.length === 2 && room === 'stories' && key) return <StoryPage key={key} storyKey={key} {...place} />;
  if (parts.length === 2 && room === 'speakers' && key) return <SpeakerPage key={key} speakerKey={key} {...place} />;
  if (parts.length === 2 && room === 'statements' && key)
    return <StatementPage key={key} statementKey={key} {...place} />;
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
