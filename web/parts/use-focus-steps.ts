import { useCallback } from 'react';
import { useKeys } from './keys.tsx';

/** What j and k go through: whatever carries `data-step`, in the order of the page. */
const STEPS = '[data-step]';

/** The one that the focus is on, or in; null when it is elsewhere. */
export function focusedStep(root: HTMLElement | null): HTMLElement | null {
  const step = document.activeElement?.closest<HTMLElement>(STEPS) ?? null;
  return step !== null && root?.contains(step) ? step : null;
}

/** j and k move the focus through the parts of a list, from the first one in the window where it is elsewhere. */
export function useFocusSteps(root: { readonly current: HTMLElement | null }): void {
  useKeys(
    useCallback(
      (key) => {
        if ((key !== 'j' && key !== 'k') || !root.current) return;
        const steps = [...root.current.querySelectorAll<HTMLElement>(STEPS)];
        const at = steps.indexOf(focusedStep(root.current)!);
        const next = at < 0 ? firstInWindow(steps) : at + (key === 'j' ? 1 : -1);
        const step = steps[Math.min(Math.max(next, 0), steps.length - 1)];
        step?.focus({ preventScroll: true });
        step?.scrollIntoView({ block: 'nearest' });
      },
      [root],
    ),
  );
}

function firstInWindow(steps: readonly HTMLElement[]): number {
  return steps.findIndex((step) => step.getBoundingClientRect().bottom > 0);
}
