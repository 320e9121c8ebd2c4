import type { RefusalPage } from '../../src/server/schemas.ts';
import { dateWords } from '../words.ts';

/** Inputs that made no article, each with its reason. */
export function RefusalList({ refusals }: { readonly refusals: RefusalPage['items'] }) {
  return (
    <ul className="refusals plain">
      {refusals.map(({ input, code, reason, at }, i) => (
        // One input may be refused twice for the same reason at the same moment, and the list never changes its order.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above.
        <li key={i}>
          <p className="refusal-input" dir="auto">
            {input}
          </p>
          <p dir="auto">{reason}</p>
          <p className="meta">
            <span>{code}</span> <time dateTime={at}>{dateWords(at)}</time>
          </p>
        </li>
      ))}
    </ul>
  );
}
