import { useCallback, useMemo, useState } from 'react';
import type { SentCorrection } from '../../src/server/corrections-schemas.ts';
import { huesOf, NO_HUE } from '../hues.ts';
import { useKeys } from '../parts/keys.tsx';
import { Facts, SpeakerLine } from '../parts/statement.tsx';
import { Link } from '../router.tsx';
import { articleAddress, dayWords, outletWords, percent, placeOf, titleWords } from '../words.ts';
import { hasDraft, isSettled, keyOf, type Part, type Seat, spansOf, wordsFor } from './desk-state.ts';
import { WhyInDoubt } from './doubt-words.tsx';
import { EndsPanel } from './ends-panel.tsx';
import { inPassage, Passage } from './passage.tsx';
import { type ChosenSpeaker, SpeakerChoice } from './speaker-choice.tsx';
import { SpeakerPanel } from './speaker-panel.tsx';
import { StatementChoice } from './statement-choice.tsx';
import type { DeskTools } from './use-desk.ts';
import { type End, moved, stepsOf, type Way } from './word-ends.ts';

/** What the reviewer is asked for; nothing while they read. */
type Open = 'speaker' | 'merge' | 'itself' | 'join' | 'ends' | null;

const PARTS: readonly Part[] = ['content', 'source', 'cue'];
const RIGHT_TO_LEFT = /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufefc]/u;

interface DeskViewProps extends Pick<DeskTools, 'desk' | 'tell' | 'correct' | 'undo'> {
  readonly seat: Seat;
  /** Whether the server takes corrections. */
  readonly accepting: boolean;
  readonly singleKeys: boolean;
}

/** One statement in its lines, why it is in doubt, and all that can be said of it. */
export function DeskView({ desk, seat, accepting, singleKeys, tell, correct, undo }: DeskViewProps) {
  const { doubt } = seat;
  const { attribution } = doubt;
  const { key, speaker, statement } = attribution;
  const [open, setOpen] = useForSeat<Open>(key, null);
  const ends = useEnds(seat, tell);
  const leave = useCallback(() => setOpen(null), [setOpen]);
  const say = useCallback(
    (asked: SentCorrection) => {
      setOpen(null);
      correct(key, asked);
    },
    [correct, key, setOpen],
  );

  const keepEnds = () => {
    if (hasDraft(seat)) say({ action: 'span', attribution: key, ...seat.draft });
  };
  const actions: Record<string, () => void> = {
    a: () => (hasDraft(seat) ? keepEnds() : say({ action: 'accept', attribution: key })),
    s: () => setOpen('speaker'),
    n: () => say({ action: 'not-a-statement', attribution: key }),
    m: () => speaker && setOpen('merge'),
    r: () => speaker && setOpen(open === 'itself' ? null : 'itself'),
    J: () => statement !== null && setOpen('join'),
    P: () => statement !== null && say({ action: 'part', statement, occurrences: [key] }),
    e: () => setOpen(open === 'ends' ? null : 'ends'),
    u: undo,
  };
  const reading: Record<string, () => void> = {
    j: () => step(1),
    k: () => step(-1),
  };
  function step(by: 1 | -1) {
    setOpen(null);
    tell({ type: 'stepped', by });
  }
  const dropEnds = () => {
    tell({ type: 'dropped', key });
    leave();
  };
  useKeys((pressed, event) => {
    const act = reading[pressed] ?? (accepting ? actions[pressed] : undefined);
    const moves = accepting ? ends.keys(pressed, event.shiftKey, open === 'ends') : null;
    if (accepting && open === 'ends' && pressed === 'Enter' && !isOnButton(event)) keepEnds();
    else if (accepting && pressed === 'Escape' && (open !== null || hasDraft(seat))) dropEnds();
    else if (moves && (singleKeys || pressed.startsWith('Arrow'))) {
      setOpen('ends');
      moves();
    } else if (act && singleKeys) act();
    else return;
    event.preventDefault();
  });

  const hue = useMemo(() => (speaker ? huesOf([speaker.key]).get(speaker.key)! : NO_HUE), [speaker]);
  return (
    <article className="desk" aria-labelledby="desk-title">
      <h2 id="desk-title" className="desk-head">
        <Link to={placeOf(attribution)} dir="auto">
          {titleWords(attribution.article)}
        </Link>
        <small>
          <bdi>{outletWords(attribution.article.outlet)}</bdi>
          {attribution.article.published && <>, {dayWords(attribution.article.published)}</>}
        </small>
      </h2>
      <p className={`statement-head ${hue}`}>
        <SpeakerLine attribution={attribution} />
      </p>
      <Passage seat={seat} hue={hue} moving={open === 'ends' ? ends.part : null} />
      <p className="passage-legend" aria-hidden="true">
        <span className={`said shown-content ${hue}`}>what is said</span>{' '}
        <span className={`shown-source ${hue}`}>source</span> <span className={`shown-cue ${hue}`}>cue</span>
      </p>
      <WhyInDoubt doubt={doubt} />
      <Facts attribution={attribution} />
      <Said seat={seat} />
      {accepting && (
        <div className="desk-actions" role="toolbar" aria-label="Corrections of this statement">
          <Act does={actions.a!} letter="a" main>
            {hasDraft(seat) ? 'Keep these words' : 'Accept'}
          </Act>
          <Act does={actions.s!} letter="s">
            Speaker
          </Act>
          <Act does={actions.n!} letter="n">
            Not a statement
          </Act>
          <Act does={actions.e!} letter="e">
            Begins, ends
          </Act>
          {speaker && (
            <>
              <Act does={actions.m!} letter="m">
                Merge speaker
              </Act>
              <Act does={actions.r!} letter="r">
                Rename, split it
              </Act>
            </>
          )}
          {statement !== null && (
            <>
              <Act does={actions.J!} letter="J">
                Join statement
              </Act>
              <Act does={actions.P!} letter="P">
                Part it
              </Act>
            </>
          )}
          <Act does={undo} letter="u">
            Undo
          </Act>
        </div>
      )}
      {open === 'speaker' && (
        <SpeakerChoice
          key={`${key} speaker`}
          label="Who speaks"
          here={doubt.speakers}
          without={speaker?.key ?? null}
          open
          choose={(to: ChosenSpeaker) => say({ action: 'speaker', attribution: key, to })}
          leave={leave}
        />
      )}
      {open === 'merge' && speaker && (
        <SpeakerChoice
          key={`${key} merge`}
          label={`Who ${speaker.name} is`}
          here={doubt.speakers}
          without={speaker.key}
          open={false}
          choose={(into) => typeof into === 'string' && say({ action: 'merge', into, from: speaker.key })}
          leave={leave}
        />
      )}
      {open === 'itself' && speaker && (
        <SpeakerPanel key={`${key} itself`} attribution={attribution} speaker={speaker} say={say} leave={leave} />
      )}
      {open === 'join' && statement !== null && (
        <StatementChoice
          key={`${key} join`}
          about={attribution}
          choose={(into) => say({ action: 'join', statement: into, other: statement })}
          leave={leave}
        />
      )}
      {open === 'ends' && (
        <EndsPanel
          part={ends.part}
          words={ends.words}
          changed={hasDraft(seat)}
          turnTo={ends.turnTo}
          move={ends.move}
          save={keepEnds}
          drop={dropEnds}
        />
      )}
      <nav className="pager" aria-label="Statements to review">
        <button type="button" onClick={() => step(-1)} aria-disabled={desk.at === 0}>
          Before <kbd>k</kbd>
        </button>
        <button type="button" onClick={() => step(1)} aria-disabled={desk.at >= desk.seats.length - 1}>
          Next <kbd>j</kbd>
        </button>
        <Link to={articleAddress(attribution.article.key)}>The whole article</Link>
        <span>{percent(doubt.doubt)} sure</span>
      </nav>
    </article>
  );
}

