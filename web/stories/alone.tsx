import type { StoryOutlet, StoryRow } from '../../src/server/story-schemas.ts';
import { Link } from '../router.tsx';
import { counted, outletWords, placeOfKey } from '../words.ts';
import { type MatrixProps, StatementWords } from './matrix.tsx';

interface AloneProps extends Pick<MatrixProps, 'hues' | 'outlets'> {
  readonly rows: readonly StoryRow[];
  /** On all pages. */
  readonly total: number;
}

/** What one outlet alone reports, outlet by outlet. */
export function Alone({ rows, total, outlets, hues }: AloneProps) {
  const groups = outlets
    .map((outlet, column) => ({ outlet, own: rows.filter(({ cells }) => cells[column] !== null), column }))
    .filter(({ outlet, own }) => outlet.outlet !== null && own.length > 0);
  return (
    <section aria-labelledby="alone-title" className="alone">
      <h2 id="alone-title">Only one outlet has it</h2>
      <p className="count">
        {total === 0
          ? 'Every statement of this story is reported by several of its outlets.'
          : `${counted(total, 'statement')} that no other outlet of this story reports, as far as captured.`}
      </p>
      {groups.map(({ outlet, own, column }) => (
        <OneOutlet key={outlet.outlet} outlet={outlet} own={own} column={column} hues={hues} />
      ))}
    </section>
  );
}

interface OneOutletProps extends Pick<MatrixProps, 'hues'> {
  readonly outlet: StoryOutlet;
  readonly own: readonly StoryRow[];
  readonly column: number;
}

function OneOutlet({ outlet, own, column, hues }: OneOutletProps) {
  return (
    <section className="alone-outlet">
      <h3>
        <bdi>{outletWords(outlet.outlet)}</bdi> <small>{counted(outlet.alone, 'statement')}</small>
      </h3>
      <ol className="plain">
        {own.map((row) => (
          <li key={row.statement.key}>
            <StatementWords row={row} hues={hues} />
            <p className="statement-where">
              <Link to={placeOfKey(row.cells[column]!.attribution)}>In the article</Link>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
