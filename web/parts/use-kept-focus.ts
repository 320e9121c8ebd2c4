import { type RefObject, useEffect } from 'react';

/** What the focus can rest on. */
const REACHABLE = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
/** What letters are typed into: a reader who did not choose it would type a key of the page into it. */
const FIELDS = 'input:not([type=checkbox], [type=radio]), select, textarea';

/** What had the focus: where among all that is reachable, and as what it is known. */
interface Held {
  readonly element: Element;
  readonly at: number;
  readonly signature: string;
  readonly path: string;
}

/**
 * Keeps the focus where what had it is taken away, as a chip that is pressed, or drawn anew: it goes to what is the same there
 * now, else to what took its place. Without this a reader by keys would begin at the top again after each such press.
 */
export function useKeptFocus(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const main = root.current!;
    let held: Held | null = null;
    const hold = ({ target }: FocusEvent) => {
      const element = target as Element;
      const at = reachableIn(main).indexOf(element as HTMLElement);
      held = { element, at, signature: signatureOf(element), path: window.location.pathname };
    };
    const watcher = new MutationObserver(() => {
      if (held === null || held.element.isConnected) return;
      const lost = held;
      held = null;
      if (document.activeElement !== document.body || lost.path !== window.location.pathname || lost.at < 0) return;
      const next = successorOf(lost, reachableIn(main)) ?? main;
      next.focus({ preventScroll: true });
      if (next !== main) next.scrollIntoView({ block: 'nearest' });
    });
    main.addEventListener('focusin', hold);
    watcher.observe(main, { childList: true, subtree: true });
    return () => {
      main.removeEventListener('focusin', hold);
      watcher.disconnect();
    };
  }, [root]);
}

const reachableIn = (root: HTMLElement): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>(REACHABLE)].filter((element) => element.checkVisibility());

/** Two elements of one signature are the same to a reader. */
function signatureOf(element: Element): string {
  const name = element.getAttribute('name') ?? element.getAttribute('aria-label') ?? element.textContent;
  return `${element.localName} ${name}`;
}

function successorOf({ at, signature }: Held, reachable: readonly HTMLElement[]): HTMLElement | undefined {
  const away = (element: HTMLElement) => Math.abs(reachable.indexOf(element) - at);
  const same = reachable.filter((element) => signatureOf(element) === signature);
  if (same.length > 0) return same.reduce((best, one) => (away(one) < away(best) ? one : best));
  const others = reachable.filter((element) => !element.matches(FIELDS));
  return others.find((element) => reachable.indexOf(element) >= at) ?? others.at(-1);
}