/**
 * A state that begins anew with each statement. The desk itself stays when the next one comes, and so does the focus on what
 * was pressed.
 */
function useForSeat<T>(key: string, first: T): readonly [T, (value: T) => void] {
  const [kept, keep] = useState({ key, value: first });
  return [kept.key === key ? kept.value : first, useCallback((value: T) => keep({ key, value }), [key])];
}

const isOnButton = (event: { target: unknown }): boolean =>
  event.target instanceof Element && event.target.closest('button, a, summary') !== null;

interface ActProps {
  readonly does: () => void;
  readonly letter: string;
  readonly main?: boolean;
  readonly children: string;
}

function Act({ does, letter, main = false, children }: ActProps) {
  return (
    <button type="button" className={main ? 'main-button' : undefined} onClick={does} aria-keyshortcuts={letter}>
      {children}{' '}
      <span className="key" aria-hidden="true">
        {letter}
      </span>
    </button>
  );
}

/** What was said of a statement here so far. */
function Said({ seat }: { readonly seat: Seat }) {
  if (seat.made.length === 0 && seat.sending.length === 0) return null;
  return (
    <ul className="plain said-so-far">
      {seat.made.map(({ number, asked, summary }) => (
        <li key={number}>
          {wordsFor(asked)} (correction {number}): <bdi>{summary}</bdi>
        </li>
      ))}
      {seat.sending.map((asked) => (
        <li key={JSON.stringify(asked)}>{wordsFor(asked)}: being written …</li>
      ))}
      {isSettled(seat) && <li>It is reviewed.</li>}
    </ul>
  );
}

/** Moving the ends of the parts of a statement. */
function useEnds(seat: Seat, tell: DeskTools['tell']) {
  const [part, turnTo] = useForSeat<Part>(keyOf(seat), 'content');
  const { doubt } = seat;
  const { passage, attribution } = doubt;
  const steps = useMemo(() => stepsOf(passage.text, undefined), [passage.text]);
  const backwards = RIGHT_TO_LEFT.test(passage.text);
  const spans = inPassage(doubt, spansOf(seat, part));

  const move = (end: End, way: Way) => {
    const near = inPassage(doubt, attribution.content)[0]?.[0] ?? 0;
    const next = moved(spans, end, way, steps, near).map(
      ([from, to]) => [from + passage.start, to + passage.start] as const,
    );
    tell({ type: 'drafted', key: keyOf(seat), part, spans: next });
  };
  const bracket: Record<string, readonly [End, Way]> = {
    '[': ['start', 'back'],
    ']': ['start', 'on'],
    '{': ['end', 'back'],
    '}': ['end', 'on'],
  };
  return {
    part,
    turnTo,
    move,
    words: spans.map(([from, to]) => passage.text.slice(from, to)).join(' … '),
    /** What a key moves: the brackets at any time, arrows and the part while ends are being moved; null for none. */
    keys(pressed: string, shift: boolean, moving: boolean): (() => void) | null {
      const by = bracket[pressed];
      if (by) return () => move(...by);
      if (!moving) return null;
      if (pressed === 't') return () => turnTo(PARTS[(PARTS.indexOf(part) + 1) % PARTS.length]!);
      if (pressed !== 'ArrowLeft' && pressed !== 'ArrowRight') return null;
      const on = (pressed === 'ArrowRight') !== backwards;
      return () => move(shift ? 'start' : 'end', on ? 'on' : 'back');
    },
  };
}
