import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { ArticleDetail } from '../../src/server/article-schemas.ts';
import type { RecordedAttribution } from '../../src/server/schemas.ts';
import { api } from '../api.ts';
import { huesOf, NO_HUE } from '../hues.ts';
import { useKeys } from '../parts/keys.tsx';
import { Facts, SpeakerLine } from '../parts/statement.tsx';
import { State } from '../parts/states.tsx';
import { useTitle } from '../parts/use-title.ts';
import { addressOf, go, type Place } from '../router.tsx';
import { useAnswer } from '../use-answer.ts';
import { languageTag, modeWords, numberIn, reporterOf, speakerName, titleWords } from '../words.ts';
import { ArticleHead } from './article-head.tsx';
import { ArticleText } from './article-text.tsx';
import { elsewhereOf } from './elsewhere.tsx';
import { Legend } from './legend.tsx';
import { startOf } from './notes.ts';
import { Parts } from './parts.tsx';
import { partAt, partsOf } from './parts-of.ts';
import { isSeen, showWithin, usePointing } from './pointing.ts';
import { Revisions } from './revisions.tsx';
import { paragraphsOf } from './segments.ts';
import { StatementCard } from './statement-card.tsx';

/** An article: its text with every statement marked, and the statements beside it. */
export function ArticlePage({ articleKey, hash, query }: Place & { readonly articleKey: string }) {
  const answer = useAnswer(api.article(articleKey));
  useTitle(answer.data ? titleWords(answer.data.article) : 'Article');
  if (!answer.data) {
    return (
      <>
        <h1>Article</h1>
        <State answer={answer} missing="The record has no article at this address." />
      </>
    );
  }
  return <Article detail={answer.data} hash={hash} asked={Number(query.get('part') ?? 1)} />;
}

interface ArticleProps {
  readonly detail: ArticleDetail;
  readonly hash: string;
  /** The part of it that the address asks for, from 1, or no number at all. */
  readonly asked: number;
}

function Article({ detail, hash, asked }: ArticleProps) {
  const { article, text, attributions, notStatements, story } = detail;
  const elsewhere = useMemo(() => elsewhereOf(detail), [detail]);
  const hues = useMemo(() => {
    const found = huesOf(attributions.flatMap(({ speaker }) => (speaker ? [speaker.key] : [])));
    return attributions.map(({ speaker }) => (speaker && found.get(speaker.key)) ?? NO_HUE);
  }, [attributions]);
  const chosen = useMemo(() => {
    const at = attributions.findIndex(({ key }) => `s${numberIn(key)}` === hash);
    return at < 0 ? null : at;
  }, [attributions, hash]);
  const parts = useMemo(() => partsOf(text, attributions), [text, attributions]);
  const part = chosen === null ? (parts[asked - 1] ? asked - 1 : 0) : partAt(parts, startOf(attributions[chosen]!));
  const within = parts[part]!;
  const paragraphs = useMemo(() => paragraphsOf(text, attributions, within), [text, attributions, within]);
  const isHere = (attribution: RecordedAttribution) => partAt(parts, startOf(attribution)) === part;
  const fragmentOf = useCallback((at: number) => `#s${numberIn(attributions[at]!.key)}`, [attributions]);

  const root = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const pointed = usePointing({ root, chosen, fragmentOf });
  useChosenInView(chosen, root, list);
  useListFollowing(pointed?.inText ? pointed.at : null, list);
  useSteps({ count: attributions.length, chosen, root, fragmentOf, part });
  const shown = pointed?.at ?? chosen;

  return (
    <div className="article-page" ref={root}>
      <div className="article-body">
        <ArticleHead article={article} story={story} />
        <Revisions article={article} />
        <Parts parts={parts} part={part} of={detail} label="Parts of this article" />
        <ArticleText
          text={text}
          language={languageTag(article.language)}
          paragraphs={paragraphs}
          attributions={attributions}
          hues={hues}
          elsewhere={elsewhere}
          shown={shown}
          chosen={chosen}
        />
        <Parts parts={parts} part={part} of={detail} label="Parts of this article, again" />
      </div>
      <section className="article-statements" aria-labelledby="statements-title" ref={list}>
        <h2 id="statements-title">Statements</h2>
        {attributions.length === 0 ? <p className="state">No statement was found in this article.</p> : <Legend />}
        <ol className="statements plain">
          {attributions.map(
            (attribution, at) =>
              isHere(attribution) && (
                <li key={attribution.key} data-item={at} className={at === shown ? 'shown-item' : undefined}>
                  <StatementCard
                    attribution={attribution}
                    hue={hues[at]!}
                    elsewhere={elsewhere[at]!}
                    at={at}
                    chosen={at === chosen}
                  />
                </li>
              ),
          )}
        </ol>
        <NotStatements marked={notStatements.filter(isHere)} />
      </section>
      <p className="visually-hidden" aria-live="polite">
        {chosen !== null && announcement(detail, chosen)}
      </p>
    </div>
  );
}

