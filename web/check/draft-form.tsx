import type { SubmitEvent } from 'react';
import type { SentDraft } from '../../src/server/check-schemas.ts';
import { base64 } from '../parts/base64.ts';
import { useDroppedFile } from '../parts/use-dropped-file.ts';
import { figure } from '../words.ts';

/** As the server has it: see `src/server/check-schemas.ts`. */
const MOST_CHARACTERS = 200_000;
const MOST_BYTES = 1_000_000;
const READ = '.txt,.md,.markdown,.html,.htm,.docx,.pdf,.mhtml';

interface DraftFormProps {
  readonly checking: boolean;
  /** What was checked last. */
  readonly text: string;
  check(make: () => Promise<SentDraft>): void;
}

async function fromFile(file: File): Promise<SentDraft> {
  if (file.size > MOST_BYTES) throw new Error(`${file.name} is larger than ${figure(MOST_BYTES)} bytes.`);
  return { file: { name: file.name, bytes: await base64(file) } };
}

/** Where a draft is pasted, typed, chosen as a file or dropped. Control and Enter check it. */
export function DraftForm({ checking, text, check }: DraftFormProps) {
  const give = (make: () => Promise<SentDraft>) => {
    if (!checking) check(make);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const draft = String(new FormData(event.currentTarget).get('draft') ?? '');
    give(async () => ({ text: draft }));
  };
  const { over, handlers } = useDroppedFile((file) => give(() => fromFile(file)));
  return (
    <form className={over ? 'draft-form drop-here' : 'draft-form'} onSubmit={submit} {...handlers}>
      <label>
        Draft
        <textarea
          name="draft"
          rows={8}
          required
          maxLength={MOST_CHARACTERS}
          defaultValue={text}
          dir="auto"
          placeholder="Paste the draft here, or drop a file"
          autoComplete="off"
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
          }}
        />
      </label>
      <p className="draft-actions">
        <button type="submit" className="main-button" aria-disabled={checking}>
          Check the quotations
        </button>
        <label className="draft-file">
          or a file{' '}
          <input
            type="file"
            accept={READ}
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file) give(() => fromFile(file));
              // So that the same file, changed meanwhile, can be chosen again.
              event.currentTarget.value = '';
            }}
          />
        </label>
      </p>
      <p className="count">
        The draft goes to this server alone, which keeps nothing of it. Text, Markdown, HTML, Word and PDF are read.
      </p>
    </form>
  );
}
