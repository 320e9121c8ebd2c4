import type { AttemptPage } from '../../src/server/watch-schemas.ts';
import { dateWords } from '../words.ts';

/** Attempts that brought nothing, each with its reason. */
export function AttemptList({ attempts }: { readonly attempts: AttemptPage['items'] }) {
  return (
    <ul className="refusals plain">
      {attempts.map(({ url, outcome, reason, status, at }, i) => (
        // One address may fail twice at the same moment, and the list never changes its order.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above.
        <li key={i}>
          <p className="refusal-input" dir="auto">
            {url}
          </p>
          <p dir="auto">{reason ?? outcome}</p>
          <p className="meta">
            <span>{outcome}</span> {status !== null && <span>status {status}</span>}{' '}
            <time dateTime={at}>{dateWords(at)}</time>
          </p>
        </li>
      ))}
    </ul>
  );
}
