import type { ChangeKind } from '../../src/server/statement-schemas.ts';
import { changeKinds, type Weight } from './change-words.ts';

const shapes: Record<Weight, string> = {
  grave: 'M6 1l5.500 10h-11z',
  plain: 'M6 1l5 5-5 5-5-5z',
  slight: 'M2 5h8v2h-8z',
};

/** A small shape for how much a change matters; what changed is always said in words nearby. */
export function WeightMark({ weight }: { readonly weight: Weight }) {
  return (
    <svg className={`weight-mark ${weight}`} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <path d={shapes[weight]} />
    </svg>
  );
}

/** Kinds of change, the gravest first, each by its shape and its name. */
export function ChangeMarks({ kinds }: { readonly kinds: readonly ChangeKind[] }) {
  if (kinds.length === 0) return null;
  return (
    <ul className="change-marks plain" aria-label="What was changed">
      {kinds.map((kind) => {
        const { label, weight } = changeKinds[kind];
        return (
          <li key={kind} className={weight}>
            <WeightMark weight={weight} /> {label}
          </li>
        );
      })}
    </ul>
  );
}