/** What was found in the article and marked by a correction as no statement: nothing vanishes without a word. */
function NotStatements({ marked }: { readonly marked: ArticleDetail['notStatements'] }) {
  if (marked.length === 0) return null;
  return (
    <>
      <h3 className="not-statements">Marked as no statement</h3>
      <ul className="statements plain">
        {marked.map((attribution) => (
          <li key={attribution.key}>
            <p className="statement-head">
              <SpeakerLine attribution={attribution} />
            </p>
            <p className="statement-words" dir="auto" lang={languageTag(attribution.article.language)}>
              {attribution.words}
            </p>
            <Facts attribution={attribution} />
          </li>
        ))}
      </ul>
    </>
  );
}

function announcement({ attributions }: ArticleDetail, at: number): string {
  const attribution = attributions[at]!;
  const place = `Statement ${numberIn(attribution.key) + 1} of ${attributions.length}`;
  const reporter = reporterOf(attribution);
  const who = `${speakerName(attribution)}${reporter ? `, reported by ${reporter.name},` : ''}`;
  return `${place}. ${who} ${modeWords[attribution.mode].label}: ${attribution.words}`;
}

type Box = { readonly current: HTMLElement | null };

function itemOf(list: Box, at: number): HTMLElement | null {
  return list.current?.querySelector<HTMLElement>(`[data-item="${at}"]`) ?? null;
}

/**
 * Brings the chosen statement into view: its words in the text, unless some are seen already, and its entry in the list. The
 * entry has the focus then, so that the next Tab leads to its speaker.
 */
function useChosenInView(chosen: number | null, root: Box, list: Box): void {
  useEffect(() => {
    if (chosen === null) return;
    const words = [...(root.current?.querySelectorAll('.article-text .shown-content') ?? [])];
    if (!words.some(isSeen)) words[0]?.scrollIntoView({ block: 'center' });
    const item = itemOf(list, chosen);
    if (item && list.current) showWithin(list.current, item);
    const cards = root.current?.querySelectorAll<HTMLElement>(`.statement[data-at="${chosen}"]`) ?? [];
    [...cards].find((card) => card.checkVisibility())?.focus({ preventScroll: true });
  }, [chosen, root, list]);
}

function useListFollowing(at: number | null, list: Box): void {
  useEffect(() => {
    const item = at === null ? null : itemOf(list, at);
    if (item && list.current) showWithin(list.current, item);
  }, [at, list]);
}

interface Steps {
  readonly count: number;
  readonly chosen: number | null;
  readonly root: Box;
  fragmentOf(at: number): string;
  /** Which part is shown, from 0: it stays when none is chosen any more. */
  readonly part: number;
}

/** j and k go through the statements, from the first one in the window when none is chosen; Escape chooses none. */
function useSteps({ count, chosen, root, fragmentOf, part }: Steps): void {
  useKeys(
    useCallback(
      (key) => {
        if (key === 'Escape' && chosen !== null)
          go(addressOf(window.location.pathname, { part: part > 0 ? part + 1 : null }), true);
        if ((key !== 'j' && key !== 'k') || count === 0) return;
        const step = key === 'j' ? 1 : -1;
        const next = chosen === null ? firstInView(root) : Math.min(Math.max(chosen + step, 0), count - 1);
        go(fragmentOf(next), true);
      },
      [count, chosen, root, fragmentOf, part],
    ),
  );
}

function firstInView(root: Box): number {
  for (const words of root.current?.querySelectorAll<HTMLElement>('.article-text .said') ?? []) {
    if (isSeen(words)) return Number(words.dataset.at!.split(' ')[0]);
  }
  return 0;
}
