import type { ReactNode } from 'react';
import type { SearchFacets } from '../../src/server/search-schemas.ts';
import { api } from '../api.ts';
import { go } from '../router.tsx';
import { useAnswer } from '../use-answer.ts';
import { daysWords, dayWords, kindWords, modeWords, typeWords } from '../words.ts';
import { type Asked, chosenCount, MANY, type Many, searchAddress, toggled, widened } from './asked.ts';

interface ChosenProps {
  readonly asked: Asked;
  readonly facets: SearchFacets | null;
}

/** What the search is narrowed to, each to be taken away again by a press. */
export function Chosen({ asked, facets }: ChosenProps) {
  if (chosenCount(asked) === 0) return null;
  const ask = (next: Asked) => go(searchAddress(next));
  return (
    <ul className="chosen-list plain" aria-label="Narrowed to">
      {MANY.flatMap((name) =>
        asked.chosen[name].map((value) => (
          <Chip key={`${name} ${value}`} remove={() => ask(toggled(asked, name, value))}>
            {name === 'speaker' ? <SpeakerName speaker={value} facets={facets} /> : <bdi>{wordsOf(name, value)}</bdi>}
          </Chip>
        )),
      )}
      {(asked.from !== null || asked.to !== null) && (
        <Chip remove={() => ask({ ...asked, from: null, to: null })}>{datesWords(asked)}</Chip>
      )}
      {asked.altered && <Chip remove={() => ask({ ...asked, altered: false })}>words changed</Chip>}
      <li>
        <button type="button" className="quiet-button" onClick={() => ask(widened(asked))}>
          Clear all
        </button>
      </li>
    </ul>
  );
}

function Chip({ remove, children }: { remove(): void; readonly children: ReactNode }) {
  return (
    <li>
      <button type="button" className="chosen" onClick={remove}>
        <span className="visually-hidden">Not only </span>
        {children} <span aria-hidden="true">×</span>
      </button>
    </li>
  );
}

/** A speaker that the facets do not name may have been merged into another, or be none of the record. */
function SpeakerName({ speaker, facets }: { readonly speaker: string; readonly facets: SearchFacets | null }) {
  const known = facets?.speakers.find(({ key }) => key === speaker)?.name;
  const asked = useAnswer(known === undefined && facets !== null ? api.speaker(speaker, 1, 1) : null);
  const name = known ?? (asked.problem?.missing ? 'a speaker not in the record' : (asked.data?.speaker.name ?? '…'));
  return <bdi>{name}</bdi>;
}

/** The address may hold any value, also one that is none. */
function wordsOf(name: Many, value: string): string {
  const words: Partial<Record<Many, Readonly<Record<string, string | { readonly label: string }>>>> = {
    kind: kindWords,
    type: typeWords,
    mode: modeWords,
  };
  const known = words[name];
  const found = known && Object.hasOwn(known, value) ? known[value]! : value;
  return typeof found === 'string' ? found : found.label;
}

function datesWords({ from, to }: Asked): string {
  if (from !== null && to !== null) return daysWords(from, to);
  return from !== null ? `from ${dayWords(from)}` : `until ${dayWords(to!)}`;
}
