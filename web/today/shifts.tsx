import type { Today } from '../../src/server/today-schemas.ts';
import { huesOf, NO_HUE } from '../hues.ts';
import { shiftKinds } from '../issues/shift-kinds.ts';
import { Link } from '../router.tsx';
import { speakerAddress, speakerName } from '../words.ts';
import { OneSide } from './one-side.tsx';

/** What speakers hold otherwise than before, the latest, each with both statements. */
export function Shifts({ shifts }: Pick<Today, 'shifts'>) {
  if (shifts.length === 0) return null;
  const hues = huesOf(shifts.flatMap(({ after: { speaker } }) => speaker?.key ?? []));
  return (
    <section aria-labelledby="shifts-title">
      <h2 id="shifts-title">Positions that shifted</h2>
      <ol className="plain">
        {shifts.map(({ kind, before, after, reason }) => {
          const hue = hues.get(after.speaker?.key ?? '') ?? NO_HUE;
          const name = <bdi>{speakerName(after)}</bdi>;
          return (
            <li key={after.key}>
              <article className="collision">
                <h3>
                  {after.speaker ? <Link to={speakerAddress(after.speaker.key)}>{name}</Link> : name}:{' '}
                  {shiftKinds[kind]}
                </h3>
                <div className="collision-sides">
                  <OneSide attribution={before} hue={hue} head="before" />
                  <OneSide attribution={after} hue={hue} head="then" />
                </div>
                <p className="statement-where">
                  Why: <bdi>{reason}</bdi>
                </p>
              </article>
            </li>
          );
        })}
      </ol>
      <p className="section-more">
        <Link to="/issues">Who holds what, issue by issue</Link>
      </p>
    </section>
  );
}
