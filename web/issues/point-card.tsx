import { Link } from '../router.tsx';
import { counted, dayWords, languageTag, outletWords, placeOf, speakerName, statementAddress } from '../words.ts';
import { conditionWords, type Point, type Position, pairsOf, type Reading, stanceOf } from './reading.ts';
import { StanceMark, stanceWords } from './stances.tsx';

/** What the mark that is pointed at stands for, below the lanes. */
export function PointCard({ point, reading }: { readonly point: Point | null; readonly reading: Reading }) {
  return (
    <div className="point-card">
      {point ? (
        <PointWords point={point} reading={reading} />
      ) : (
        <p className="count">
          Point at a mark for the words behind it. <kbd>j</kbd> and <kbd>k</kbd> or the arrows go from mark to mark in
          time, <kbd>Enter</kbd> opens the article at the words.
        </p>
      )}
    </div>
  );
}

function PointWords({ point, reading }: { readonly point: Point; readonly reading: Reading }) {
  const { attribution } = point.position;
  const pairs = pairsOf(reading, point);
  return (
    <>
      <p className="point-head">
        <StanceMark stance={stanceOf(point.position)} /> <StanceLine position={point.position} withSpeaker />
      </p>
      <Condition position={point.position} />
      <p className="point-words" dir="auto" lang={languageTag(attribution.article.language)}>
        <Link className="quiet-link" to={placeOf(attribution)} tabIndex={-1}>
          {attribution.words}
        </Link>
      </p>
      <p className="meta">
        <span>
          <bdi>{outletWords(attribution.article.outlet)}</bdi>
          {point.reports > 1 && ` and ${counted(point.reports - 1, 'other report')}`}
        </span>
        <span>
          {attribution.saidOn ? 'said' : 'published'} {dayWords(point.on)}
        </span>
        {attribution.statement !== null && <Link to={statementAddress(attribution.statement)}>The statement</Link>}
      </p>
      {point.shift && <p className="point-note">Changed from before: {point.shift.reason}</p>}
      {pairs.map(({ number, collision }) => (
        <p className="point-note" key={number}>
          <a href={`#collision-${number}`}>Collision {number}</a>: {collision.reason}
        </p>
      ))}
    </>
  );
}

/** Who takes which side on what. */
export function StanceLine({
  position,
  withSpeaker = false,
}: {
  readonly position: Position;
  readonly withSpeaker?: boolean;
}) {
  const { attribution } = position;
  return (
    <span>
      {withSpeaker && (
        <>
          <bdi className="point-speaker">{speakerName(attribution)}</bdi>{' '}
        </>
      )}
      <strong>{stanceWords[stanceOf(position)]}</strong>
      {attribution.aboutWords && (
        <>
          : <bdi>{attribution.aboutWords}</bdi>
        </>
      )}
    </span>
  );
}

/** The condition in the speaker's words; nothing without one. */
export function Condition({ position: { attribution } }: { readonly position: Position }) {
  if (!attribution.conditionWords) return null;
  return (
    <p className="point-condition">
      <span className="condition-kind">{conditionWords[attribution.conditionStatus ?? 'in force']}</span>{' '}
      <q dir="auto">{attribution.conditionWords}</q>
    </p>
  );
}
