import { useCallback, useMemo, useState } from 'react';
import type { StatementDetail } from '../../src/server/statement-schemas.ts';
import { useKeys } from '../parts/keys.tsx';
import { useCopying } from '../parts/use-copying.ts';
import { statementAddress } from '../words.ts';
import { citationsOf } from './citations.ts';

/** The statement as others cite it, ready to copy, with its permanent address. */
export function Cite({ detail }: { readonly detail: StatementDetail }) {
  const address = `${window.location.origin}${statementAddress(detail.statement.key)}`;
  const citations = useMemo(() => citationsOf(detail, address), [detail, address]);
  const [shown, setShown] = useState(0);
  const [said, copy] = useCopying();
  const take = useCallback(
    (at: number) => {
      setShown(at);
      void copy(citations[at]!.text, `the citation as ${citations[at]!.form}`);
    },
    [citations, copy],
  );
  useKeys(
    useCallback(
      (key) => {
        if (key === 'c') take(shown);
      },
      [take, shown],
    ),
  );
  return (
    <section className="cite" aria-labelledby="cite">
      <h2 id="cite">Cite</h2>
      <p className="cite-forms">
        {citations.map(({ form }, at) => (
          <button key={form} type="button" aria-pressed={at === shown} onClick={() => take(at)}>
            Copy {form}
          </button>
        ))}
      </p>
      <pre className="citation" dir="auto">
        {citations[shown]!.text}
      </pre>
      <p className="cite-address">
        <a href={address}>{address}</a>{' '}
        <button type="button" onClick={() => copy(address, 'the permanent address')}>
          Copy the address
        </button>
      </p>
      <p className="copied" role="status">
        {said}
      </p>
    </section>
  );
}
