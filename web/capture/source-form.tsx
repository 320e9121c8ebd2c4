import { type SubmitEvent, useState } from 'react';
import type { SentPage } from '../../src/server/captures-schemas.ts';
import { base64 } from '../parts/base64.ts';
import { useDroppedFile } from '../parts/use-dropped-file.ts';
import { figure } from '../words.ts';
import { MOST_CHARACTERS } from './handed.ts';
import { Outcome } from './outcome.tsx';
import { useSending } from './use-sending.ts';

const givesAddress = (file: File | null): boolean => file !== null && /\.mht(ml)?$/i.test(file.name);

/** What the reader gave, as it is sent. @throws Error for people */
async function pageOf(url: string, file: File | null, source: string): Promise<SentPage> {
  if (!file) return { url, html: source };
  if (file.size > MOST_CHARACTERS) throw new Error(`${file.name} is larger than ${figure(MOST_CHARACTERS)} bytes.`);
  const bytes = await base64(file);
  return { ...(url ? { url } : {}), file: { name: file.name, bytes } };
}

/** A form for a page's source or a file that a browser saved. */
export function SourceForm() {
  const [sending, send] = useSending();
  const [file, setFile] = useState<File | null>(null);

  const add = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string): string => String(given.get(name) ?? '');
    if (sending !== 'sending') void send(() => pageOf(text('url').trim(), file, text('source')));
  };
  const { over, handlers } = useDroppedFile(setFile);
  return (
    <form className={over ? 'source-form drop-here' : 'source-form'} onSubmit={add} {...handlers}>
      <label>
        Address of the page
        <input
          name="url"
          type="url"
          maxLength={2000}
          required={!givesAddress(file)}
          placeholder="https://"
          autoComplete="off"
        />
      </label>
      <label>
        Saved page: choose a file or drop it here (.html, .mhtml)
        <input
          key={file ? 'given' : 'none'}
          type="file"
          accept=".html,.htm,.mhtml,.mht"
          onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
        />
      </label>
      {file ? (
        <p>
          <bdi>{file.name}</bdi>, {figure(file.size)} bytes{' '}
          <button type="button" onClick={() => setFile(null)}>
            Take another
          </button>
        </p>
      ) : (
        <label>
          Or its source, pasted
          <textarea name="source" rows={6} required spellCheck={false} autoComplete="off" />
        </label>
      )}
      <button type="submit" className="main-button" aria-disabled={sending === 'sending'}>
        Add to the record
      </button>
      <Outcome sending={sending} />
    </form>
  );
}
