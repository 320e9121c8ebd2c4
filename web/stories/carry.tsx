import type { ReactElement } from 'react';
import type { StoryCell } from '../../src/server/story-schemas.ts';
import { Link } from '../router.tsx';
import { WeightMark } from '../statements/change-marks.tsx';
import { changeKinds, kindsWords, type Weight, weightOf } from '../statements/change-words.ts';
import { counted, placeOfKey } from '../words.ts';

/** How an outlet carries a statement of a story: a shape, a word and a colour, each enough without the others. */

/** `first` is the earliest occurrence captured, against which all others are held. */
export type Carry = 'first' | 'whole' | 'cut' | 'altered' | 'told';

export const carries: Record<Carry, { readonly label: string; readonly meaning: string }> = {
  first: { label: 'first', meaning: 'the earliest captured, with which the others are compared' },
  whole: { label: 'whole', meaning: 'the same words' },
  cut: { label: 'cut', meaning: 'a part of the words' },
  altered: { label: 'altered', meaning: 'other words as the speaker’s own' },
  told: { label: 'retold', meaning: 'in the reporter’s words' },
};

export const CARRIES = Object.keys(carries) as Carry[];

const ofChange = { identical: 'whole', excerpt: 'cut', altered: 'altered', paraphrase: 'told' } as const;

export function carryOf({ change }: StoryCell): Carry {
  return change === null ? 'first' : ofChange[change];
}

const shapes: Record<Exclude<Carry, 'altered'>, ReactElement> = {
  first: <circle cx="6" cy="6" r="4.750" />,
  whole: <rect x="1.500" y="1.500" width="9" height="9" />,
  cut: (
    <>
      <rect className="hollow" x="2" y="2" width="8" height="8" />
      <path d="M1.500 1.500h4.500v9h-4.500z" />
    </>
  ),
  told: <circle className="hollow" cx="6" cy="6" r="4" />,
};

/** What it is, by its shape; what it means is always said in words beside it. */
export function CarryMark({ carry, weight }: { readonly carry: Carry; readonly weight: Weight | null }) {
  if (carry === 'altered') return <WeightMark weight={weight ?? 'plain'} />;
  return (
    <svg className="weight-mark carry-mark" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {shapes[carry]}
    </svg>
  );
}

/** The kinds of change to be named where there is little room: grave ones all, of others the gravest. */
function shownKinds({ kinds }: StoryCell): string {
  const grave = kinds.filter((kind) => changeKinds[kind].weight === 'grave');
  return kindsWords(grave.length > 0 ? grave : kinds.slice(0, 1));
}

/** How one outlet carries a statement, as a link to the very words. */
export function CarryLink({ cell }: { readonly cell: StoryCell }) {
  const carry = carryOf(cell);
  const weight = weightOf(cell.kinds);
  return (
    <Link className={`carry-link quiet-link ${weight ?? 'no-weight'}`} to={placeOfKey(cell.attribution)}>
      <span className="carry-word">
        <CarryMark carry={carry} weight={weight} /> {carries[carry].label}
        {cell.occurrences > 1 && <small>, {counted(cell.occurrences, 'time')}</small>}
      </span>
      {cell.kinds.length > 0 && (
        <>
          <span className="visually-hidden">: </span>
          <span className="carry-kinds">{shownKinds(cell)}</span>
        </>
      )}
    </Link>
  );
}

/** What the shapes mean. */
export function CarryLegend() {
  return (
    <ul className="carry-legend plain" aria-label="What the shapes mean">
      {CARRIES.map((carry) => (
        <li key={carry}>
          <CarryMark carry={carry} weight="grave" /> {carries[carry].label}: {carries[carry].meaning}
        </li>
      ))}
      <li>– : not reported</li>
    </ul>
  );
}
