import { useId, useState } from 'react';
import type { SearchFacets } from '../../src/server/search-schemas.ts';
import { KindMark } from '../parts/kind-mark.tsx';
import { go } from '../router.tsx';
import { figure, kindWords, modeWords, typeWords } from '../words.ts';
import { type Asked, chosenCount, type Many, searchAddress, toggled } from './asked.ts';
import { type Choice, Choices } from './choices.tsx';
import { Histogram } from './histogram.tsx';
import { SpeakerField } from './speaker-field.tsx';

interface FacetsProps {
  readonly facets: SearchFacets;
  readonly asked: Asked;
  readonly page: number;
}

/** What narrows a search, beside the results; on a narrow screen behind a button. */
export function Facets({ facets, asked, page }: FacetsProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const chosen = chosenCount(asked);
  // From a later page a step would take the focus away with it: the page of before is not to be gone back to.
  const ask = (next: Asked) => go(searchAddress(next), page > 1);
  const many = (name: Many, label: string, choices: readonly Choice[]) => (
    <Choices
      name={label}
      choices={choices}
      chosen={asked.chosen[name]}
      choose={(value) => ask(toggled(asked, name, value))}
    />
  );
  const words = <T extends string>(
    values: readonly { readonly value: T; readonly count: number }[],
    labelOf: (value: T) => string,
  ): Choice[] => values.map(({ value, count }) => ({ value, count, label: labelOf(value) }));
  const asIs = (values: SearchFacets['outlets']): Choice[] =>
    values.map(({ value, count }) => ({ value, count, label: <bdi>{value}</bdi> }));
  return (
    <aside className="facet-column" aria-label="Narrow the search">
      <button
        type="button"
        className="drawer-button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        Narrow the search{chosen > 0 && ` (${figure(chosen)} chosen)`}
      </button>
      <div id={id} className={open ? 'facet-drawer open' : 'facet-drawer'}>
        <Choices
          name="Speaker"
          choices={facets.speakers.map(({ key, name, kind, count }) => ({
            value: key,
            count,
            label: (
              <>
                <KindMark kind={kind} /> <bdi>{name}</bdi>
              </>
            ),
          }))}
          chosen={asked.chosen.speaker}
          choose={(key) => ask(toggled(asked, 'speaker', key))}
        >
          <SpeakerField
            choose={(key) => {
              if (!asked.chosen.speaker.includes(key)) ask(toggled(asked, 'speaker', key));
            }}
          />
        </Choices>
        {many(
          'kind',
          'Kind of speaker',
          words(facets.kinds, (kind) => kindWords[kind]),
        )}
        <Dates facets={facets} asked={asked} ask={ask} />
        {many('outlet', 'Outlet', asIs(facets.outlets))}
        {many(
          'type',
          'Given',
          words(facets.types, (type) => typeWords[type].label),
        )}
        {many(
          'mode',
          'Act',
          words(facets.modes, (mode) => modeWords[mode].label),
        )}
        {many('medium', 'Said in or on', asIs(facets.media))}
        <Choices
          name="Words"
          choices={
            facets.altered > 0 || asked.altered
              ? [{ value: 'altered', label: 'changed by somebody who reports them', count: facets.altered }]
              : []
          }
          chosen={asked.altered ? ['altered'] : []}
          choose={() => ask({ ...asked, altered: !asked.altered })}
        />
      </div>
    </aside>
  );
}

interface DatesProps {
  readonly facets: SearchFacets;
  readonly asked: Asked;
  ask(next: Asked): void;
}

/** When the articles were published: bars to press, and two days to write. */
function Dates({ facets, asked, ask }: DatesProps) {
  const choose = (from: string | null, to: string | null) => ask({ ...asked, from, to });
  return (
    <fieldset className="facet-group">
      <legend>Published</legend>
      <Histogram months={facets.months} from={asked.from} to={asked.to} choose={choose} />
      <div className="dates">
        <Day label="From" value={asked.from} choose={(from) => choose(from, asked.to)} most={asked.to} />
        <Day label="To" value={asked.to} choose={(to) => choose(asked.from, to)} least={asked.from} />
      </div>
      {facets.undated > 0 && <p className="facet-note">{figure(facets.undated)} without a date</p>}
    </fieldset>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string | null;
  choose(day: string | null): void;
  readonly least?: string | null;
  readonly most?: string | null;
}

/** A field for a day: taken by Enter, or once it is whole and the field is left, since a year is typed digit by digit. */
function Day({ label, value, choose, least, most }: DayProps) {
  const take = ({ validity, value: day }: HTMLInputElement) => {
    if (validity.valid && day !== (value ?? '')) choose(day || null);
  };
  return (
    <label>
      {label}
      <input
        key={value}
        type="date"
        defaultValue={value ?? ''}
        min={least ?? undefined}
        max={most ?? undefined}
        onBlur={({ target }) => take(target)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take(event.currentTarget);
        }}
      />
    </label>
  );
}
