import { useMemo, useState } from 'react';
import type { WholeLedger } from '../../src/server/ledger-schemas.ts';
import { api, type LedgerAsked } from '../api.ts';
import { Empty } from '../parts/states.tsx';
import { Link, type Place } from '../router.tsx';
import { counted, figure, speakerAddress } from '../words.ts';
import { CollisionList, Shifts } from './changes.tsx';
import { LaneChart } from './lane-chart.tsx';
import { LaneLists } from './lane-lists.tsx';
import { PositionTable } from './position-table.tsx';
import { type Reading, readingOf, stanceOf } from './reading.ts';
import { StanceLegend } from './stances.tsx';

interface LedgerViewProps extends Place {
  readonly ledger: WholeLedger;
  readonly asked: LedgerAsked;
}

/** Who holds what: in lanes or as a table, with what changed and what collides. */
export function LedgerView({ ledger, asked, path, query }: LedgerViewProps) {
  const reading = useMemo(() => readingOf(ledger), [ledger]);
  const [pointedPair, setPointedPair] = useState<number | null>(null);
  const asTable = query.get('as') === 'table';
  const { positions, collisionsLeft, read, left } = ledger;
  if (positions.length === 0) {
    return (
      <Empty>
        <p>The record holds no position on this{asked.from || asked.to ? ' between these days' : ''}.</p>
        <p>
          A position has all words of the issue, or words of the same sense. Fewer or other words may find some.{' '}
          <Link to="/issues">Issues that the record suggests</Link>
        </p>
      </Empty>
    );
  }
  const viewAddress = (as: string | null): string => {
    const next = new URLSearchParams(query);
    next.delete('as');
    if (as) next.set('as', as);
    return next.size > 0 ? `${path}?${next}` : path;
  };
  return (
    <>
      <p className="count issue-count">
        {counted(positions.length, 'position')} of {counted(reading.speakers, 'speaker')},{' '}
        {counted(reading.shifts.length, 'change')}, {counted(reading.pairs.length + collisionsLeft, 'collision')}
        {collisionsLeft > 0 && `, of which the ${figure(reading.pairs.length)} surest are shown`}
        {left > 0 && `; the ${figure(read)} likeliest statements were read, ${figure(left)} were not`}
      </p>
      <nav className="views" aria-label="How positions are shown">
        <Link to={viewAddress(null)} replace aria-current={asTable ? undefined : 'page'}>
          In lanes
        </Link>
        <Link to={viewAddress('table')} replace aria-current={asTable ? 'page' : undefined}>
          As a table
        </Link>
        <a href={api.ledgerFile('csv', asked)} download>
          CSV
        </a>
        <a href={api.ledgerFile('jsonl', asked)} download>
          JSON Lines
        </a>
      </nav>
      {asTable ? <PositionTable positions={positions} /> : <Lanes reading={reading} pointedPair={pointedPair} />}
      <div className="issue-changes">
        <Shifts reading={reading} />
        <CollisionList pairs={reading.pairs} point={setPointedPair} />
      </div>
    </>
  );
}

function Lanes({ reading, pointedPair }: { readonly reading: Reading; readonly pointedPair: number | null }) {
  const stances = useMemo(
    () => new Set(reading.lanes.flatMap(({ points }) => points.map(({ position }) => stanceOf(position)))),
    [reading],
  );
  const { lanes, others, apart } = reading;
  return (
    <section className="lanes" aria-labelledby="lanes-title">
      <h2 id="lanes-title" className="visually-hidden">
        Positions in time, by speaker
      </h2>
      {lanes.length > 0 && (
        <>
          <StanceLegend
            stances={stances}
            shifts={reading.shifts.length > 0}
            collisions={reading.pairs.some(({ from, to }) => from && to)}
          />
          <LaneChart reading={reading} pointedPair={pointedPair} />
          <LaneLists reading={reading} />
        </>
      )}
      {others.length > 0 && (
        <p className="count">
          Fewer positions:{' '}
          {others.slice(0, 30).map(({ speaker, points }, i) => (
            <span key={speaker.key}>
              {i > 0 && ', '}
              <Link to={speakerAddress(speaker.key)} dir="auto">
                {speaker.name}
              </Link>{' '}
              ({figure(points.length)})
            </span>
          ))}
          {others.length > 30 && ` and ${figure(others.length - 30)} more`}. The table holds them.
        </p>
      )}
      {apart > 0 && (
        <p className="count">
          {counted(apart, 'position')} without a speaker or a day, recalled from another time, or told by another
          speaker, {apart === 1 ? 'is' : 'are'} in the table only.
        </p>
      )}
    </section>
  );
}
