import { type RefObject, useLayoutEffect } from 'react';

/** Gives a field the focus when it comes; when it goes with the focus in `within`, what had it before has it again. */
export function useFocusFirst(
  field: RefObject<HTMLElement | null>,
  within: RefObject<HTMLElement | null> = field,
): void {
  useLayoutEffect(() => {
    const [own, around] = [field.current!, within.current!];
    const before = document.activeElement;
    own.focus();
    return () => {
      if (!around.contains(document.activeElement)) return;
      const back = before === document.body ? around.closest('main') : (before as HTMLElement | null);
      back?.focus({ preventScroll: true });
    };
  }, [field, within]);
}
