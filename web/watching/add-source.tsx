import { type SubmitEvent, useState } from 'react';
import type { SentSource, SourceOutcome } from '../../src/server/sources-schemas.ts';
import { useDroppedFile } from '../parts/use-dropped-file.ts';
import { send } from '../sending.ts';
import { counted, figure } from '../words.ts';

/** Files larger than this, in bytes, are no list of feeds. */
const LARGEST_LIST = 4_000_000;

type Adding = 'not yet' | 'sending' | { readonly outcome: SourceOutcome } | { readonly failed: string };

const sendSource = (source: SentSource): Promise<SourceOutcome> => send('/api/sources', source, '--accept-sources');

async function listIn(file: File): Promise<SentSource> {
  if (file.size > LARGEST_LIST) throw new Error(`${file.name} is larger than ${figure(LARGEST_LIST)} bytes.`);
  return { opml: await file.text() };
}

/** Adds an address to what is watched, or a list of feeds that is chosen or dropped. */
export function AddSource({ added }: { readonly added: () => void }) {
  const [adding, setAdding] = useState<Adding>('not yet');
  const add = async (make: () => Promise<SentSource>) => {
    if (adding === 'sending') return;
    setAdding('sending');
    try {
      setAdding({ outcome: await sendSource(await make()) });
      added();
    } catch (error) {
      setAdding({ failed: (error as Error).message });
    }
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const url = String(given.get('url') ?? '').trim();
    const outlet = String(given.get('outlet') ?? '').trim();
    void add(async () => (outlet === '' ? { url } : { url, outlet }));
  };
  const { over, handlers } = useDroppedFile((file) => void add(() => listIn(file)));
  return (
    <form className={over ? 'source-form drop-here' : 'source-form'} onSubmit={submit} {...handlers}>
      <label>
        Address of a feed, a sitemap, or a site that offers one
        <input
          name="url"
          type="text"
          inputMode="url"
          maxLength={2000}
          required
          placeholder="https://"
          autoComplete="off"
        />
      </label>
      <label>
        Outlet, as the record is to call it (its own name when left empty)
        <input name="outlet" type="text" maxLength={500} autoComplete="off" />
      </label>
      <button type="submit" className="main-button" aria-disabled={adding === 'sending'}>
        Watch it
      </button>
      <label>
        Or a list of feeds: choose a file or drop it here (OPML)
        <input
          type="file"
          accept=".opml,.xml"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) void add(() => listIn(file));
            event.currentTarget.value = '';
          }}
        />
      </label>
      <Added adding={adding} />
    </form>
  );
}

/** What became of it, read out where it changes. */
function Added({ adding }: { readonly adding: Adding }) {
  return (
    <div className="capture-outcome" role="status">
      {adding === 'sending' && <p>Asking …</p>}
      {typeof adding === 'object' && 'failed' in adding && (
        <p className="capture-problem">Not added. {adding.failed}</p>
      )}
      {typeof adding === 'object' && 'outcome' in adding && <Told {...adding.outcome} />}
    </div>
  );
}

function Told({ added, unchanged, problems, others, fresh }: SourceOutcome) {
  return (
    <>
      {added.length > 0 && (
        <p>
          {counted(added.length, 'source')} added
          {added.length === 1 && (
            <>
              : <bdi>{added[0]!.title ?? added[0]!.outlet}</bdi>
            </>
          )}
          {fresh !== null && `, with ${counted(fresh, 'article')} to fetch`}.
        </p>
      )}
      {unchanged > 0 && <p>{counted(unchanged, 'source')} watched already.</p>}
      {problems.map((problem) => (
        <p key={problem} className="capture-problem" dir="auto">
          Not added. {problem}
        </p>
      ))}
      {added.length + unchanged + problems.length === 0 && <p>The list holds no feed.</p>}
      {others.length > 0 && (
        <p>
          The page offers others too: <bdi>{others.join(' ')}</bdi>
        </p>
      )}
    </>
  );
}
