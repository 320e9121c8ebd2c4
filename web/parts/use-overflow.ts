import { type RefObject, useEffect, useState } from 'react';

/** Whether an element holds more than it has room for from side to side, kept up to date. */
export function useOverflow(box: RefObject<HTMLElement | null>): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const element = box.current!;
    const measure = () => setOver(element.scrollWidth > element.clientWidth);
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    for (const child of element.children) watcher.observe(child);
    return () => watcher.disconnect();
  }, [box]);
  return over;
}
