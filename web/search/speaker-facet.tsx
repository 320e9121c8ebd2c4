import { type KeyboardEvent, useId, useState } from 'react';
import type { RecordedSpeaker } from '../../src/server/schemas.ts';
import { api } from '../api.ts';
import { KindMark } from '../parts/kind-mark.tsx';
import { useDelayed } from '../parts/use-delayed.ts';
import { useAnswer } from '../use-answer.ts';
import { counted, kindWords } from '../words.ts';

/** How many names are offered. */
const OFFERED = 8;

interface SpeakerFacetProps {
  readonly chosen: string | null;
  choose(key: string | null): void;
}

/** Narrows a search to one speaker: a field that offers the names that hold what is typed (ARIA combobox pattern). */
export function SpeakerFacet({ chosen, choose }: SpeakerFacetProps) {
  const about = useAnswer(chosen === null ? null : api.speaker(chosen, 1, 1));
  if (chosen === null) return <SpeakerField choose={choose} />;
  const name = about.problem?.missing ? 'a speaker not in the record' : (about.data?.speaker.name ?? '…');
  return (
    <div className="facet">
      <span className="facet-label">Speaker</span>
      <button
        type="button"
        className="chosen"
        onClick={() => choose(null)}
        aria-label={`Any speaker, not only ${name}`}
      >
        <bdi>{name}</bdi> <span aria-hidden="true">×</span>
      </button>
    </div>
  );
}

function SpeakerField({ choose }: { choose(key: string): void }) {
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
    <div className="facet combobox">
      <label htmlFor={id} className="facet-label">
        Speaker
      </label>
      <input
        id={id}
        type="text"
        role="combobox"
        aria-expanded={offered.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        autoComplete="off"
        placeholder="any"
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
