import { type AnchorHTMLAttributes, type MouseEvent, useMemo, useSyncExternalStore } from 'react';

/** Where the reader is: the page, what it is asked for, and the place in it. */
export interface Place {
  /** Without a slash at the end, "/" itself excepted. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Without "#"; empty when there is none. */
  readonly hash: string;
}

const listeners = new Set<() => void>();
let way: 'stepped' | 'replaced' | 'returned' = 'returned';

/** How the reader came to the place: by a step, by an address put in place of another, or back (or forth) in time. */
export function wayHere(): 'stepped' | 'replaced' | 'returned' {
  return way;
}

function returned(): void {
  way = 'returned';
  tellAll();
}

function tellAll(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    window.addEventListener('popstate', returned);
    window.addEventListener('hashchange', tellAll);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.removeEventListener('popstate', returned);
    window.removeEventListener('hashchange', tellAll);
  };
}

/** The place the address names, kept up to date. */
export function usePlace(): Place {
  const address = useSyncExternalStore(subscribe, () => window.location.href);
  return useMemo(() => {
    const url = new URL(address);
    const path = url.pathname.replace(/\/+$/, '') || '/';
    return { path, query: url.searchParams, hash: url.hash.slice(1) };
  }, [address]);
}

/**
 * Goes to an address of these pages.
 * @param replace Instead of adding a step to the reader's way back.
 */
export function go(to: string, replace = false): void {
  if (new URL(to, window.location.href).href === window.location.href) return;
  way = replace ? 'replaced' : 'stepped';
  if (replace) window.history.replaceState(null, '', to);
  else window.history.pushState(null, '', to);
  tellAll();
}

interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly to: string;
  readonly replace?: boolean;
}

/** A link within these pages: followed without loading them anew, unless the reader asks for a new tab. */
export function Link({ to, replace = false, onClick, ...rest }: LinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
    if (event.defaultPrevented || elsewhere) return;
    event.preventDefault();
    go(to, replace);
  };
  return <a {...rest} href={to} onClick={follow} />;
}

/** An address with its query: values that are empty are left out. */
export function addressOf(path: string, query: Record<string, string | number | null | undefined>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') params.set(name, String(value));
  }
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}
