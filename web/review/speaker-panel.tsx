import { type KeyboardEvent, type SubmitEvent, useId, useRef } from 'react';
import type { SentCorrection } from '../../src/server/corrections-schemas.ts';
import type { RecordedAttribution, RecordedSpeaker } from '../../src/server/schemas.ts';
import { useFocusFirst } from '../parts/use-focus-first.ts';
import { kindWords } from '../words.ts';

type Kind = RecordedSpeaker['kind'];
const KINDS = Object.keys(kindWords) as Kind[];
/** As the server has it: see `src/server/corrections-schemas.ts`. */
const LONGEST_NAME = 500;

interface SpeakerPanelProps {
  readonly attribution: RecordedAttribution;
  readonly speaker: NonNullable<RecordedAttribution['speaker']>;
  say(asked: SentCorrection): void;
  leave(): void;
}

/** Corrects a speaker, wherever it speaks: its name, its kind, and what of its statements is another's. */
export function SpeakerPanel({ attribution, speaker, say, leave }: SpeakerPanelProps) {
  const panel = useRef<HTMLFieldSetElement>(null);
  const first = useRef<HTMLInputElement>(null);
  const id = useId();
  useFocusFirst(first, panel);
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    leave();
  };
  const submit =
    (make: (given: (name: string) => string) => SentCorrection) => (event: SubmitEvent<HTMLFormElement>) => {
      event.preventDefault();
      const given = new FormData(event.currentTarget);
      say(make((name) => String(given.get(name) ?? '').trim()));
    };
  const of = { article: { articles: [attribution.article.key] }, statement: { attributions: [attribution.key] } };
  return (
    <fieldset className="ends speaker-panel" ref={panel} onKeyDown={press}>
      <legend>
        The speaker <bdi>{speaker.name}</bdi>, in all articles
      </legend>
      <form onSubmit={submit((given) => ({ action: 'rename', speaker: speaker.key, name: given('name') }))}>
        <label>
          Is called{' '}
          <input
            ref={first}
            name="name"
            defaultValue={speaker.name}
            required
            maxLength={LONGEST_NAME}
            dir="auto"
            autoComplete="off"
          />
        </label>
        <button type="submit">Rename</button>
      </form>
      <form onSubmit={submit((given) => ({ action: 'kind', speaker: speaker.key, kind: given('kind') as Kind }))}>
        <label>
          Is of the kind{' '}
          <select name="kind" defaultValue={speaker.kind}>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {kindWords[kind]}
              </option>
            ))}
          </select>
        </label>
        <button type="submit">Change the kind</button>
      </form>
      <form
        aria-describedby={id}
        onSubmit={submit((given) => ({
          action: 'split',
          speaker: speaker.key,
          name: given('other'),
          of: given('of') === 'article' ? of.article : of.statement,
        }))}
      >
        <label>
          Is two speakers: somebody else, called{' '}
          <input name="other" required maxLength={LONGEST_NAME} dir="auto" autoComplete="off" />
        </label>
        <label>
          made{' '}
          <select name="of">
            <option value="statement">this statement</option>
            <option value="article">all its statements in this article</option>
          </select>
        </label>
        <button type="submit">Split</button>
      </form>
      <p id={id} className="count">
        The other speaker may have the same name, as father and son do.
      </p>
      <p>
        <button type="button" onClick={leave}>
          Leave <kbd>Esc</kbd>
        </button>
      </p>
    </fieldset>
  );
}
