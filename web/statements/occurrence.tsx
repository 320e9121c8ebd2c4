import type { Occurrence } from '../../src/server/statement-schemas.ts';
import { MarkedChanges } from '../parts/marked-changes.tsx';
import { Facts, SpeakerLine } from '../parts/statement.tsx';
import { Link } from '../router.tsx';
import {
  articleAddress,
  dateWords,
  languageTag,
  outletWords,
  percent,
  placeOf,
  placeOfKey,
  titleWords,
} from '../words.ts';
import { ChangeMarks } from './change-marks.tsx';
import { changeWords } from './change-words.ts';

interface OccurrenceProps {
  readonly occurrence: Occurrence;
  readonly hue: string;
  /** Whether it is given to somebody else than the earliest one is. */
  readonly otherSpeaker: boolean;
}

/** One report of a statement: who published it when, and what became of the words. */
export function OccurrenceCard({ occurrence, hue, otherSpeaker }: OccurrenceProps) {
  const { attribution, change, kinds, words } = occurrence;
  const { article } = attribution;
  return (
    <article className={`occurrence statement ${hue}`} id={`o-${attribution.key}`} tabIndex={-1} data-step>
      <h3 className="occurrence-head">
        <Link className="occurrence-outlet" to={placeOf(attribution)} dir="auto">
          {outletWords(article.outlet)}
        </Link>{' '}
        <span>
          {article.published ? (
            <time dateTime={article.published}>{dateWords(article.published)}</time>
          ) : (
            'date not given'
          )}
        </span>
      </h3>
      {otherSpeaker && (
        <p className="statement-head">
          <SpeakerLine attribution={attribution} />
        </p>
      )}
      <p className="statement-words" dir="auto" lang={languageTag(article.language)}>
        {words ? <MarkedChanges changes={words} /> : attribution.words}
      </p>
      <p className="occurrence-change">
        {change === null
          ? 'The earliest captured: the others are held against it.'
          : `Against the earliest: ${changeWords[change]}`}
      </p>
      <ChangeMarks kinds={kinds} />
      <p className="statement-where">
        <Link to={articleAddress(article.key)} dir="auto">
          {titleWords(article)}
        </Link>{' '}
        <span>
          captured <time dateTime={article.capturedAt}>{dateWords(article.capturedAt.slice(0, 10))}</time>
        </span>
      </p>
      <Facts attribution={attribution} />
      <Joined occurrence={occurrence} />
    </article>
  );
}

/** Why it was found to be the same statement. */
function Joined({ occurrence: { joined } }: { readonly occurrence: Occurrence }) {
  if (!joined) return null;
  return (
    <details className="joined">
      <summary>Why this is the same statement</summary>
      <p>
        {joined.reason} ({percent(joined.confidence)} sure), as in{' '}
        <Link to={placeOfKey(joined.to)}>another report</Link>.
      </p>
    </details>
  );
}
