import { useMemo, useRef } from 'react';
import type { StoryDetail } from '../../src/server/story-schemas.ts';
import { api } from '../api.ts';
import { huesOf } from '../hues.ts';
import { Pager, pageOf } from '../parts/pager.tsx';
import { Empty, State } from '../parts/states.tsx';
import { useFocusSteps } from '../parts/use-focus-steps.ts';
import { useTitle } from '../parts/use-title.ts';
import { addressOf, Link, type Place } from '../router.tsx';
import { useAnswer } from '../use-answer.ts';
import {
  articleAddress,
  counted,
  daysWords,
  figure,
  languageTag,
  outletWords,
  storyAddress,
  titleWords,
} from '../words.ts';
import { Alone } from './alone.tsx';
import { CarryLegend } from './carry.tsx';
import { FEW, Matrix } from './matrix.tsx';
import { Timeline } from './timeline.tsx';

/** One event: what its outlets report of it, beside each other. */
export function StoryPage({ storyKey, query }: Place & { readonly storyKey: string }) {
  const page = pageOf(query);
  const answer = useAnswer(api.story(storyKey, page));
  const { data } = answer;
  useTitle(data ? titleWords(data.story.lead) : 'Story');
  if (!data) {
    return (
      <>
        <h1>Story</h1>
        <State answer={answer} missing="The record has no story at this address." />
      </>
    );
  }
  return <Story detail={data} page={page} loading={answer.loading} moved={data.story.key !== storyKey} />;
}

interface StoryProps {
  readonly detail: StoryDetail;
  readonly page: number;
  readonly loading: boolean;
  /** Whether it was found by another address than its own. */
  readonly moved: boolean;
}

function Story({ detail, page, loading, moved }: StoryProps) {
  const { story, articles, outlets, statements, alone } = detail;
  const root = useRef<HTMLDivElement>(null);
  useFocusSteps(root);
  const hues = useMemo(
    () =>
      huesOf([...statements.items, ...alone.items].flatMap(({ statement }) => statement.earliest.speaker?.key ?? [])),
    [statements, alone],
  );
  // The earliest of an outlet stays: a later one does not take its place.
  const leads = useMemo(
    () => new Map(articles.toReversed().map((article) => [article.outlet, article] as const)),
    [articles],
  );
  return (
    <div className="story-page" aria-busy={loading}>
      <StoryHead detail={detail} moved={moved} />
      <div className={outlets.items.length > FEW ? 'story-body wide' : 'story-body'}>
        <div ref={root} className="story-told">
          <section aria-labelledby="matrix-title">
            <h2 id="matrix-title">Who reports what</h2>
            {statements.total === 0 ? (
              <NoMatrix outlets={story.outlets} />
            ) : (
              <>
                <p className="count">
                  {counted(statements.total, 'statement')} that several outlets report.{' '}
                  {outlets.total > outlets.items.length &&
                    `The ${figure(outlets.items.length)} outlets that report most of ${figure(outlets.total)}. `}
                  Keys j and k go from one to the next.
                </p>
                <CarryLegend />
                <Matrix rows={statements.items} outlets={outlets.items} leads={leads} hues={hues} />
              </>
            )}
          </section>
          <Alone rows={alone.items} total={alone.total} outlets={outlets.items} hues={hues} />
          <Pager
            page={page}
            total={Math.max(statements.total, alone.total)}
            what="statements"
            addressOf={(to) => addressOf(storyAddress(story.key), { page: to })}
          />
        </div>
        <Timeline articles={articles} lead={story.lead.key} />
      </div>
    </div>
  );
}

function StoryHead({ detail: { story, articles }, moved }: Pick<StoryProps, 'detail' | 'moved'>) {
  const { lead } = story;
  return (
    <header className="page-head story-head">
      <p className="kicker">Story</p>
      <h1 dir="auto" lang={languageTag(lead.language)} className={lead.title?.trim() ? undefined : 'untitled'}>
        {titleWords(lead)}
      </h1>
      <p className="count">
        {counted(story.articles, 'article')} in {counted(story.outlets, 'outlet')}
        {story.from && story.to && <>, {daysWords(story.from, story.to)}</>}
      </p>
      <p className="meta">
        <span>
          The title is that of <bdi>{outletWords(lead.outlet)}</bdi>:{' '}
          <Link to={articleAddress(lead.key)}>the article that stands for the story</Link>
        </span>
        {story.articles > articles.length && <span>the first {figure(articles.length)} articles are compared</span>}
        {moved && (
          <span>
            <Link to={storyAddress(story.key)} replace>
              The permanent address of this story
            </Link>
          </span>
        )}
      </p>
    </header>
  );
}

function NoMatrix({ outlets }: { readonly outlets: number }) {
  return (
    <Empty>
      <p>
        {outlets < 2
          ? 'One outlet alone reports this so far: there is nothing to compare. Add articles of other outlets on the same event.'
          : 'No statement of this story is reported by several of its outlets.'}
      </p>
    </Empty>
  );
}
