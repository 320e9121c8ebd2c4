import { useState } from 'react';
import type { RecordedAttribution } from '../../src/server/schemas.ts';
import { api } from '../api.ts';
import { Combobox } from '../parts/combobox.tsx';
import { useDelayed } from '../parts/use-delayed.ts';
import { askedOf } from '../search/asked.ts';
import { useAnswer } from '../use-answer.ts';
import { dayWords, outletWords, speakerName } from '../words.ts';

interface StatementChoiceProps {
  readonly about: RecordedAttribution;
  choose(statement: string): void;
  leave(): void;
}

/** Chooses the statement that another one is an occurrence of, by words of it. */
export function StatementChoice({ about, choose, leave }: StatementChoiceProps) {
  const [typed, setTyped] = useState('');
  const asked = useDelayed(typed.trim(), 150);
  const { data } = useAnswer(asked ? api.search(askedOf(new URLSearchParams({ q: asked })), 1) : null);
  const seen = new Set([about.statement]);
  const found = (asked === '' ? [] : (data?.items ?? [])).filter(({ statement }) => {
    if (statement === null || seen.has(statement)) return false;
    seen.add(statement);
    return true;
  });
  return (
    <Combobox
      label="The same utterance as"
      placeholder="words of the other statement"
      offered={found.slice(0, 8).map((each) => ({
        key: each.key,
        value: each.statement!,
        words: (
          <>
            <bdi>{shortened(each.words)}</bdi>{' '}
            <small>
              <bdi>{speakerName(each)}</bdi>; <bdi>{outletWords(each.article.outlet)}</bdi>
              {each.article.published && `, ${dayWords(each.article.published)}`}
            </small>
          </>
        ),
      }))}
      typed={typed}
      type={setTyped}
      choose={choose}
      leave={leave}
    />
  );
}

/** The beginning of words, cut between them. */
export function shortened(words: string, most = 140): string {
  if (words.length <= most) return words;
  return `${words.slice(0, most).replace(/\s*\S*$/, '')} …`;
}
