import type { RecordedAttribution } from '../../src/server/schemas.ts';
import { dayWords } from '../words.ts';

/** By whom something was corrected, when and why: an item of a list for each correction. */
export function CorrectionMarks({ corrections }: { readonly corrections: RecordedAttribution['corrections'] }) {
  return corrections.map(({ number, action, by, at, note }) => (
    <li key={number}>
      corrected by <bdi>{by}</bdi> on <time dateTime={at}>{dayWords(at)}</time> ({action})
      {note !== null && (
        <>
          : <q>{note}</q>
        </>
      )}
    </li>
  ));
}
