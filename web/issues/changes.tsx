import { Link } from '../router.tsx';
import { dayWords, languageTag, outletWords, percent, placeOf, speakerName } from '../words.ts';
import type { Collision, Pair, Reading, Shift } from './reading.ts';
import { shiftKinds } from './shift-kinds.ts';

/** So many of a list are shown before the rest is folded. */
const LISTED = 12;

type Attribution = Collision['later']['attribution'];

const collisionKinds: Record<Collision['kind'], string> = {
  self: 'one speaker, two accounts',
  other: 'what one side says of another, and its own words',
  fact: 'two accounts of what happened',
  speaker: 'two accounts of who said it',
  figure: 'two figures',
};

/** What speakers changed, in time, each with both statements. */
export function Shifts({ reading }: { readonly reading: Reading }) {
  if (reading.shifts.length === 0) return null;
  return (
    <section className="issue-shifts" aria-labelledby="shifts-title">
      <h2 id="shifts-title">What changed</h2>
      <Folded
        items={reading.shifts.map((shift) => (
          <li key={shift.after}>
            <Changed shift={shift} reading={reading} />
          </li>
        ))}
      />
    </section>
  );
}

function Changed({ shift, reading }: { readonly shift: Shift; readonly reading: Reading }) {
  const sides = [
    ['before', shift.before, shift.shownBefore],
    ['then', shift.after, shift.shownAfter],
  ] as const;
  const after = reading.positionOf.get(shift.after);
  return (
    <>
      <p className="pair-head">
        {after && <bdi className="point-speaker">{speakerName(after.attribution)}</bdi>}: {shiftKinds[shift.kind]}{' '}
        <small>confidence {percent(shift.confidence)}</small>
      </p>
      <p>{shift.reason}</p>
      <dl className="pair">
        {sides.map(([term, key, shown]) => {
          const position = reading.positionOf.get(key);
          return (
            position && (
              <div key={term}>
                <dt>{term}</dt>
                <dd>
                  <Account attribution={position.attribution} shown={shown} />
                </dd>
              </div>
            )
          );
        })}
      </dl>
    </>
  );
}

interface CollisionsProps {
  readonly pairs: readonly Pair[];
  /** Told which collision is pointed at, by its number; null: none. */
  point(number: number | null): void;
}

/** Accounts that cannot both hold, the surest first: never which of them does. */
export function CollisionList({ pairs, point }: CollisionsProps) {
  if (pairs.length === 0) return null;
  return (
    <section className="issue-collisions" aria-labelledby="collisions-title">
      <h2 id="collisions-title">Accounts that collide</h2>
      <p className="count">
        Two accounts each that cannot both hold, the surest first. Which of them does is not said.
      </p>
      <Folded
        items={pairs.map(({ number, collision }) => (
          <li
            key={number}
            id={`collision-${number}`}
            tabIndex={-1}
            onMouseEnter={() => point(number)}
            onMouseLeave={() => point(null)}
            onFocus={() => point(number)}
            onBlur={() => point(null)}
          >
            <p className="pair-head">
              <span className="pair-number">{number}</span> {collisionKinds[collision.kind]}{' '}
              <small>confidence {percent(collision.confidence)}</small>
            </p>
            <p>{collision.reason}</p>
            <dl className="pair">
              {sidesOf(collision).map(({ attribution, shown }, i) => (
                <div key={attribution.key}>
                  <dt>{i === 0 ? 'one' : 'other'}</dt>
                  <dd>
                    <bdi className="point-speaker">{speakerName(attribution)}</bdi>
                    <Account attribution={attribution} shown={shown.map(({ words }) => words)} />
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      />
    </section>
  );
}

/** Both accounts, by the day; the record has them in the order in which they came in. */
function sidesOf({ earlier, later }: Collision): Collision['later'][] {
  return [earlier, later].sort((a, b) =>
    (dayOf(a.attribution) ?? '~').localeCompare(dayOf(b.attribution) ?? '~', 'en'),
  );
}

const dayOf = ({ saidOn, article }: Attribution): string | null => saidOn ?? article.published?.slice(0, 10) ?? null;

/** The words, with those that show it named, and where they stand. */
export function Account({
  attribution,
  shown,
}: {
  readonly attribution: Attribution;
  readonly shown: readonly string[];
}) {
  const { article } = attribution;
  const day = dayOf(attribution);
  return (
    <>
      <p className="point-words" dir="auto" lang={languageTag(article.language)}>
        <Link className="quiet-link" to={placeOf(attribution)}>
          <Shown words={attribution.words} shown={shown} />
        </Link>
      </p>
      <p className="count">
        <bdi>{outletWords(article.outlet)}</bdi>, {day ? dayWords(day) : 'date not given'}
      </p>
    </>
  );
}

/** Words with the first place of each of some of them marked. */
function Shown({ words, shown }: { readonly words: string; readonly shown: readonly string[] }) {
  const places = shown
    .flatMap((part) => (part && words.includes(part) ? [[words.indexOf(part), part.length] as const] : []))
    .sort(([a], [b]) => a - b);
  const pieces = [];
  let at = 0;
  for (const [start, length] of places) {
    if (start < at) continue;
    pieces.push(words.slice(at, start), <mark key={start}>{words.slice(start, start + length)}</mark>);
    at = start + length;
  }
  return (
    <>
      {pieces}
      {words.slice(at)}
    </>
  );
}

function Folded({ items }: { readonly items: readonly React.ReactElement[] }) {
  return (
    <>
      <ol className="plain pairs">{items.slice(0, LISTED)}</ol>
      {items.length > LISTED && (
        <details>
          <summary>{items.length - LISTED} more</summary>
          <ol className="plain pairs">{items.slice(LISTED)}</ol>
        </details>
      )}
    </>
  );
}
