/** Little histories: articles of invented outlets, with the shifts and collisions that are in them. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { AnalyzedArticle, Collision, Held, Shift } from '../../../src/model.ts';
import type { Analyzer } from '../../../src/pipeline/index.ts';
import { heldIn, Positions, watcher } from '../../../src/positions/index.ts';
import { Identities } from '../../../src/speakers/index.ts';

export type Expected = readonly [kind: string, before: string, after: string];

export interface History {
  readonly id: string;
  readonly articles: readonly (readonly [outlet: string, published: string, text: string])[];
  readonly shifts?: readonly Expected[];
  readonly collisions?: readonly Expected[];
}

export interface Found {
  readonly history: History;
  readonly articles: readonly AnalyzedArticle[];
  readonly positions: readonly Held[];
  readonly shifts: readonly Shift<Held>[];
  readonly collisions: readonly Collision<Held>[];
}

export const readHistories = (name: string): History[] =>
  parse(readFileSync(new URL(`histories/${name}.yaml`, import.meta.url), 'utf8')) as History[];

/** The positions of articles, their speakers known across them. */
export function positionsOf(articles: readonly AnalyzedArticle[], identities = new Identities()): Held[] {
  return articles.flatMap((article) =>
    heldIn(
      article,
      article.attributions.map(({ speaker }) =>
        speaker ? identities.add({ ...speaker, outlet: article.outlet }).identity.id : null,
      ),
    ),
  );
}

/** What the product finds in a history. */
export async function findIn(history: History, analyzer: Analyzer): Promise<Found> {
  const articles = await analyzer.analyze(
    history.articles.map(([outlet, published, text], index) => ({
      ...{
        id: `${history.id} ${index}`,
        title: null,
        byline: null,
        published,
        outlet,
        language: 'en',
        url: null,
        text,
      },
    })),
  );
  const positions = positionsOf(articles);
  const filed = new Positions<Held>();
  const collisions = positions.flatMap((position) => filed.add(position));
  const speakers = new Set(positions.flatMap(({ speaker }) => (speaker ? [speaker.id] : [])));
  const shifts = [...speakers].flatMap((id) =>
    watcher
      .courses(positions.filter(({ speaker }) => speaker?.id === id))
      .flatMap(({ points }) => points.flatMap(({ shift }) => shift ?? [])),
  );
  return { history, articles, positions, shifts, collisions };
}

const holds = ({ words, sentence }: Held, expected: string): boolean =>
  words.some((piece) => piece.includes(expected)) || (sentence ?? '').includes(expected);

export const isShift = ([kind, before, after]: Expected, shift: Shift<Held>): boolean =>
  shift.kind === kind && holds(shift.before, before) && holds(shift.after, after);

/** A denial of another's words is `other` or `fact` by how its actor reads: either is right. */
export function isCollision([kind, one, other]: Expected, { kind: given, a, b }: Collision<Held>): boolean {
  const alike = given === kind || (/^(?:other|fact)$/.test(kind) && /^(?:other|fact)$/.test(given));
  return alike && ((holds(a, one) && holds(b, other)) || (holds(b, one) && holds(a, other)));
}

export interface Score {
  right: number;
  found: number;
  expected: number;
}

export const precision = ({ right, found }: Score): number => (found ? right / found : 1);
export const recall = ({ right, expected }: Score): number => (expected ? right / expected : 1);

/** Counts into `score` what of a history was found; calls `wrong` with what was not, and with what should not have been. */
export function count<T>(
  score: Score,
  expected: readonly Expected[],
  found: readonly T[],
  is: (expected: Expected, found: T) => boolean,
  wrong: (what: Expected | T) => void = () => {},
): void {
  const left = [...found];
  score.expected += expected.length;
  score.found += found.length;
  for (const one of expected) {
    const at = left.findIndex((other) => is(one, other));
    if (at < 0) wrong(one);
    else left.splice(at, 1);
    if (at >= 0) score.right++;
  }
  for (const one of left) wrong(one);
}
