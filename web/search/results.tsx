import { useCallback, useRef } from 'react';
import type { SearchResult } from '../../src/server/search-schemas.ts';
import type { Term } from '../../src/store/search-words.ts';
import { huesOf, NO_HUE } from '../hues.ts';
import { useKeys } from '../parts/keys.tsx';
import { Pager } from '../parts/pager.tsx';
import { Statement } from '../parts/statement.tsx';
import { Empty } from '../parts/states.tsx';
import { go, Link } from '../router.tsx';
import { counted } from '../words.ts';
import { type Asked, chosenCount, queryOf, searchAddress, widened } from './asked.ts';
import { Chosen } from './chosen.tsx';
import { Marked } from './marked.tsx';

/** As many rows as the table of results holds. */
const MOST_ROWS = 1_000;

interface ResultsProps {
  readonly found: SearchResult;
  readonly terms: readonly Term[];
  readonly asked: Asked;
  readonly page: number;
}

/** What was found, each with the words marked and one click from where it stands. */
export function Results({ found, terms, asked, page }: ResultsProps) {
  const list = useRef<HTMLOListElement>(null);
  useSteps(list);
  const hues = huesOf(found.items.flatMap(({ speaker }) => (speaker ? [speaker.key] : [])));
  const mark = (text: string) => <Marked text={text} terms={terms} />;
  return (
    <section aria-labelledby="found">
      <div className="found-head">
        <h2 id="found" className="count" aria-live="polite">
          {found.atLeast && 'At least '}
          {counted(found.total, 'statement')} found
        </h2>
        {found.total > 0 && <Order asked={asked} />}
        {found.total > 0 && <Formats asked={asked} cut={found.total > MOST_ROWS || found.atLeast} />}
      </div>
      {found.atLeast && (
        <p className="facet-note">
          These are the matches that came in last; the counts are of them. Narrow the search to see others.
        </p>
      )}
      <Chosen asked={asked} facets={found.facets} />
      {found.total === 0 && <Nothing asked={asked} />}
      <ol className="statements plain" ref={list}>
        {found.items.map((attribution) => (
          <li key={attribution.key}>
            <Statement
              attribution={attribution}
              hue={(attribution.speaker && hues.get(attribution.speaker.key)) ?? NO_HUE}
              mark={mark}
              withSpeaker
            />
          </li>
        ))}
      </ol>
      <Pager page={page} total={found.total} what="results" addressOf={(to) => searchAddress(asked, to)} />
    </section>
  );
}

/** The keys j and k go from one statement's words to the next; Enter then follows them, as it follows any link. */
function useSteps(list: { readonly current: HTMLElement | null }): void {
  useKeys(
    useCallback(
      (key) => {
        if (key !== 'j' && key !== 'k') return;
        const links = [...(list.current?.querySelectorAll<HTMLElement>('.statement-words a') ?? [])];
        const at = links.findIndex((link) => link.closest('li')!.contains(document.activeElement));
        links[key === 'j' ? at + 1 : Math.max(at - 1, 0)]?.focus();
      },
      [list],
    ),
  );
}

function Order({ asked }: { readonly asked: Asked }) {
  return (
    <label className="order">
      <span className="facet-label">Order</span>{' '}
      <select
        value={asked.sort}
        onChange={({ target }) => go(searchAddress({ ...asked, sort: target.value === 'date' ? 'date' : 'relevance' }))}
      >
        <option value="relevance">best match first</option>
        <option value="date">newest first</option>
      </select>
    </label>
  );
}

/** The same results for programs, spreadsheets and feed readers. */
function Formats({ asked, cut }: { readonly asked: Asked; readonly cut: boolean }) {
  const query = queryOf(asked);
  return (
    <p className="formats">
      <a href={`/api/search?${query}`}>as JSON</a>{' '}
      <a href={`/api/search.csv?${query}`} download>
        {cut ? 'as CSV (the first 1,000)' : 'as CSV'}
      </a>{' '}
      <a href={`/api/search.atom?${query}`} type="application/atom+xml">
        as feed
      </a>
    </p>
  );
}

function Nothing({ asked }: { readonly asked: Asked }) {
  const narrowed = chosenCount(asked) > 0;
  return (
    <Empty>
      <p>
        No statement{narrowed && ' of what was chosen'} holds all of these words. Try fewer words
        {asked.q.includes('"') && ', or leave out the quotation marks'}
        {narrowed && (
          <>
            {', or '}
            <Link to={searchAddress(widened(asked))}>search the whole record</Link>
          </>
        )}
        .
      </p>
    </Empty>
  );
}
