import { useId, useRef } from 'react';
import type { RecordedArticle } from '../../src/server/schemas.ts';
import type { StoryOutlet, StoryRow } from '../../src/server/story-schemas.ts';
import { NO_HUE } from '../hues.ts';
import { SpeakerLine } from '../parts/statement.tsx';
import { useMedia } from '../parts/use-media.ts';
import { useOverflow } from '../parts/use-overflow.ts';
import { Link } from '../router.tsx';
import { articleAddress, counted, figure, languageTag, outletWords, statementAddress } from '../words.ts';
import { CarryLink } from './carry.tsx';

/** Below this width a table of outlets cannot be read. */
const NARROW = '(max-width: 44rem)';

/** More outlets than these need the whole width of the page. */
export const FEW = 4;

export interface MatrixProps {
  readonly rows: readonly StoryRow[];
  readonly outlets: readonly StoryOutlet[];
  /** The first article of each outlet. */
  readonly leads: ReadonlyMap<string | null, RecordedArticle>;
  readonly hues: ReadonlyMap<string, string>;
}

/** Statements by outlets: a table, and where the window is narrow a list of outlets for each statement. */
export function Matrix(props: MatrixProps) {
  const narrow = useMedia(NARROW);
  return narrow ? <MatrixList {...props} /> : <MatrixTable {...props} />;
}

function MatrixTable({ rows, outlets, leads, hues }: MatrixProps) {
  const id = useId();
  const box = useRef<HTMLElement>(null);
  const over = useOverflow(box);
  return (
    <>
      {over && (
        <p className="matrix-hint">
          More outlets stand to the side: scroll the table, or press <kbd>←</kbd> and <kbd>→</kbd> when it has the
          focus.
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <section className={over ? 'matrix-scroll over' : 'matrix-scroll'} aria-labelledby={id} tabIndex={0} ref={box}>
        <table className={outlets.length > FEW ? 'matrix many' : 'matrix'}>
          <caption id={id} className="visually-hidden">
            Statements by outlet: who carries each, and how
          </caption>
          <thead>
            <tr>
              <th scope="col">Statement</th>
              {outlets.map((outlet) => (
                <th scope="col" key={outlet.outlet}>
                  <OutletName outlet={outlet.outlet} lead={leads.get(outlet.outlet)} />
                  <span className="matrix-counts">
                    {figure(outlet.statements)} carried
                    {outlet.altered > 0 && <>, {figure(outlet.altered)} altered</>}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.statement.key}>
                <th scope="row">
                  <StatementWords row={row} hues={hues} />
                </th>
                {row.cells.map((cell, i) => (
                  // The columns are the outlets, in their order.
                  // biome-ignore lint/suspicious/noArrayIndexKey: see above.
                  <td key={i}>
                    {cell ? (
                      <CarryLink cell={cell} />
                    ) : (
                      <span className="not-carried">
                        <span aria-hidden="true">–</span>
                        <span className="visually-hidden">not reported</span>
                      </span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function MatrixList({ rows, outlets, hues }: MatrixProps) {
  return (
    <ol className="matrix-list plain">
      {rows.map((row) => {
        const silent = outlets.filter((_, i) => row.cells[i] === null).map(({ outlet }) => outletWords(outlet));
        return (
          <li key={row.statement.key} className="matrix-row">
            <StatementWords row={row} hues={hues} />
            <ul className="matrix-outlets plain" aria-label="Outlets">
              {outlets.map(({ outlet }, i) => {
                const cell = row.cells[i];
                return (
                  cell && (
                    <li key={outlet} className="matrix-outlet">
                      <bdi>{outletWords(outlet)}</bdi> <CarryLink cell={cell} />
                    </li>
                  )
                );
              })}
            </ul>
            {silent.length > 0 && <NotReportedBy outlets={silent} />}
          </li>
        );
      })}
    </ol>
  );
}

/** So many outlets that do not report a statement are named; of more the number is told. */
const NAMED = 3;

function NotReportedBy({ outlets }: { readonly outlets: readonly string[] }) {
  if (outlets.length > NAMED) return <p className="meta">– not reported by {counted(outlets.length, 'outlet')}</p>;
  return (
    <p className="meta">
      <span>
        – not reported by{' '}
        {outlets.map((outlet, i) => (
          <span key={outlet}>
            {i > 0 && ', '}
            <bdi>{outlet}</bdi>
          </span>
        ))}
      </span>
    </p>
  );
}

function OutletName({ outlet, lead }: { readonly outlet: string | null; readonly lead: RecordedArticle | undefined }) {
  const name = <bdi>{outletWords(outlet)}</bdi>;
  return lead ? (
    <Link className="quiet-link" to={articleAddress(lead.key)}>
      {name}
    </Link>
  ) : (
    name
  );
}

/** Who says what: the words lead to the statement. */
export function StatementWords({ row: { statement }, hues }: Pick<MatrixProps, 'hues'> & { readonly row: StoryRow }) {
  const { earliest } = statement;
  return (
    <div className={`statement matrix-statement ${hues.get(earliest.speaker?.key ?? '') ?? NO_HUE}`}>
      <p className="statement-head">
        <SpeakerLine attribution={earliest} />
      </p>
      <p className="statement-words" dir="auto" lang={languageTag(earliest.article.language)}>
        <Link className="quiet-link" to={statementAddress(statement.key)} data-step>
          {earliest.words || 'no words'}
        </Link>
      </p>
    </div>
  );
}
