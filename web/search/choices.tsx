import type { ReactNode } from 'react';
import { counted, figure } from '../words.ts';

/** One value of a facet. */
export interface Choice {
  readonly value: string;
  readonly label: ReactNode;
  readonly count: number;
}

/** So many values are shown before the rest is folded. */
const SHOWN = 6;

interface ChoicesProps {
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  choose(value: string): void;
  readonly children?: ReactNode;
}

/** The values of a facet with how many of what was found have each; several may be chosen. Nothing where there are none. */
export function Choices({ name, choices, chosen, choose, children }: ChoicesProps) {
  if (choices.length === 0 && !children) return null;
  // What is chosen is never folded away.
  const isShown = ({ value }: Choice, at: number) => at < SHOWN || chosen.includes(value);
  const shown = choices.filter(isShown);
  const folded = choices.filter((choice, at) => !isShown(choice, at));
  const list = (some: readonly Choice[]) => (
    <ul className="choices plain">
      {some.map(({ value, label, count }) => (
        <li key={value}>
          <label>
            <input type="checkbox" checked={chosen.includes(value)} onChange={() => choose(value)} />
            <span className="choice-label">{label}</span> <span className="figure">{figure(count)}</span>
          </label>
        </li>
      ))}
    </ul>
  );
  return (
    <fieldset className="facet-group">
      <legend>{name}</legend>
      {list(shown)}
      {folded.length > 0 && (
        <details>
          <summary>{counted(folded.length, 'more', 'more')}</summary>
          {list(folded)}
        </details>
      )}
      {children}
    </fieldset>
  );
}
