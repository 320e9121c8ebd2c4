import type { ReactElement } from 'react';
import type { WholeLedger } from '../../src/server/ledger-schemas.ts';

export type Stance = NonNullable<WholeLedger['positions'][number]['attribution']['stance']>;
/** A stance, or that none was read: the article came in before stances were kept. */
export type StanceOrNone = Stance | 'none';

/** Each stance as the pages say it, in the order of the legend. */
export const stanceWords: Record<StanceOrNone, string> = {
  accepts: 'accepts',
  offers: 'offers',
  demands: 'demands',
  rejects: 'rejects',
  denies: 'denies',
  states: 'states, without taking a side',
  none: 'stance not read',
};
export const STANCES = Object.keys(stanceWords) as StanceOrNone[];

/** Shapes around 0,0 that differ in outline, so that they can be told apart without colour. */
const shapes: Record<StanceOrNone, ReactElement> = {
  accepts: <circle r="7" />,
  offers: <path d="M0-8.500L8.500 0 0 8.500-8.500 0z" />,
  demands: <path d="M0-8L8.500 7h-17z" />,
  rejects: (
    <path d="M-7-4.200L-4.200-7 0-2.800 4.200-7 7-4.200 2.800 0 7 4.200 4.200 7 0 2.800-4.200 7-7 4.200-2.800 0z" />
  ),
  denies: <path d="M-7-7h14v14h-14zM-4.500-1.600v3.200h9v-3.200z" fillRule="evenodd" />,
  states: <circle r="5.500" className="hollow" />,
  none: <circle r="2.500" />,
};

/** The shape of a stance alone, to be put into a drawing. */
export function StanceShape({ stance }: { readonly stance: StanceOrNone }) {
  return <g className={`stance-shape stance-${stance}`}>{shapes[stance]}</g>;
}

/** The shape of a stance among words that say the same. */
export function StanceMark({ stance }: { readonly stance: StanceOrNone }) {
  return (
    <svg className="stance-mark" viewBox="-10 -10 20 20" aria-hidden="true" focusable="false">
      <StanceShape stance={stance} />
    </svg>
  );
}

/** What the shapes and lines of the lanes mean, of those that are there. */
export function StanceLegend({
  stances,
  shifts,
  collisions,
}: {
  readonly stances: ReadonlySet<StanceOrNone>;
  readonly shifts: boolean;
  readonly collisions: boolean;
}) {
  return (
    <ul className="stance-legend plain" aria-label="What the marks mean">
      {STANCES.filter((stance) => stances.has(stance)).map((stance) => (
        <li key={stance}>
          <StanceMark stance={stance} /> {stanceWords[stance]}
        </li>
      ))}
      {shifts && (
        <li>
          <svg className="stance-mark" viewBox="-10 -10 20 20" aria-hidden="true" focusable="false">
            <circle className="shift-ring" r="8.500" />
          </svg>{' '}
          ringed: changed from what the speaker held before
        </li>
      )}
      {collisions && (
        <li>
          <svg className="stance-mark" viewBox="-10 -10 20 20" aria-hidden="true" focusable="false">
            <path className="collision-line" d="M-9 6L9-6" />
          </svg>{' '}
          broken line with a number: two accounts that cannot both hold
        </li>
      )}
    </ul>
  );
}
