import { type KeyboardEvent, useId, useState } from 'react';
import type { RecordedSpeaker } from '../../src/server/schemas.ts';
import { api } from '../api.ts';
import { KindMark } from '../parts/kind-mark.tsx';
import { useDelayed } from '../parts/use-delayed.ts';
import { useAnswer } from '../use-answer.ts';
import { counted, kindWords } from '../words.ts';

/** How many names are offered. */
const OFFERED = 8;

interface SpeakerFieldProps {
  choose(key: string): void;
  readonly placeholder?: string;
}

/** Chooses any speaker by name: offers those whose names hold what is typed (ARIA combobox pattern). */
export function SpeakerField({ choose, placeholder = 'another speaker' }: SpeakerFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(-1);
  const asked = useDelayed(typed.trim(), 150);
  const { data } = useAnswer(asked ? api.speakers(1, asked, OFFERED) : null);
  const offered: readonly RecordedSpeaker[] = (typed.trim() && data?.items) || [];

  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setTyped('');
    else if (event.key === 'ArrowDown') setActive((at) => Math.min(at + 1, offered.length - 1));
    else if (event.key === 'ArrowUp') setActive((at) => Math.max(at - 1, -1));
    else if (event.key === 'Enter') {
      const picked = offered[active] ?? offered[0];
      if (typed.trim()) event.preventDefault();
      if (picked) choose(picked.key);
      return;
    } else return;
    event.preventDefault();
  };

  return (
    <div className="combobox">
      <input
        id={id}
        type="text"
        role="combobox"
        aria-label="Another speaker"
        aria-expanded={offered.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        autoComplete="off"
        placeholder={placeholder}
        value={typed}
        maxLength={200}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(-1);
        }}
        onKeyDown={press}
        onBlur={() => setTyped('')}
      />
      <div id={`${id}-list`} role="listbox" aria-label="Speakers" className="offered" hidden={offered.length === 0}>
        {offered.map((speaker, i) => (
          // Keys are handled by the field, which keeps the focus; pressed rather than clicked, as a click blurs it first.
          <div
            key={speaker.key}
            id={`${id}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === active}
            onMouseDown={() => choose(speaker.key)}
          >
            <KindMark kind={speaker.kind} /> <bdi>{speaker.name}</bdi>{' '}
            <small>
              {kindWords[speaker.kind]}, {counted(speaker.attributions, 'statement')}
            </small>
          </div>
        ))}
      </div>
    </div>
  );
}
