import type { Part } from './desk-state.ts';
import type { End, Way } from './word-ends.ts';

const PARTS: readonly (readonly [Part, string])[] = [
  ['content', 'What is said'],
  ['source', 'Source'],
  ['cue', 'Cue'],
];

interface EndsPanelProps {
  readonly part: Part;
  readonly words: string;
  readonly changed: boolean;
  turnTo(part: Part): void;
  move(end: End, way: Way): void;
  save(): void;
  drop(): void;
}

/** Moves where a part begins and ends, word by word; the passage above shows it as it would stand. */
export function EndsPanel({ part, words, changed, turnTo, move, save, drop }: EndsPanelProps) {
  const button = (end: End, way: Way, key: string, name: string) => (
    <button type="button" onClick={() => move(end, way)} aria-label={name}>
      {way === 'back' ? '←' : '→'}{' '}
      <span className="key" aria-hidden="true">
        {key}
      </span>
    </button>
  );
  return (
    <fieldset className="ends">
      <legend>Where it begins and ends</legend>
      <div className="ends-parts">
        {PARTS.map(([each, name]) => (
          <label key={each}>
            <input type="radio" name="part" checked={part === each} onChange={() => turnTo(each)} /> {name}
          </label>
        ))}
      </div>
      <p>
        Begins {button('start', 'back', '[', 'Begin a word earlier')} {button('start', 'on', ']', 'Begin a word later')}
      </p>
      <p>
        Ends {button('end', 'back', '{', 'End a word earlier')} {button('end', 'on', '}', 'End a word later')}
      </p>
      <p className="ends-words" role="status" dir="auto">
        {words === '' ? 'no words' : words}
      </p>
      <p>
        <button type="button" className="main-button" aria-disabled={!changed} onClick={save}>
          Keep these words <kbd>Enter</kbd>
        </button>{' '}
        <button type="button" onClick={drop}>
          As before <kbd>Esc</kbd>
        </button>
      </p>
    </fieldset>
  );
}
