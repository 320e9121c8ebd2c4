import type { ReactNode } from 'react';
import type { RecordedAttribution } from '../../src/server/schemas.ts';
import { Link } from '../router.tsx';
import { dayWords, languageTag, outletWords, placeOf } from '../words.ts';

interface OneSideProps {
  readonly attribution: RecordedAttribution;
  readonly hue: string;
  /** Whose it is, or when. */
  readonly head: ReactNode;
}

/** One of two statements that stand side by side: the words, a link to their place, and where that is. */
export function OneSide({ attribution, hue, head }: OneSideProps) {
  const { article } = attribution;
  return (
    <div className={`statement ${hue}`}>
      <p className="statement-head">{head}</p>
      <p className="statement-words" dir="auto" lang={languageTag(article.language)}>
        <Link className="quiet-link" to={placeOf(attribution)}>
          {attribution.words || 'no words'}
        </Link>
      </p>
      <p className="statement-where">
        <bdi>{outletWords(article.outlet)}</bdi>
        {', '}
        {article.published ? <time dateTime={article.published}>{dayWords(article.published)}</time> : 'date not given'}
      </p>
    </div>
  );
}
