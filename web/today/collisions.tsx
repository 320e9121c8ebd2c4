import type { Today } from '../../src/server/today-schemas.ts';
import { huesOf, NO_HUE } from '../hues.ts';
import { SpeakerLine } from '../parts/statement.tsx';
import { OneSide } from './one-side.tsx';

type Collision = Today['collisions'][number];
type Side = Collision['later'];

const kindWords: Record<Collision['kind'], string> = {
  self: 'One speaker, two accounts',
  other: 'What one side says of another, and that other’s own words',
  fact: 'Two accounts of what happened',
  speaker: 'Two accounts of who said it',
  figure: 'Two figures for one thing',
};

/** Accounts that cannot both hold, the latest; which of them does is not for the record to say. */
export function Collisions({ collisions }: Pick<Today, 'collisions'>) {
  if (collisions.length === 0) return null;
  return (
    <section aria-labelledby="collisions-title">
      <h2 id="collisions-title">Accounts that collide</h2>
      <ol className="plain">
        {collisions.map((collision) => (
          <li key={`${collision.later.attribution.key} ${collision.earlier.attribution.key}`}>
            <OneCollision collision={collision} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function OneCollision({ collision: { kind, reason, earlier, later } }: { readonly collision: Collision }) {
  const hues = huesOf([earlier, later].flatMap(({ attribution: { speaker } }) => speaker?.key ?? []));
  const hueOf = ({ attribution: { speaker } }: Side) => hues.get(speaker?.key ?? '') ?? NO_HUE;
  return (
    <article className="collision">
      <h3>{kindWords[kind]}</h3>
      <div className="collision-sides">
        <OneSide
          attribution={earlier.attribution}
          hue={hueOf(earlier)}
          head={<SpeakerLine attribution={earlier.attribution} />}
        />
        <OneSide
          attribution={later.attribution}
          hue={hueOf(later)}
          head={<SpeakerLine attribution={later.attribution} />}
        />
      </div>
      <p className="statement-where">
        Why: <bdi>{reason}</bdi>
      </p>
    </article>
  );
}
