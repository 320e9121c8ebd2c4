import type { Change } from '../../model.ts';
import { type Connection, prepared } from '../connection.ts';
import { pageOf } from '../paging.ts';
import { build } from '../schema.ts';
import { gravestOf, kindsOf } from '../statements/kinds.ts';
import { toStatement } from '../statements/read.ts';
import { momentOf } from '../statements/time.ts';
import type { Page, Paging } from '../types.ts';
import { MOST_ARTICLES, storyAt } from './read.ts';
import { storyOn } from './shown.ts';
import type { RecordedStoryStatements, StoryCell, StoryOutlet, StoryStatement } from './types.ts';

/** So many outlets of a story are set beside each other, those that report most. */
export const MOST_OUTLETS = 100;

/** What the first articles of a story report: all in one reading, through the indices of articles and attributions. */
const reportedIn = prepared((v: { story: number; most: number }) =>
  build
    .with('r', (db) =>
      db
        .selectFrom('article')
        .select(['id', 'key', 'outlet', 'published'])
        .where('story_id', '=', v.story)
        .orderBy((of) => of('published', 'is', null))
        .orderBy('published')
        .orderBy('id')
        .limit(v.most),
    )
    .selectFrom('r')
    .leftJoin('attribution as a', (on) =>
      on.onRef('a.article_id', '=', 'r.id').on('a.counted', '=', 1).on('a.statement_id', 'is not', null),
    )
    .select(['r.id as article', 'r.key', 'r.outlet', 'r.published'])
    .select(['a.id', 'a.position', 'a.statement_id as statement', 'a.change', 'a.kinds']),
);

interface Occurrence {
  readonly id: number;
  readonly key: string;
  readonly outlet: string | null;
  readonly moment: number;
  readonly change: Change | null;
  readonly kinds: number;
}

/** What became of the words, the gravest first: a reader who looks for altered words must find them. */
const GRAVITY: readonly (Change | null)[] = ['altered', 'paraphrase', 'excerpt', 'identical', null];
const gravity = ({ change, kinds }: Occurrence): number => 32 * GRAVITY.indexOf(change) + (gravestOf(kinds) ?? 31);
const inTime = (a: Occurrence, b: Occurrence): number =>
  a.moment === b.moment ? a.id - b.id : a.moment < b.moment ? -1 : 1;

/** One statement of a story, as its outlets report it. */
interface Told {
  readonly statement: number;
  readonly first: Occurrence;
  /** How many outlets whose names are known report it. */
  readonly outlets: number;
  readonly cells: ReadonlyMap<string | null, StoryCell>;
}

function toldBy(statement: number, occurrences: readonly Occurrence[]): Told {
  const ordered = occurrences.toSorted(inTime);
  const cells = [...Map.groupBy(ordered, ({ outlet }) => outlet)].map(([outlet, its]) => {
    const shown = its.toSorted((a, b) => gravity(a) - gravity(b))[0]!;
    const { key, change, kinds } = shown;
    return [outlet, { attribution: key, change, kinds: kindsOf(kinds), occurrences: its.length }] as const;
  });
  return {
    statement,
    first: ordered[0]!,
    outlets: cells.filter(([outlet]) => outlet !== null).length,
    cells: new Map(cells),
  };
}

/** The outlets of a story: those that report most first, those without a name last. */
function outletsOf(articles: readonly { outlet: string | null }[], told: readonly Told[]): StoryOutlet[] {
  const counts = new Map<string | null, { articles: number; statements: number; alone: number; altered: number }>();
  const of = (outlet: string | null) => {
    const known = counts.get(outlet) ?? { articles: 0, statements: 0, alone: 0, altered: 0 };
    counts.set(outlet, known);
    return known;
  };
  for (const { outlet } of articles) of(outlet).articles++;
  for (const { cells, outlets } of told) {
    for (const [outlet, { change }] of cells) {
      const count = of(outlet);
      count.statements++;
      count.alone += Number(outlets === 1 && outlet !== null);
      count.altered += Number(change === 'altered');
    }
  }
  return [...counts]
    .map(([outlet, count]) => ({ outlet, ...count }))
    .sort(
      (a, b) =>
        Number(a.outlet === null) - Number(b.outlet === null) ||
        b.statements - a.statements ||
        b.articles - a.articles ||
        (a.outlet! < b.outlet! ? -1 : 1),
    );
}

/** A part of a list of statements, each with a cell for every outlet that is shown. */
function rowsOf(
  connection: Connection,
  told: readonly Told[],
  columns: readonly StoryOutlet[],
  paging?: Paging,
): Page<StoryStatement> {
  const { limit, offset } = pageOf(paging);
  const items = told.slice(offset, offset + limit).map(({ statement, outlets, cells }) => ({
    statement: toStatement(connection, statement)!,
    outlets,
    cells: columns.map(({ outlet }) => cells.get(outlet) ?? null),
  }));
  return { items, total: told.length };
}

/**
 * What the outlets of a story report: its statements beside each other. Reads the first `MOST_ARTICLES` articles of the
 * story, in one query; that two outlets report one statement is what linking found.
 *
 * @param key the story's, or that of one of its articles, as `readStory` has it
 * @param paging of the statements that several outlets report, and of those that one alone has
 * @returns null where there is no such story
 */
export function readStoryStatements(
  connection: Connection,
  key: string,
  paging?: Paging,
): RecordedStoryStatements | null {
  return connection.read(() => {
    const story = storyAt(connection, key);
    if (story === null) return null;
    const rows = connection.all(reportedIn, { story, most: MOST_ARTICLES });
    const articles = [...new Map(rows.map(({ article, outlet }) => [article, { outlet }])).values()];
    const occurrences = rows.flatMap(({ id, statement, key: article, outlet, published, position, change, kinds }) =>
      id === null || statement === null
        ? []
        : {
            id,
            statement,
            key: `${article}-${position}`,
            outlet,
            moment: momentOf(published),
            change,
            kinds: kinds ?? 0,
          },
    );
    const told = [...Map.groupBy(occurrences, ({ statement }) => statement)]
      .map(([statement, its]) => toldBy(statement, its))
      .sort((a, b) => b.outlets - a.outlets || inTime(a.first, b.first));
    const outlets = outletsOf(articles, told);
    const columns = outlets.slice(0, MOST_OUTLETS);
    const rowsWith = (which: (one: Told) => boolean) => rowsOf(connection, told.filter(which), columns, paging);
    return {
      story: storyOn(connection, story),
      outlets: { items: columns, total: outlets.length },
      statements: rowsWith((one) => one.outlets > 1),
      alone: rowsWith((one) => one.outlets === 1),
    };
  });
}
