import { useRef } from 'react';
import type { StoryList } from '../../src/server/story-schemas.ts';
import { api } from '../api.ts';
import { Pager, pageOf } from '../parts/pager.tsx';
import { Empty, State } from '../parts/states.tsx';
import { useFocusSteps } from '../parts/use-focus-steps.ts';
import { useTitle } from '../parts/use-title.ts';
import { addressOf, Link, type Place } from '../router.tsx';
import { useAnswer } from '../use-answer.ts';
import { counted } from '../words.ts';
import { StoryItems } from './story-list.tsx';

/** Stories of several articles, those with the latest article first. */
export function StoriesPage({ query }: Place) {
  const page = pageOf(query);
  const answer = useAnswer(api.stories(page));
  useTitle('Stories');
  return (
    <div className="stories-page" aria-busy={answer.loading}>
      <header className="page-head">
        <h1>Stories</h1>
        <p>Articles on the same event, those with the latest article first.</p>
      </header>
      {answer.problem || !answer.data ? <State answer={answer} /> : <Found found={answer.data} page={page} />}
    </div>
  );
}

function Found({ found, page }: { readonly found: StoryList; readonly page: number }) {
  const root = useRef<HTMLDivElement>(null);
  useFocusSteps(root);
  if (found.total === 0) {
    return (
      <Empty>
        <p>
          No two articles of the record are on the same event yet: a story takes two. Add articles of several outlets,
          or look at <Link to="/">the newest articles</Link>.
        </p>
      </Empty>
    );
  }
  return (
    <div ref={root}>
      <p className="count" role="status">
        {counted(found.total, 'story', 'stories')}
      </p>
      <StoryItems stories={found.items} heading="h2" />
      <Pager page={page} total={found.total} what="stories" addressOf={(to) => addressOf('/stories', { page: to })} />
    </div>
  );
}
