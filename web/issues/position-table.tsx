import { useState } from 'react';
import { Link } from '../router.tsx';
import { counted, dayWords, languageTag, outletWords, placeOf, speakerAddress, UNRESOLVED } from '../words.ts';
import { conditionWords, type Position, stanceOf } from './reading.ts';
import { StanceMark, stanceWords } from './stances.tsx';

/** So many rows are added at a time. */
const ROWS = 200;

/** All positions, in time: the lanes as a table. */
export function PositionTable({ positions }: { readonly positions: readonly Position[] }) {
  const [rows, setRows] = useState(ROWS);
  const left = positions.length - rows;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys. */}
      <section className="table-frame" tabIndex={0} aria-label="Positions in time">
        <table className="position-table">
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Speaker</th>
              <th scope="col">Stance</th>
              <th scope="col">About</th>
              <th scope="col">Condition</th>
              <th scope="col">Words</th>
              <th scope="col">Outlet</th>
            </tr>
          </thead>
          <tbody>
            {positions.slice(0, rows).map((position) => (
              <Row key={position.attribution.key} position={position} />
            ))}
          </tbody>
        </table>
      </section>
      {left > 0 && (
        <button type="button" onClick={() => setRows(rows + ROWS)}>
          {counted(Math.min(left, ROWS), 'more row')} of {counted(left, 'row')} left
        </button>
      )}
    </>
  );
}

function Row({ position }: { readonly position: Position }) {
  const { attribution, on, shift, collisions } = position;
  const { article, speaker, conditionStatus } = attribution;
  return (
    <tr>
      <td>
        {on ? (
          <>
            <time dateTime={on}>{dayWords(on)}</time>
            <small>{attribution.saidOn ? ' said' : ' published'}</small>
          </>
        ) : (
          'date not given'
        )}
      </td>
      <th scope="row" dir="auto">
        {speaker ? <Link to={speakerAddress(speaker.key)}>{speaker.name}</Link> : UNRESOLVED}
      </th>
      <td>
        <StanceMark stance={stanceOf(position)} /> {stanceWords[stanceOf(position)]}
        {shift && <small>; changed: {shift.reason}</small>}
        {collisions.length > 0 && <small>; collides with {counted(collisions.length, 'account')}</small>}
      </td>
      <td dir="auto">{attribution.aboutWords}</td>
      <td>
        {attribution.conditionWords && (
          <>
            <small>{conditionWords[conditionStatus ?? 'in force']}</small> <bdi>{attribution.conditionWords}</bdi>
          </>
        )}
      </td>
      <td className="position-words" dir="auto" lang={languageTag(article.language)}>
        <Link to={placeOf(attribution)}>{attribution.words || 'no words'}</Link>
      </td>
      <td dir="auto">{outletWords(article.outlet)}</td>
    </tr>
  );
}
