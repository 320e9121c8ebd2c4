import type { ReactNode } from 'react';
import type { RecordedAttribution } from '../../src/server/schemas.ts';
import { Link } from '../router.tsx';
import {
  articleAddress,
  dateWords,
  dayWords,
  isSpeakerUncertain,
  isUncertain,
  kindWords,
  languageTag,
  modeWords,
  outletWords,
  percent,
  placeOf,
  reporterOf,
  speakerAddress,
  titleWords,
  typeWords,
  UNRESOLVED,
} from '../words.ts';
import { CorrectionMarks } from './corrections.tsx';
import { KindMark } from './kind-mark.tsx';

/** How words of the record are shown, for instance with those that were searched for marked. */
export type Marking = (text: string) => ReactNode;
const asItIs: Marking = (text) => text;

/** Who: the name (a link to all the speaker's statements), the kind in shape and words, the role the article gives. */
export function SpeakerLine({
  attribution: { speaker, unresolved },
  mark = asItIs,
}: {
  readonly attribution: RecordedAttribution;
  readonly mark?: Marking;
}) {
  if (!speaker) return <span className="unresolved">{unresolved ? `${UNRESOLVED}: ${unresolved}` : UNRESOLVED}</span>;
  return (
    <span className="speaker-line">
      <KindMark kind={speaker.kind} />
      <Link className="speaker-name" to={speakerAddress(speaker.key)} dir="auto">
        {mark(speaker.name)}
      </Link>
      <span className="speaker-about">
        {kindWords[speaker.kind]}
        {speaker.role && (
          <>
            {', '}
            <bdi>{speaker.role}</bdi>
          </>
        )}
      </span>
    </span>
  );
}

/** Where a statement stands within somebody else's: who that is, with a link to theirs. */
export function Reporter({
  attribution,
  replace = false,
}: {
  readonly attribution: RecordedAttribution;
  /** Whether the link is no step to go back through, as within one article. */
  readonly replace?: boolean;
}) {
  const reporter = reporterOf(attribution);
  if (!reporter) return null;
  return (
    <p className="statement-reporter">
      reported by{' '}
      <Link to={reporter.place} replace={replace} dir="auto">
        {reporter.name}
      </Link>
    </p>
  );
}

/** How it is given, by which act, where and when it was said, and how sure the finding is. */
export function Facts({ attribution }: { readonly attribution: RecordedAttribution }) {
  const type = typeWords[attribution.type];
  const mode = modeWords[attribution.mode];
  const uncertain = isUncertain(attribution);
  return (
    <ul className="facts" aria-label="About this statement">
      <li title={type.meaning}>{type.label}</li>
      {mode.spoken ? (
        <li title={mode.meaning}>{mode.label}</li>
      ) : (
        <li className="not-words" title={mode.meaning}>
          {mode.label} – not a statement in words
        </li>
      )}
      {attribution.medium && (
        <li>
          medium: <bdi>{attribution.medium}</bdi>
        </li>
      )}
      {attribution.saidOn && (
        <li>
          said on <time dateTime={attribution.saidOn}>{dateWords(attribution.saidOn)}</time>
        </li>
      )}
      <li className={uncertain ? 'uncertain-fact' : undefined}>
        confidence {percent(attribution.confidence)}
        {uncertain && ' – uncertain'}
      </li>
      {isSpeakerUncertain(attribution) && (
        <li className="uncertain-fact">speaker {percent(attribution.speakerConfidence)} – uncertain</li>
      )}
      <CorrectionMarks corrections={attribution.corrections} />
    </ul>
  );
}

interface StatementProps {
  readonly attribution: RecordedAttribution;
  readonly hue: string;
  readonly mark?: Marking;
  /** Left out where the page is about one speaker. */
  readonly withSpeaker: boolean;
}

/** A statement away from its article: the words are a link to the place where they stand. */
export function Statement({ attribution, hue, mark = asItIs, withSpeaker }: StatementProps) {
  const { article } = attribution;
  return (
    <article className={`statement ${hue}`}>
      {withSpeaker && (
        <p className="statement-head">
          <SpeakerLine attribution={attribution} mark={mark} />
        </p>
      )}
      <Reporter attribution={attribution} />
      <p className="statement-words" dir="auto" lang={languageTag(article.language)}>
        <Link className="quiet-link" to={placeOf(attribution)}>
          {mark(attribution.words)}
        </Link>
      </p>
      <p className="statement-where">
        <Link to={articleAddress(article.key)} dir="auto">
          {mark(titleWords(article))}
        </Link>{' '}
        <span>
          <bdi>{outletWords(article.outlet)}</bdi>
          {', '}
          {article.published ? (
            <time dateTime={article.published}>{dayWords(article.published)}</time>
          ) : (
            'date not given'
          )}
        </span>
      </p>
      <Facts attribution={attribution} />
    </article>
  );
}
