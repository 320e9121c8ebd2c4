import type { ReactElement } from 'react';
import type { RecordedSpeaker } from '../../src/server/schemas.ts';

const shapes: Record<RecordedSpeaker['kind'], ReactElement> = {
  person: <circle cx="6" cy="6" r="4.5" />,
  organization: <rect x="2" y="2" width="8" height="8" />,
  group: (
    <>
      <circle cx="3.6" cy="7.600" r="2.900" />
      <circle cx="8.400" cy="4.400" r="2.900" />
    </>
  ),
  document: <path d="M2.5 1.5h5l2 2v7h-7z" />,
  unnamed: <circle cx="6" cy="6" r="3.800" className="hollow" />,
  author: <path d="M2 10l1-3.500 5-5 2.500 2.500-5 5z" />,
  unknown: <path d="M6 1.500l4.500 4.500-4.500 4.500-4.500-4.500z" className="hollow" />,
};

/** A small shape for the kind of a speaker, in the speaker's colour; the kind itself is always said in words nearby. */
export function KindMark({ kind }: { readonly kind: RecordedSpeaker['kind'] }) {
  return (
    <svg className="kind-mark" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {shapes[kind]}
    </svg>
  );
}
