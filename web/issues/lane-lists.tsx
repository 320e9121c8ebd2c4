import { KindMark } from '../parts/kind-mark.tsx';
import { Link } from '../router.tsx';
import { counted, dayWords, languageTag, outletWords, placeOf, speakerAddress } from '../words.ts';
import { Condition, StanceLine } from './point-card.tsx';
import { constancyWords, type Point, pairsOf, type Reading, stanceOf } from './reading.ts';
import { StanceMark } from './stances.tsx';

/** The lanes as lists in time, below each other: for narrow windows and for paper. */
export function LaneLists({ reading }: { readonly reading: Reading }) {
  return (
    <div className="lane-lists">
      {reading.lanes.map((lane) => (
        <section key={lane.speaker.key}>
          <h3>
            <KindMark kind={lane.speaker.kind} />{' '}
            <Link className="quiet-link" to={speakerAddress(lane.speaker.key)} dir="auto">
              {lane.speaker.name}
            </Link>
          </h3>
          <p className="count">
            {lane.points.length > 1 && `${counted(lane.points.length, 'position')}, `}
            {constancyWords(lane)}
          </p>
          <ol className="plain">
            {lane.points.map((point) => (
              <ListedPoint key={point.key} point={point} reading={reading} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function ListedPoint({ point, reading }: { readonly point: Point; readonly reading: Reading }) {
  const { attribution } = point.position;
  return (
    <li className={point.shift ? 'listed-point shifted' : 'listed-point'}>
      <StanceMark stance={stanceOf(point.position)} />
      <div>
        <p>
          <time dateTime={point.on}>{dayWords(point.on)}</time> <StanceLine position={point.position} />
        </p>
        <Condition position={point.position} />
        <p className="point-words" dir="auto" lang={languageTag(attribution.article.language)}>
          <Link className="quiet-link" to={placeOf(attribution)}>
            {attribution.words}
          </Link>
        </p>
        <p className="count">
          <bdi>{outletWords(attribution.article.outlet)}</bdi>
          {point.reports > 1 && ` and ${counted(point.reports - 1, 'other report')}`}
        </p>
        {point.shift && <p className="point-note">Changed from before: {point.shift.reason}</p>}
        {pairsOf(reading, point).map(({ number, collision }) => (
          <p key={number} className="point-note">
            <a href={`#collision-${number}`}>Collision {number}</a>: {collision.reason}
          </p>
        ))}
      </div>
    </li>
  );
}
