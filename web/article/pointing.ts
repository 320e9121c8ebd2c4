import { type RefObject, useEffect, useState } from 'react';
import { go } from '../router.tsx';

/** The attributions that an element belongs to, the nearest first (see `ArticleText`). */
function indicesAt(target: EventTarget | null): number[] {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-at]') : null;
  return element ? element.dataset.at!.split(' ').map(Number) : [];
}

export interface Pointed {
  readonly at: number;
  /** Whether the pointer is in the text (the list then follows) or in the list. */
  readonly inText: boolean;
}

interface Pointing {
  readonly root: RefObject<HTMLElement | null>;
  readonly chosen: number | null;
  /** The fragment of an attribution's address. */
  fragmentOf(at: number): string;
}

/**
 * What the reader points at, with the mouse or the focus; and a click on any of its words chooses a statement. Where
 * several hold the same words, the innermost is chosen first and each further click goes one out.
 */
export function usePointing({ root, chosen, fragmentOf }: Pointing): Pointed | null {
  const [pointed, setPointed] = useState<(Pointed & { readonly chosen: number | null }) | null>(null);

  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const point = ({ target }: Event) => {
      const [at] = indicesAt(target);
      const inText = (target as Element).closest('.article-text') !== null;
      setPointed((before) => {
        if (at === undefined) return null;
        const same = before?.at === at && before.inText === inText && before.chosen === chosen;
        return same ? before : { at, inText, chosen };
      });
    };
    let rest = '';
    const move = (event: MouseEvent) => {
      // Browsers report a move as well when the page scrolls under a mouse at rest.
      const place = `${event.screenX} ${event.screenY}`;
      if (place !== rest) point(event);
      rest = place;
    };
    const leave = () => setPointed(null);
    const choose = (event: MouseEvent) => {
      const target = event.target as Element;
      // A link does what it says, and a reader who marks words wants the words.
      if (target.closest('a, button, summary') || !window.getSelection()?.isCollapsed) return;
      const indices = indicesAt(target);
      if (indices.length === 0) return;
      const next = indices[(chosen === null ? -1 : indices.indexOf(chosen)) + 1] ?? indices[0]!;
      go(fragmentOf(next), true);
    };
    element.addEventListener('mousemove', move);
    element.addEventListener('mouseleave', leave);
    element.addEventListener('focusin', point);
    element.addEventListener('focusout', leave);
    element.addEventListener('click', choose);
    return () => {
      element.removeEventListener('mousemove', move);
      element.removeEventListener('mouseleave', leave);
      element.removeEventListener('focusin', point);
      element.removeEventListener('focusout', leave);
      element.removeEventListener('click', choose);
    };
  }, [root, chosen, fragmentOf]);

  // What was chosen since, by a key for instance, comes before what the mouse still rests on.
  return pointed?.chosen === chosen ? pointed : null;
}

/** Scrolls a box of its own so far that one of its children is seen; leaves the page where it is. */
export function showWithin(box: HTMLElement, child: HTMLElement): void {
  if (box.scrollHeight <= box.clientHeight) return;
  const { top, bottom: end } = box.getBoundingClientRect();
  const bottom = Math.min(end, window.innerHeight);
  const place = child.getBoundingClientRect();
  const margin = 12;
  if (place.top < top + margin) box.scrollTop += place.top - top - margin;
  else if (place.bottom > bottom - margin) {
    box.scrollTop += Math.min(place.bottom - bottom + margin, place.top - top - margin);
  }
}

/** Whether any of an element is in the window. */
export function isSeen(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}
