import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Link } from '../router.tsx';

/** A page that the header leads to. */
interface Entry {
  readonly to: string;
  readonly words: string;
  /** Whether it stands in the header always, where there is room for it, or behind "More" only. */
  readonly stands: 'always' | 'with room' | 'behind';
}

/** The pages, in the order of the header. On a narrow window it holds those that always stand there, three or four of them. */
const ENTRIES: readonly Entry[] = [
  { to: '/', words: 'Record', stands: 'always' },
  { to: '/stories', words: 'Stories', stands: 'always' },
  { to: '/statements', words: 'Statements', stands: 'always' },
  { to: '/issues', words: 'Issues', stands: 'with room' },
  { to: '/speakers', words: 'Speakers', stands: 'with room' },
  { to: '/check', words: 'Check', stands: 'with room' },
  { to: '/sources', words: 'Sources', stands: 'with room' },
  { to: '/review', words: 'Review', stands: 'behind' },
  { to: '/corrections', words: 'Corrections', stands: 'behind' },
  { to: '/watching', words: 'Watching', stands: 'behind' },
  { to: '/refusals', words: 'Not captured', stands: 'behind' },
];
const ADD: Entry = { to: '/capture', words: 'Add a page', stands: 'behind' };

interface NavigationProps {
  readonly path: string;
  /** Whether this server takes pages. */
  readonly accepts: boolean;
  showKeys(): void;
}

/** The way to every page: a few links, and "More" that discloses the others. */
export function Navigation({ path, accepts, showKeys }: NavigationProps) {
  const entries = accepts ? [...ENTRIES, ADD] : ENTRIES;
  const first = entries.filter(({ stands }) => stands !== 'behind');
  return (
    <nav aria-label="Main">
      {first.map((entry) => (
        <NavLink key={entry.to} entry={entry} path={path} />
      ))}
      <More entries={entries.filter(({ stands }) => stands !== 'always')} path={path} />
      <button type="button" className="keys-button" onClick={showKeys} aria-label="Keys">
        ?
      </button>
    </nav>
  );
}

function NavLink({ entry: { to, words, stands }, path }: { readonly entry: Entry; readonly path: string }) {
  const roomy = stands === 'with room' ? ' nav-roomy' : '';
  return (
    <Link className={`nav-link quiet-link${roomy}`} to={to} aria-current={path === to ? 'page' : undefined}>
      {words}
    </Link>
  );
}

/** The other pages behind a button (the disclosure pattern of ARIA): Escape, a choice, or a step elsewhere closes it. */
function More({ entries, path }: { readonly entries: readonly Entry[]; readonly path: string }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const here = entries.find(({ to }) => to === path);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another page closes it.
  useEffect(() => setOpen(false), [path]);
  useEffect(() => {
    if (!open) return;
    const close = (event: PointerEvent) => {
      if (!(event.target as Element).closest('.more')) setOpen(false);
    };
    window.addEventListener('pointerdown', close);
    return () => window.removeEventListener('pointerdown', close);
  }, [open]);
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    event.preventDefault();
    setOpen(false);
    button.current?.focus();
  };
  const leave = (event: FocusEvent) => {
    if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is for what is in it; the button does the rest.
    <div className="more" onKeyDown={press} onBlur={leave}>
      <button
        ref={button}
        type="button"
        className={`nav-link more-button${here ? ` here-${here.stands.replace(' ', '-')}` : ''}`}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        More
      </button>
      <ul id={id} className="more-pages plain" hidden={!open}>
        {entries.map(({ to, words, stands }) => (
          <li key={to} className={stands === 'with room' ? 'nav-folded' : undefined}>
            <Link
              to={to}
              className="quiet-link"
              aria-current={path === to ? 'page' : undefined}
              onClick={() => {
                setOpen(false);
                if (path === to) button.current?.focus();
              }}
            >
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
