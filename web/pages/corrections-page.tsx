import { useState } from 'react';
import type { CorrectionPage } from '../../src/server/schemas.ts';
import { api } from '../api.ts';
import { Pager, pageOf } from '../parts/pager.tsx';
import { Empty, State } from '../parts/states.tsx';
import { useTitle } from '../parts/use-title.ts';
import { sendCorrection } from '../review/use-desk.ts';
import { addressOf, Link, type Place } from '../router.tsx';
import { accepts } from '../sending.ts';
import { useAnswer } from '../use-answer.ts';
import { counted, dateWords } from '../words.ts';

type Correction = CorrectionPage['items'][number];

/** What became of an undoing. */
interface Undoing {
  readonly number: number;
  /** Null while it is being written. */
  readonly words: string | null;
  readonly failed: boolean;
}

/** The log: who corrected what, when and why, the latest first. */
export function CorrectionsPage({ query }: Place) {
  const page = pageOf(query);
  const answer = useAnswer(api.corrections(page));
  const [undoing, setUndoing] = useState<Undoing | null>(null);
  const { data } = answer;
  useTitle('Corrections');

  const undo = async ({ number }: Correction) => {
    setUndoing({ number, words: null, failed: false });
    try {
      const made = await sendCorrection({ action: 'undo', number });
      setUndoing({ number, words: `Undone by correction ${made.number}.`, failed: false });
      answer.retry();
    } catch (error) {
      setUndoing({ number, words: (error as Error).message, failed: true });
    }
  };
  return (
    <div className="corrections-page" aria-busy={answer.loading}>
      <h1>Corrections</h1>
      <p className="lede">
        What people changed in the record, the latest first. The log is only ever added to, and is applied again
        whenever the record is made anew. <Link to="/review">Review what is in doubt</Link>
      </p>
      {answer.problem || !data ? (
        <State answer={answer} />
      ) : data.total === 0 ? (
        <Empty>
          <p>Nothing was corrected so far.</p>
        </Empty>
      ) : (
        <>
          <p className="count">{counted(data.total, 'correction')}</p>
          <ol className="corrections plain">
            {data.items.map((correction) => (
              <li key={correction.number} id={`c${correction.number}`}>
                <Entry
                  {...correction}
                  undoing={undoing?.number === correction.number ? undoing : null}
                  undo={accepts('corrections') ? () => void undo(correction) : null}
                />
              </li>
            ))}
          </ol>
          <Pager
            page={page}
            total={data.total}
            what="corrections"
            addressOf={(to) => addressOf('/corrections', { page: to })}
          />
        </>
      )}
    </div>
  );
}

interface EntryProps extends Correction {
  readonly undoing: Undoing | null;
  /** Null where the server takes no corrections. */
  readonly undo: (() => void) | null;
}

function Entry({ number, action, by, at, note, summary, undoneBy, unapplied, undoing, undo }: EntryProps) {
  return (
    <>
      <p className={undoneBy === null ? 'correction-summary' : 'correction-summary undone'} dir="auto">
        {summary}
      </p>
      <p className="meta">
        <span>{number}</span> <span>{action}</span>{' '}
        <span>
          by <bdi>{by}</bdi>
        </span>{' '}
        <time dateTime={at}>{dateWords(at)}</time>
      </p>
      {note !== null && (
        <p>
          <q>{note}</q>
        </p>
      )}
      {undoneBy !== null && <p className="meta">It does not hold: undone by correction {undoneBy}.</p>}
      {unapplied !== null && <p className="failing">It has no effect, or not all of it: {unapplied}.</p>}
      {undo !== null && undoneBy === null && (
        <button type="button" onClick={undo} aria-label={`Undo correction ${number}`}>
          Undo
        </button>
      )}
      <div role="status">
        {undoing && (
          <p className={undoing.failed ? 'capture-problem' : undefined}>{undoing.words ?? 'Being undone …'}</p>
        )}
      </div>
    </>
  );
}
