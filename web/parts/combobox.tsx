import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useFocusFirst } from './use-focus-first.ts';

export interface Offered<T> {
  readonly key: string;
  readonly value: T;
  readonly words: ReactNode;
}

interface ComboboxProps<T> {
  readonly label: string;
  readonly placeholder: string;
  /** What is offered for what was typed. */
  readonly offered: readonly Offered<T>[];
  readonly typed: string;
  type(text: string): void;
  choose(value: T): void;
  /** Leaves it without a choice. */
  leave(): void;
}

/**
 * A field that offers what fits what is typed (ARIA combobox pattern, list autocomplete): it has the focus from its
 * beginning, arrows go through what is offered, Enter takes what is marked, Escape leaves. Then what led to it has the focus again.
 */
export function Combobox<T>({ label, placeholder, offered, typed, type, choose, leave }: ComboboxProps<T>) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [marked, setMarked] = useState(0);
  const at = Math.min(marked, offered.length - 1);
  useFocusFirst(field);
  useEffect(() => {
    if (at >= 0) document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, at]);

  const press = (event: KeyboardEvent) => {
    const last = offered.length - 1;
    if (event.key === 'Escape') leave();
    else if (event.key === 'ArrowDown') setMarked(at >= last ? 0 : at + 1);
    else if (event.key === 'ArrowUp') setMarked(at <= 0 ? last : at - 1);
    else if (event.key === 'Enter') {
      const taken = offered[at];
      if (taken) choose(taken.value);
    } else return;
    event.preventDefault();
  };
  return (
    <div className="choice">
      <label htmlFor={id}>{label}</label>
      <div className="combobox">
        <input
          id={id}
          ref={field}
          type="text"
          role="combobox"
          aria-expanded={offered.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
          autoComplete="off"
          placeholder={placeholder}
          value={typed}
          maxLength={200}
          dir="auto"
          onChange={(event) => {
            type(event.target.value);
            setMarked(0);
          }}
          onKeyDown={press}
        />
        <div id={`${id}-list`} role="listbox" aria-label={label} className="offered" hidden={offered.length === 0}>
          {offered.map(({ key, value, words }, i) => (
            // Keys are handled by the field, which keeps the focus; pressed rather than clicked, as a click blurs it first.
            <div
              key={key}
              id={`${id}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === at}
              onMouseDown={(event) => {
                event.preventDefault();
                choose(value);
              }}
            >
              {words}
            </div>
          ))}
        </div>
      </div>
      <button type="button" onClick={leave}>
        Leave <kbd>Esc</kbd>
      </button>
    </div>
  );
}
