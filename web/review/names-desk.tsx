import { useCallback, useEffect, useState } from 'react';
import type { SentCorrection } from '../../src/server/corrections-schemas.ts';
import type { OfferPage } from '../../src/server/schemas.ts';
import { api } from '../api.ts';
import { useKeys } from '../parts/keys.tsx';
import { KindMark } from '../parts/kind-mark.tsx';
import { Empty, State } from '../parts/states.tsx';
import { Link } from '../router.tsx';
import { useAnswer } from '../use-answer.ts';
import { articleAddress, counted, kindWords, outletWords, speakerAddress, titleWords } from '../words.ts';
import { useSingleKeys } from './review-keys.tsx';
import { sendCorrection } from './use-desk.ts';

type Said = { readonly number: number; readonly summary: string };

/** Pairs of speakers that may be one, one pair at a time: those with most statements first. */
export function NamesDesk({ accepting }: { readonly accepting: boolean }) {
  const [offset, setOffset] = useState(0);
  const [said, setSaid] = useState<Said | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const answer = useAnswer(api.offers(offset, 1));
  const [singleKeys] = useSingleKeys();
  const total = answer.data?.total ?? 0;
  const offer = answer.data?.items[0];
  const { retry } = answer;

  const say = useCallback(
    async (asked: SentCorrection) => {
      setFailed(null);
      try {
        const { number, summary } = await sendCorrection(asked);
        setSaid(asked.action === 'undo' ? null : { number, summary });
        retry();
      } catch (error) {
        setFailed((error as Error).message);
      }
    },
    [retry],
  );
  // The last pair may have been answered since.
  useEffect(() => {
    if (offset > 0 && answer.data && offset >= total) setOffset(Math.max(0, total - 1));
  }, [offset, total, answer.data]);

  const [one, other] = offer?.speakers ?? [];
  const actions: Record<string, () => void> = {
    j: () => setOffset(Math.min(offset + 1, Math.max(total - 1, 0))),
    k: () => setOffset(Math.max(offset - 1, 0)),
  };
  if (accepting && one && other) {
    actions['1'] = () => void say({ action: 'merge', into: one.key, from: other.key });
    actions['2'] = () => void say({ action: 'merge', into: other.key, from: one.key });
    actions.x = () => void say({ action: 'apart', speaker: one.key, other: other.key });
  }
  if (accepting && said) actions.u = () => void say({ action: 'undo', number: said.number });
  useKeys((pressed, event) => {
    const act = singleKeys ? actions[pressed] : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  });

  const button = (letter: string, words: string) => (
    <button type="button" onClick={actions[letter]} aria-keyshortcuts={letter} aria-disabled={!actions[letter]}>
      {words}{' '}
      <span className="key" aria-hidden="true">
        {letter}
      </span>
    </button>
  );
  return (
    <>
      <div className="desk-news" role="status">
        {said && (
          <p>
            Correction {said.number}: <bdi>{said.summary}</bdi> {button('u', 'Undo')}
          </p>
        )}
      </div>
      {failed !== null && (
        <div className="state" role="alert">
          <p>Not made. {failed}</p>
        </div>
      )}
      {!offer ? (
        answer.data && !answer.problem ? (
          <Empty>
            <p>The record holds no two names of which it is unsure whether they are one speaker.</p>
          </Empty>
        ) : (
          <State answer={answer} />
        )
      ) : (
        <section className="desk" aria-labelledby="names-title" aria-busy={answer.loading}>
          <h2 id="names-title">
            Are these one speaker? <small>{counted(total, 'pair')} to review</small>
          </h2>
          <div className="two-names">
            {offer.speakers.map((speaker) => (
              <Name key={speaker.key} speaker={speaker} />
            ))}
          </div>
          <p>{offer.reason}</p>
          {accepting && (
            <div className="desk-actions" role="toolbar" aria-label="Corrections of this pair">
              {button('1', 'One, by the first name')}
              {button('2', 'One, by the second name')}
              {button('x', 'Two speakers')}
            </div>
          )}
          <nav className="pager" aria-label="Pairs to review">
            {button('k', 'Before')}
            {button('j', 'Next')}
          </nav>
        </section>
      )}
    </>
  );
}

function Name({
  speaker: { key, name, kind, attributions, article },
}: {
  readonly speaker: OfferPage['items'][number]['speakers'][number];
}) {
  return (
    <div>
      <p className="statement-head">
        <KindMark kind={kind} />
        <Link className="speaker-name" to={speakerAddress(key)} dir="auto">
          {name}
        </Link>
      </p>
      <p className="meta">
        {kindWords[kind]}, {counted(attributions, 'statement')}
      </p>
      <p>
        for example in{' '}
        <Link to={articleAddress(article.key)} dir="auto">
          {titleWords(article)}
        </Link>{' '}
        (<bdi>{outletWords(article.outlet)}</bdi>)
      </p>
    </div>
  );
}
