import { memo } from 'react';
import type { ReportedElsewhere } from '../../src/server/article-schemas.ts';
import type { RecordedAttribution } from '../../src/server/schemas.ts';
import { Facts, Reporter, SpeakerLine } from '../parts/statement.tsx';
import { Link } from '../router.tsx';
import { languageTag, numberIn } from '../words.ts';
import { Elsewhere } from './elsewhere.tsx';

interface StatementCardProps {
  readonly attribution: RecordedAttribution;
  readonly hue: string;
  readonly elsewhere: ReportedElsewhere | null;
  /** Index in the article's list. */
  readonly at: number;
  readonly chosen?: boolean;
}

/** One statement of the article at hand: who, the words (a link to where they stand), and what attributes them. */
export const StatementCard = memo(function StatementCard(props: StatementCardProps) {
  const { attribution, hue, elsewhere, at, chosen = false } = props;
  const number = numberIn(attribution.key);
  const { sourceWords, cueWords, anonymityWords, article } = attribution;
  return (
    <article className={`statement ${hue}`} data-at={at} tabIndex={-1} aria-current={chosen ? 'true' : undefined}>
      <p className="statement-head">
        <span className="statement-number" aria-hidden="true">
          {number + 1}
        </span>
        <SpeakerLine attribution={attribution} />
      </p>
      <Reporter attribution={attribution} replace />
      <p className="statement-words" dir="auto" lang={languageTag(article.language)}>
        <Link className="quiet-link" to={`#s${number}`} replace>
          {attribution.words || 'no words'}
        </Link>
      </p>
      {(sourceWords || cueWords) && (
        <dl className="evidence">
          <Evidence term="source" words={sourceWords} />
          <Evidence term="cue" words={cueWords} />
          {anonymityWords && <Evidence term="not named" words={anonymityWords} />}
        </dl>
      )}
      {elsewhere && <Elsewhere others={elsewhere} />}
      <Facts attribution={attribution} />
    </article>
  );
});

function Evidence({ term, words }: { readonly term: string; readonly words: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd dir="auto">{words || 'not given'}</dd>
    </div>
  );
}
