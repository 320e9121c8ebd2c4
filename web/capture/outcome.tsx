import type { CaptureOutcome } from '../../src/server/captures-schemas.ts';
import { articleAddress, counted } from '../words.ts';
import type { Sending } from './use-sending.ts';

const words: Record<CaptureOutcome['outcome'], string> = {
  added: 'Added to the record',
  revised: 'Added to the record, as a later version of an article that it had',
  unchanged: 'The record has this article already',
  refused: 'Not added',
};

/** What became of a page, read out where it changes. */
export function Outcome({ sending }: { readonly sending: Sending }) {
  return (
    <div className="capture-outcome" role="status">
      {sending === 'sending' && <p>Reading the page …</p>}
      {typeof sending === 'object' && 'failed' in sending && (
        <p className="capture-problem">Not added. {sending.failed}</p>
      )}
      {typeof sending === 'object' && 'outcome' in sending && <Told outcome={sending.outcome} />}
    </div>
  );
}

function Told({ outcome: { outcome, article, title, attributions, reason } }: { readonly outcome: CaptureOutcome }) {
  if (article === null) {
    return (
      <p className="capture-problem">
        {words[outcome]}. {reason} The reason is kept under <a href="/refusals">Not captured</a>.
      </p>
    );
  }
  return (
    <p>
      {words[outcome]}: {/* Loaded anew, and so no longer a page that the one which opened it can speak to. */}
      <a href={articleAddress(article)} dir="auto">
        {title?.trim() || 'Article without a title'}
      </a>
      {attributions !== null && `, with ${counted(attributions, 'statement')}`}.
    </p>
  );
}
