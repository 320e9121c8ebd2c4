import { useCallback } from 'react';
import { useKeys } from '../parts/keys.tsx';
import { useCopying } from '../parts/use-copying.ts';
import { focusedStep } from '../parts/use-focus-steps.ts';

/** Copying, also by c: the right words of the quotation that the focus is on, by its first button that copies. */
export function useCopyKey(root: { readonly current: HTMLElement | null }): ReturnType<typeof useCopying> {
  const copying = useCopying();
  useKeys(
    useCallback(
      (key) => {
        if (key === 'c') focusedStep(root.current)?.querySelector<HTMLElement>('button.copy-words')?.click();
      },
      [root],
    ),
  );
  return copying;
}
