import { useEffect, useRef } from 'react';

const keys: readonly (readonly [string, string])[] = [
  ['/', 'search'],
  ['j', 'next statement, report, quotation or find'],
  ['k', 'the one before'],
  ['c', 'copy a citation, or the right words'],
  ['Esc', 'choose no statement'],
  ['?', 'this list'],
];

/** Calls `press` for keys typed outside fields and without a modifier; nothing while a dialog is open. */
export function useKeys(press: (key: string, event: KeyboardEvent) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const target = event.target as HTMLElement;
      if (target.closest('input, textarea, select, [contenteditable]') || document.querySelector('dialog[open]'))
        return;
      press(event.key, event);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [press]);
}

/** What is pressed, and what it does. */
export function KeyList({ keys }: { readonly keys: readonly (readonly [string, string])[] }) {
  return (
    <dl>
      {keys.map(([key, meaning]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The list of keys, open or not. */
export function KeysDialog({
  open,
  onClose,
  also,
}: {
  readonly open: boolean;
  onClose(): void;
  /** What is pressed on this page alone, and what it does. */
  readonly also: readonly (readonly [string, string])[];
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} className="keys" aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">Keys</h2>
      <KeyList keys={[...keys, ...also]} />
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}
