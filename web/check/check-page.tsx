import { useCallback, useRef, useState } from 'react';
import type { CheckedDraft, SentDraft } from '../../src/server/check-schemas.ts';
import { useFocusSteps } from '../parts/use-focus-steps.ts';
import { useTitle } from '../parts/use-title.ts';
import { CheckedText } from './checked-text.tsx';
import { DraftForm } from './draft-form.tsx';
import { sendDraft } from './send-draft.ts';
import { Summary } from './summary.tsx';
import { useCopyKey } from './use-copy-key.ts';

type Checking = 'not yet' | 'checking' | { readonly checked: CheckedDraft } | { readonly failed: string };

/** What was checked last, so that a step to an article and back does not lose it. It is kept nowhere else. */
let last: Checking = 'not yet';

/** A draft whose quotations are held against the record: each gets its verdict in place. */
export function CheckPage() {
  const [checking, setChecking] = useState<Checking>(last);
  const root = useRef<HTMLDivElement>(null);
  useTitle('Check');
  useFocusSteps(root);
  const [said, copy] = useCopyKey(root);
  const check = useCallback(async (make: () => Promise<SentDraft>) => {
    const say = (next: Checking) => {
      last = next === 'checking' ? 'not yet' : next;
      setChecking(next);
    };
    say('checking');
    try {
      say({ checked: await sendDraft(await make()) });
    } catch (error) {
      say({ failed: (error as Error).message });
    }
  }, []);
  const checked = typeof checking === 'object' && 'checked' in checking ? checking.checked : null;
  return (
    <div className="check-page" ref={root} aria-busy={checking === 'checking'}>
      <header className="page-head">
        <h1>Check</h1>
        <p>The quotations of a draft against the record: are these the words, whole, and of whom the draft names?</p>
      </header>
      <DraftForm checking={checking === 'checking'} text={checked?.text ?? ''} check={check} />
      <div role="status">
        {checking === 'checking' && (
          <p className="state loading">Checking… The first draft takes some seconds: the models are loaded.</p>
        )}
        {checked && <Summary checked={checked} />}
      </div>
      {typeof checking === 'object' && 'failed' in checking && (
        <p className="state" role="alert">
          {checking.failed}
        </p>
      )}
      {checked && <CheckedText checked={checked} copy={copy} />}
      <p className="copied check-copied" role="status">
        {said}
      </p>
    </div>
  );
}
