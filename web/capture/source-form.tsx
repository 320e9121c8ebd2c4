import { type DragEvent, type SubmitEvent, useState } from 'react';
import type { SentPage } from '../../src/server/captures-schemas.ts';
import { figure } from '../words.ts';
import { MOST_CHARACTERS } from './handed.ts';
import { Outcome } from './outcome.tsx';
import { useSending } from './use-sending.ts';

/** The bytes of a file in base64. */
function base64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve((reader.result as string).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(new Error(`${file.name} could not be read: ${reader.error?.message}`));
    reader.readAsDataURL(file);
  });
}

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
  const [over, setOver] = useState(false);

  const add = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string): string => String(given.get(name) ?? '');
    if (sending !== 'sending') void send(() => pageOf(text('url').trim(), file, text('source')));
  };
  const drop = (event: DragEvent<HTMLFormElement>) => {
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (!dropped) return;
    event.preventDefault();
    setFile(dropped);
  };
  const dragOver = (event: DragEvent<HTMLFormElement>) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  return (
    <form
      className={over ? 'source-form drop-here' : 'source-form'}
      onSubmit={add}
      onDragOver={dragOver}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
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
