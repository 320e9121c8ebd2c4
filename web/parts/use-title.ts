import { useEffect } from 'react';

/** Names the page in the browser's window and history. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} – Onrecord` : 'Onrecord – the public record of who said what';
  }, [title]);
}
