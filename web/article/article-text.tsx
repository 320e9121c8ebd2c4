import { Fragment, memo, type ReactNode } from 'react';
import type { ReportedElsewhere } from '../../src/server/article-schemas.ts';
import type { RecordedAttribution } from '../../src/server/schemas.ts';
import { KindMark } from '../parts/kind-mark.tsx';
import { Link } from '../router.tsx';
import { isUncertain, numberIn, speakerName } from '../words.ts';
import { ElsewhereMark, elsewhereWords } from './elsewhere.tsx';
import { type Note, notesOf, startOf } from './notes.ts';
import type { Mark, Paragraph, Segment } from './segments.ts';
import { StatementCard } from './statement-card.tsx';

/** What the text and the list of an article are drawn from. */
export interface Drawn {
  readonly attributions: readonly RecordedAttribution[];
  /** The colour class of each attribution. */
  readonly hues: readonly string[];
  /** Of each attribution what other articles report of it, or null. */
  readonly elsewhere: readonly (ReportedElsewhere | null)[];
}

interface ArticleTextProps extends Drawn {
  readonly text: string;
  readonly language: string | undefined;
  readonly paragraphs: readonly Paragraph[];
  /** Index of the attribution to point out, or null. */
  readonly shown: number | null;
  readonly chosen: number | null;
}

/**
 * The text as captured, one paragraph a line, with every statement marked where it stands and its speaker beside it.
 * Whatever belongs to a statement carries `data-at`: the indices of its attributions, the nearest first.
 */
export function ArticleText({ text, language, paragraphs, shown, chosen, ...drawn }: ArticleTextProps) {
  return (
    <div className="article-text" lang={language}>
      {paragraphs.map((paragraph) => {
        const here = (at: number | null) => (at !== null && holds(paragraph, at) ? at : null);
        const begins = chosen !== null && beginsIn(paragraph, drawn.attributions[chosen]!);
        return (
          <ParagraphWithNotes
            key={paragraph.start}
            text={text}
            paragraph={paragraph}
            shown={here(shown)}
            chosen={begins ? chosen : null}
            {...drawn}
          />
        );
      })}
    </div>
  );
}

function holds({ segments }: Paragraph, at: number): boolean {
  return segments.some(({ marks }) => marks.some((mark) => mark.at === at));
}

function beginsIn(paragraph: Paragraph, attribution: RecordedAttribution): boolean {
  const start = startOf(attribution);
  return paragraph.start <= start && start < paragraph.end;
}

interface ParagraphProps extends Drawn {
  readonly text: string;
  readonly paragraph: Paragraph;
  readonly shown: number | null;
  /** The chosen attribution, if it begins in this paragraph: on a narrow screen it unfolds below. */
  readonly chosen: number | null;
}

/** Memoised: pointing at one statement draws only its own paragraphs anew, however long the article. */
const ParagraphWithNotes = memo(function ParagraphWithNotes(props: ParagraphProps) {
  const { text, paragraph, shown, chosen, ...drawn } = props;
  const { attributions, hues, elsewhere } = drawn;
  const notes = notesOf(paragraph, attributions);
  const noteAt = new Map(notes.map((note) => [note.start, note]));
  return (
    <>
      <p dir="auto">
        {paragraph.segments.map((segment) => {
          const note = noteAt.get(segment.start);
          return (
            <Fragment key={segment.start}>
              {note && <SpeakerNote beside note={note} shown={shown} {...drawn} />}
              <Words segment={segment} shown={shown} {...drawn}>
                {text.slice(segment.start, segment.end)}
              </Words>
            </Fragment>
          );
        })}
      </p>
      {notes.length > 0 && (
        <div className="folded-notes">
          {notes.map((note) => (
            <SpeakerNote key={note.start} note={note} shown={shown} {...drawn} />
          ))}
          {chosen !== null && (
            <StatementCard
              attribution={attributions[chosen]!}
              hue={hues[chosen]!}
              elsewhere={elsewhere[chosen]!}
              at={chosen}
              chosen
            />
          )}
        </div>
      )}
    </>
  );
});

interface WordsProps extends Drawn {
  readonly segment: Segment;
  readonly shown: number | null;
  readonly children: ReactNode;
}

function Words({ segment: { marks }, shown, attributions, hues, children }: WordsProps) {
  if (marks.length === 0) return children;
  const contents = marks.filter(({ part }) => part === 'content');
  const pointed = marks.filter(({ at }) => at === shown);
  const [own, around] = contents;
  const lead: Mark | undefined = pointed[0] ?? own;
  const classes: string[] = pointed.map(({ part }) => `shown-${part}`);
  if (lead) classes.push(hues[lead.at]!);
  if (own) {
    const attribution = attributions[own.at]!;
    classes.push('said', `kind-${attribution.speaker?.kind ?? 'unknown'}`);
    if (isUncertain(attribution)) classes.push('uncertain');
    if (around) classes.push('nested', hues[around.at]!.replace('hue', 'outer'));
  }
  const Element = own ? 'mark' : 'span';
  return (
    <Element className={classes.join(' ')} data-at={[...new Set(marks.map(({ at }) => at))].join(' ')}>
      {children}
    </Element>
  );
}

interface SpeakerNoteProps extends Drawn {
  readonly note: Note;
  readonly shown: number | null;
  /** Beside the line it stands in, on a screen that is wide enough; else under the paragraph. */
  readonly beside?: boolean;
}

/** The speaker beside the words, with the number of each statement as a link to it. */
function SpeakerNote({ note, shown, beside = false, attributions, hues, elsewhere }: SpeakerNoteProps) {
  const [first] = note.attributions;
  const attribution = attributions[first!]!;
  const name = speakerName(attribution);
  const uncertain = note.attributions.every((at) => isUncertain(attributions[at]!));
  const pointed = note.attributions.some((at) => at === shown);
  return (
    <span className={`note ${hues[first!]}${beside ? ' side-note' : ''}${pointed ? ' shown-note' : ''}`} dir="auto">
      <span className="note-numbers">
        {note.attributions.map((at) => {
          const number = numberIn(attributions[at]!.key);
          const others = elsewhere[at]!;
          return (
            <Link
              key={at}
              className="note-number quiet-link"
              to={`#s${number}`}
              replace
              data-at={at}
              aria-current={at === shown ? 'true' : undefined}
              aria-label={`Statement ${number + 1}, ${name}${others ? `, ${elsewhereWords(others)}` : ''}`}
            >
              {number + 1}
              {others && <ElsewhereMark others={others} />}
            </Link>
          );
        })}
      </span>
      <span className={attribution.speaker ? 'note-name' : 'note-name unresolved'} data-at={first}>
        <KindMark kind={attribution.speaker?.kind ?? 'unknown'} />
        {name}
        {uncertain && <span className="unresolved"> (uncertain)</span>}
      </span>
    </span>
  );
}
