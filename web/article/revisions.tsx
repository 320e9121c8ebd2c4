import type { RecordedRevision } from '../../src/server/revision-schemas.ts';
import type { RecordedArticle, RecordedAttribution } from '../../src/server/schemas.ts';
import { api } from '../api.ts';
import { MarkedChanges } from '../parts/marked-changes.tsx';
import { State } from '../parts/states.tsx';
import { Link } from '../router.tsx';
import { useAnswer } from '../use-answer.ts';
import { articleAddress, counted, dateWords, languageTag, placeOf, speakerName, typeWords } from '../words.ts';
import { changedParagraphs } from './word-changes.ts';

type Changes = NonNullable<RecordedRevision['changes']>;

/** Which revision of the article this is, and what it changed in the one before; nothing where there is but one. */
export function Revisions({ article }: { readonly article: RecordedArticle }) {
  const { key, revision, revisions, newest } = article;
  const answer = useAnswer(revisions > 1 ? api.revisionsAround(key, revision) : null);
  if (revisions === 1) return null;
  const around = answer.data?.items ?? [];
  const at = (number: number) => around.find((each) => each.article.revision === number);
  const before = at(revision - 1);
  const changes = at(revision)?.changes;
  return (
    <section className="revisions" aria-labelledby="revisions-title">
      <h2 id="revisions-title">
        Revision {revision} of {revisions}
      </h2>
      {key !== newest && (
        <p className="superseded">
          These words were changed later. <Link to={articleAddress(newest)}>The newest revision</Link> alone counts in
          the record.
        </p>
      )}
      <State answer={answer} />
      <ul className="plain revision-links">
        <RevisionLink revision={before} label="The one before" />
        <RevisionLink revision={at(revision + 1)} label="The one after" />
      </ul>
      {before && changes && (
        <details open={key === newest ? undefined : true}>
          <summary>What changed from revision {revision - 1}</summary>
          <WhatChanged changes={changes} language={article.language} />
        </details>
      )}
    </section>
  );
}

function RevisionLink({
  revision,
  label,
}: {
  readonly revision: RecordedRevision | undefined;
  readonly label: string;
}) {
  if (!revision) return null;
  const { article } = revision;
  return (
    <li>
      <Link to={articleAddress(article.key)}>{label}</Link>, captured{' '}
      <time dateTime={article.capturedAt}>{dateWords(article.capturedAt)}</time>
    </li>
  );
}

function WhatChanged({ changes, language }: { readonly changes: Changes; readonly language: string | null }) {
  const { title, text, removed, added, changed, kept } = changes;
  const lang = languageTag(language);
  return (
    <>
      <div className="word-changes" dir="auto" lang={lang}>
        {title && (
          <p className="changed-title">
            <MarkedChanges changes={title} />
          </p>
        )}
        {changedParagraphs(text).map((paragraph, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of two texts never change their places.
          <p key={i}>{paragraph ? <MarkedChanges changes={paragraph} /> : '…'}</p>
        ))}
      </div>
      <h3>Statements</h3>
      <p className="meta">
        {removed.length} removed, {added.length} added, {changed.length} changed, {counted(kept, 'statement')} as before
      </p>
      <ul className="plain statement-changes">
        {removed.map((statement) => (
          <StatementChange key={statement.key} label="Removed" statement={statement} lang={lang} />
        ))}
        {added.map((statement) => (
          <StatementChange key={statement.key} label="Added" statement={statement} lang={lang} />
        ))}
        {changed.map((each) => (
          <ChangedStatement key={each.after.key} {...each} lang={lang} />
        ))}
      </ul>
    </>
  );
}

interface Labelled {
  readonly label: string;
  readonly statement: RecordedAttribution;
  readonly lang: string | undefined;
}

function StatementChange({ label, statement, lang }: Labelled) {
  return (
    <li>
      <strong>{label}</strong>: <span dir="auto">{speakerName(statement)}</span>,{' '}
      <Link to={placeOf(statement)}>
        <q dir="auto" lang={lang}>
          {statement.words}
        </q>
      </Link>
    </li>
  );
}

type Changed = Changes['changed'][number] & { readonly lang: string | undefined };

function ChangedStatement({ before, after, differs, words, lang }: Changed) {
  return (
    <li>
      <strong>{differs.includes('words') ? 'Reworded' : 'Changed'}</strong>:{' '}
      <span dir="auto">{speakerName(after)}</span>,{' '}
      <span dir="auto" lang={lang}>
        <MarkedChanges changes={words} />
      </span>
      {differs.includes('speaker') && <>; the speaker was {speakerName(before)}</>}
      {differs.includes('type') && (
        <>
          ; was {typeWords[before.type].label}, is {typeWords[after.type].label}
        </>
      )}
      {' ('}
      <Link to={placeOf(before)}>before</Link>, <Link to={placeOf(after)}>now</Link>)
    </li>
  );
}
