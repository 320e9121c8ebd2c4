import type { Today } from '../../src/server/today-schemas.ts';
import { huesOf, NO_HUE } from '../hues.ts';
import { Link } from '../router.tsx';
import { Listed } from '../statements/statements-page.tsx';

/** Statements that a report gives gravely otherwise, the latest. */
export function Changes({ changed }: Pick<Today, 'changed'>) {
  if (changed.length === 0) return null;
  const hues = huesOf(changed.flatMap(({ earliest: { speaker } }) => speaker?.key ?? []));
  return (
    <section aria-labelledby="changes-title">
      <h2 id="changes-title">Wording changes that matter</h2>
      <ol className="statements plain">
        {changed.map((statement) => (
          <li key={statement.key}>
            <Listed statement={statement} hue={hues.get(statement.earliest.speaker?.key ?? '') ?? NO_HUE} />
          </li>
        ))}
      </ol>
      <p className="section-more">
        <Link to="/statements">All wording changes</Link>
      </p>
    </section>
  );
}
