import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { figure } from '../words.ts';
import type { Handed } from './handed.ts';
import { Outcome } from './outcome.tsx';
import { useSending } from './use-sending.ts';

/** So long the button waits: a press or a key meant for the page before must not add this one. */
const SETTLE_MS = 700;

/** Whether this window has been looked at long enough for a press to be meant for it. */
function useSettled(): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), SETTLE_MS);
    return () => clearTimeout(timer);
  }, []);
  return settled;
}

/** The page that was handed over, and the button that adds it. Nothing is added unasked. */
export function HandedPage({ page }: { readonly page: Handed }) {
  const [sending, send] = useSending();
  const settled = useSettled();
  const button = useRef<HTMLButtonElement>(null);
  const done = typeof sending === 'object' && 'outcome' in sending;
  const ready = settled && sending !== 'sending';
  useEffect(() => {
    if (settled) button.current?.focus();
  }, [settled]);

  const add = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { url, html, capturedAt } = page;
    if (ready) void send(async () => ({ url, html, capturedAt }));
  };
  return (
    <section className="handed" aria-labelledby="handed-title">
      <h2 id="handed-title">The page you were looking at</h2>
      <dl className="about">
        <div>
          <dt>Title</dt>
          <dd dir="auto">{page.title || <span className="untitled">none</span>}</dd>
        </div>
        <div>
          <dt>Outlet</dt>
          <dd>{new URL(page.origin).host}</dd>
        </div>
        <div>
          <dt>Address</dt>
          <dd className="capture-address">{page.url}</dd>
        </div>
        <div>
          <dt>Length</dt>
          <dd>{figure(page.html.length)} characters of markup</dd>
        </div>
      </dl>
      {!done && (
        <form onSubmit={add}>
          <button ref={button} type="submit" className="main-button" aria-disabled={!ready}>
            Add to the record
          </button>
        </form>
      )}
      <Outcome sending={sending} />
    </section>
  );
}
