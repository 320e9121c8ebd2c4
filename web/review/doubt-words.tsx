import type { DoubtKind, RecordedDoubt } from '../../src/server/review-schemas.ts';
import { Link } from '../router.tsx';
import { outletWords, percent, placeOf } from '../words.ts';
import { shortened } from './statement-choice.tsx';

export const doubtWords: Record<DoubtKind, string> = {
  attribution: 'whether and where it is a statement',
  speaker: 'who speaks',
  unresolved: 'nobody is known to speak',
  joined: 'whether it is one with another',
};

/** Why a statement is in doubt, a sentence for each reason. */
export function WhyInDoubt({ doubt: { attribution, kinds, joined } }: { readonly doubt: RecordedDoubt }) {
  return (
    <ul className="plain doubts">
      {kinds.map((kind) => (
        <li key={kind}>{sentence(kind)}</li>
      ))}
    </ul>
  );

  function sentence(kind: DoubtKind) {
    if (kind === 'attribution') {
      return `Whether this is a statement that stands just here: ${percent(attribution.confidence)} sure.`;
    }
    if (kind === 'speaker') {
      return (
        <>
          Whether <bdi>{attribution.speaker?.name}</bdi> speaks: {percent(attribution.speakerConfidence ?? 0)} sure.
        </>
      );
    }
    if (kind === 'unresolved') {
      const sure = attribution.speakerConfidence;
      return `Nobody is given as its speaker${sure === null ? '' : `, which is ${percent(sure)} sure to be right`}.`;
    }
    return (
      joined && (
        <>
          Whether it is the same utterance as{' '}
          <Link to={placeOf(joined.to)}>
            “<bdi>{shortened(joined.to.words, 90)}</bdi>”
          </Link>{' '}
          (<bdi>{outletWords(joined.to.article.outlet)}</bdi>): {percent(joined.confidence)} sure, {joined.reason}.
        </>
      )
    );
  }
}
