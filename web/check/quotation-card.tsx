import type { CheckedQuotation, FoundPlace } from '../../src/server/check-schemas.ts';
import { MarkedChanges } from '../parts/marked-changes.tsx';
import { Link } from '../router.tsx';
import { ChangeMarks } from '../statements/change-marks.tsx';
import { articleAddress, counted, dayWords, outletWords, placeOfKey, statementAddress, UNRESOLVED } from '../words.ts';
import { faultWords, VerdictMark, verdictClass, verdicts } from './verdicts.tsx';

interface QuotationCardProps {
  readonly quotation: CheckedQuotation;
  /** From 1. */
  readonly number: number;
  copy(text: string, what: string): Promise<void>;
}

/** What came of one quotation: the verdict with its reason, the right words, who said them and where. */
export function QuotationCard({ quotation, number, copy }: QuotationCardProps) {
  const { verdict, reason, found, speaker } = quotation;
  const { label, sound, meaning } = verdicts[verdict];
  const [best, ...others] = found;
  const fault = best?.fault ? `${faultWords[best.fault]}.` : '';
  // What was changed has marks of its own below.
  const why = verdict === 'altered' ? fault : `${reason}.`;
  return (
    <article
      className={`quotation-card ${verdictClass(verdict)}`}
      id={`q${number}`}
      tabIndex={-1}
      data-step
      aria-label={`Quotation ${number}: ${label}`}
    >
      <p className="verdict" title={meaning}>
        <VerdictMark verdict={verdict} /> <strong>{label}</strong> <span className="reason">{why}</span>
      </p>
      {!sound && verdict !== 'misattributed' && speaker && (
        <p className="count">
          The draft gives it to <bdi>{speaker.name}</bdi>.
        </p>
      )}
      {best && !sound && <RightWords place={best} number={number} copy={copy} />}
      {best && <Where place={best} />}
      {others.length > 0 && (
        <details className="other-places">
          <summary>{counted(others.length, 'other place')}</summary>
          <ul className="plain">
            {others.map((place) => (
              <li key={`${place.article.key}-${place.span[0]}`}>
                <q dir="auto">{place.words}</q>
                <Where place={place} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}

interface RightWordsProps {
  readonly place: FoundPlace;
  readonly number: number;
  copy(text: string, what: string): Promise<void>;
}

/** The words as they stand in the source, against the draft's, ready to copy. */
function RightWords({ place, number, copy }: RightWordsProps) {
  const { words, changes, kinds, verdict, quoted } = place;
  return (
    <>
      <ChangeMarks kinds={verdict === 'misattributed' ? [] : kinds} />
      <p className="right-words" dir="auto">
        {changes ? <MarkedChanges changes={changes} /> : words}
      </p>
      <button
        type="button"
        className="copy-words"
        onClick={() => copy(words, `the words of quotation ${number} as they stand in the source`)}
      >
        {quoted ? 'Copy the right words' : 'Copy the words of the article'}
      </button>
    </>
  );
}

/** Who said it, in which article, with the ways to the place, the statement and the article. */
function Where({ place: { article, speaker, attribution, statement, quoted } }: { readonly place: FoundPlace }) {
  const title = article.title?.trim() || 'Article without a title';
  return (
    <p className="statement-where">
      <bdi>{speaker?.name ?? UNRESOLVED}</bdi>
      {!quoted && ', not in quotation marks'}
      {': '}
      {article.key === null ? (
        <bdi>{title}</bdi>
      ) : (
        <Link to={attribution === null ? articleAddress(article.key) : placeOfKey(attribution)} dir="auto">
          {title}
        </Link>
      )}
      , <bdi>{outletWords(article.outlet)}</bdi>
      {article.published && (
        <>
          , <time dateTime={article.published}>{dayWords(article.published)}</time>
        </>
      )}
      {statement !== null && (
        <>
          {' · '}
          <Link to={statementAddress(statement)}>Statement</Link>
        </>
      )}
    </p>
  );
}
