import { api } from '../api.ts';
import { useAnswer } from '../use-answer.ts';
import { counted, figure, percent } from '../words.ts';
import { Account } from './changes.tsx';
import { shiftKinds } from './shift-kinds.ts';

/** What one speaker changed, the surest first, each with both statements; nothing where nothing changed. */
export function SpeakerShifts({ speaker }: { readonly speaker: string }) {
  const { data } = useAnswer(api.shiftsOf(speaker));
  if (data?.total === 0 && data.left > 0) {
    return (
      <p className="count">
        Nothing was found to have changed in the latest {figure(data.read)} positions; {figure(data.left)} earlier ones
        were not looked at
      </p>
    );
  }
  if (!data || data.total === 0 || data.items[0]!.after.speaker?.key !== speaker) return null;
  return (
    <section className="speaker-shifts" aria-labelledby="changed-title">
      <h2 id="changed-title">What changed</h2>
      <ol className="plain pairs">
        {data.items.map(({ kind, before, after, shownBefore, shownAfter, confidence, reason }) => (
          <li key={after.key}>
            <p className="pair-head">
              {shiftKinds[kind]} <small>confidence {percent(confidence)}</small>
            </p>
            <p>{reason}</p>
            <dl className="pair">
              <div>
                <dt>before</dt>
                <dd>
                  <Account attribution={before} shown={shownBefore} />
                </dd>
              </div>
              <div>
                <dt>then</dt>
                <dd>
                  <Account attribution={after} shown={shownAfter} />
                </dd>
              </div>
            </dl>
          </li>
        ))}
      </ol>
      {data.left > 0 && (
        <p className="count">
          The latest {figure(data.read)} positions were looked at, {figure(data.left)} earlier ones were not
        </p>
      )}
      {data.total > data.items.length && (
        <p className="count">{counted(data.total - data.items.length, 'less sure change')} not shown</p>
      )}
    </section>
  );
}
