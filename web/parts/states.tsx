import type { ReactNode } from 'react';
import type { Answer } from '../use-answer.ts';

/** What a page shows while, or instead of, what was asked for; nothing when the data is there. */
export function State({ answer, missing }: { readonly answer: Answer<unknown>; readonly missing?: string }) {
  const { problem, loading, retry } = answer;
  if (problem) {
    return (
      <div className="state" role="alert">
        <p>{problem.missing && missing ? missing : problem.words}</p>
        {!problem.missing && (
          <button type="button" onClick={retry}>
            Try again
          </button>
        )}
      </div>
    );
  }
  return loading ? (
    <p className="state loading" role="status">
      Loading…
    </p>
  ) : null;
}

/** What a page says when there is nothing to show, and what to do about it. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <div className="state">{children}</div>;
}
