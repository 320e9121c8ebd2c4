import type { Today } from '../../src/server/today-schemas.ts';
import { huesOf } from '../hues.ts';
import { KindMark } from '../parts/kind-mark.tsx';
import { RefusalList } from '../parts/refusal-list.tsx';
import { Link } from '../router.tsx';
import { counted, dayWords, figure, speakerAddress } from '../words.ts';

/** Who is quoted most, and what does not come in. */
export function Beside({ today: { counts, speakers, refusals, failing } }: { readonly today: Today }) {
  return (
    <aside className="beside" aria-label="Speakers and what could not be captured">
      {speakers.length > 0 && <MostQuoted speakers={speakers} total={counts.speakers} />}
      {failing.total > 0 && <Failing failing={failing} />}
      {counts.refusals > 0 && <NotCaptured refusals={refusals} total={counts.refusals} />}
    </aside>
  );
}

function MostQuoted({ speakers, total }: Pick<Today, 'speakers'> & { readonly total: number }) {
  const hues = huesOf(speakers.map(({ key }) => key));
  return (
    <section aria-labelledby="quoted-title">
      <h2 id="quoted-title">Most quoted</h2>
      <ol className="most-quoted plain">
        {speakers.map((speaker) => (
          <li key={speaker.key} className={hues.get(speaker.key)}>
            <KindMark kind={speaker.kind} />
            <Link className="quiet-link" to={speakerAddress(speaker.key)}>
              <bdi>{speaker.name}</bdi>
            </Link>
            <span className="figure">{figure(speaker.attributions)}</span>
          </li>
        ))}
      </ol>
      <p>
        <Link to="/speakers">All {counted(total, 'speaker')}</Link>
      </p>
    </section>
  );
}

const partWords = { list: 'its lists of articles', page: 'its articles' } as const;

function Failing({ failing: { items, total } }: Pick<Today, 'failing'>) {
  return (
    <section aria-labelledby="failing-title">
      <h2 id="failing-title">Sources that fail</h2>
      <ul className="refusals plain">
        {items.map(({ outlet, part, since, attempts, reason }) => (
          <li key={`${part} ${outlet}`}>
            <p className="failing-outlet" dir="auto">
              {outlet}: {partWords[part]}
            </p>
            <p dir="auto">{reason}</p>
            <p className="meta">
              <span>
                since <time dateTime={since}>{dayWords(since)}</time>
              </span>
              <span>{counted(attempts, 'attempt')}</span>
            </p>
          </li>
        ))}
      </ul>
      <p>
        <Link to="/watching">{total > items.length ? `All ${figure(total)} that fail` : 'All that is watched'}</Link>
      </p>
    </section>
  );
}

function NotCaptured({ refusals, total }: Pick<Today, 'refusals'> & { readonly total: number }) {
  return (
    <section aria-labelledby="refused-title">
      <h2 id="refused-title">Not captured</h2>
      <RefusalList refusals={refusals} />
      <p>
        <Link to="/refusals">
          {total > refusals.length ? `All ${figure(total)} not captured` : 'All of what was not captured'}
        </Link>
      </p>
    </section>
  );
}
