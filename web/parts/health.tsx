import type { HealthList } from '../../src/server/watch-schemas.ts';
import { addressOf, Link } from '../router.tsx';
import { counted, dateWords, figure } from '../words.ts';

type Outlet = HealthList[number];
type Part = Outlet['parts'][number];

const PART_WORDS: Record<Part['part'], string> = { list: 'Lists', page: 'Pages' };

const failedIn = ({ outcomes }: Part): number =>
  outcomes.reduce(
    (sum, { outcome, attempts }) => sum + (outcome === 'ok' || outcome === 'unchanged' ? 0 : attempts),
    0,
  );

/** Of each outlet how much of it came in, and since when it fails. */
export function Health({ outlets }: { readonly outlets: HealthList }) {
  return (
    <ul className="health plain">
      {outlets.map((outlet) => (
        <li key={outlet.outlet}>
          <OutletHealth {...outlet} />
        </li>
      ))}
    </ul>
  );
}

function OutletHealth({ outlet, tried, whole, attempts, parts }: Outlet) {
  const failed = parts.reduce((sum, part) => sum + failedIn(part), 0);
  return (
    <>
      <h3>
        <bdi>{outlet}</bdi>
      </h3>
      <p>
        {tried === 0 ? 'No article tried yet' : `${figure(whole)} of ${counted(tried, 'article')} came in whole`};{' '}
        {counted(attempts, 'attempt')},{' '}
        {failed === 0 ? 'none failed' : <Link to={addressOf('/refusals', { outlet })}>{figure(failed)} failed</Link>}.
      </p>
      {parts.map((part) => (
        <PartHealth key={part.part} {...part} />
      ))}
    </>
  );
}

function PartHealth({ part, outcomes, failing }: Part) {
  return (
    <>
      <p className="meta">
        {PART_WORDS[part]}: {outcomes.map(({ outcome, attempts }) => `${outcome} ${figure(attempts)}`).join(', ')}
      </p>
      {failing && (
        <p className="failing" dir="auto">
          {PART_WORDS[part]} fail since <time dateTime={failing.since}>{dateWords(failing.since)}</time> (
          {counted(failing.attempts, 'attempt')}): {failing.reason}
        </p>
      )}
    </>
  );
}
