import { useCallback, useState } from 'react';
import { KeyList } from '../parts/keys.tsx';

const KEPT_AS = 'onrecord-single-keys';

/** What is pressed on this page. Going on and back is as on all pages. */
export const REVIEW_KEYS: readonly (readonly [string, string])[] = [
  ['a', 'accept, or keep the words as moved'],
  ['s', 'somebody else speaks'],
  ['n', 'it is no statement'],
  ['[ ]', 'begin a word earlier, later'],
  ['{ }', 'end a word earlier, later'],
  ['e', 'move its ends with ← → (with Shift where it begins)'],
  ['t', 'while moving: what is said, source, cue'],
  ['m', 'its speaker is one with another'],
  ['r', 'its speaker has another name, is of another kind, or is two'],
  ['J', 'it is one statement with another'],
  ['P', 'it is another statement than the one it was taken for'],
  ['u', 'undo the last correction made here'],
];

const READING: readonly (readonly [string, string])[] = [
  ['j', 'next statement'],
  ['k', 'statement before'],
];

/** Whether single keys do something; kept in this browser (WCAG 2.2, 2.1.4). */
export function useSingleKeys(): readonly [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => {
    try {
      return window.localStorage.getItem(KEPT_AS) !== 'off';
    } catch {
      return true;
    }
  });
  const turn = useCallback((to: boolean) => {
    setOn(to);
    try {
      window.localStorage.setItem(KEPT_AS, to ? 'on' : 'off');
    } catch {
      // A browser that keeps nothing: it holds until the page is left.
    }
  }, []);
  return [on, turn];
}

interface ReviewKeysProps {
  readonly on: boolean;
  turn(on: boolean): void;
  readonly accepting: boolean;
}

/** The keys of this page, and the switch that turns them off. */
export function ReviewKeys({ on, turn, accepting }: ReviewKeysProps) {
  return (
    <details className="review-keys">
      <summary>Keys</summary>
      <label>
        <input type="checkbox" checked={on} onChange={(event) => turn(event.target.checked)} /> Single keys do what
        stands here
      </label>
      <KeyList keys={[...READING, ...(accepting ? REVIEW_KEYS : [])]} />
    </details>
  );
}
