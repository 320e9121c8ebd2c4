import { type DragEvent, type DragEventHandler, useState } from 'react';

/** What a form does so that a file can be dropped on it, and whether one is held over it. */
export interface DroppedFile {
  readonly over: boolean;
  readonly handlers: Readonly<Record<'onDragOver' | 'onDragLeave' | 'onDrop', DragEventHandler<HTMLFormElement>>>;
}

/** Lets a form take a file that is dropped on it; of several the first. What is no file goes where it would. */
export function useDroppedFile(take: (file: File) => void): DroppedFile {
  const [over, setOver] = useState(false);
  const onDragOver = (event: DragEvent<HTMLFormElement>) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const onDrop = (event: DragEvent<HTMLFormElement>) => {
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    take(file);
  };
  return { over, handlers: { onDragOver, onDragLeave: () => setOver(false), onDrop } };
}
