import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { RecordedStoryStatements, RecordStore, StoryStatement } from '../../src/store/index.ts';
import { folderFor, onFile } from './files.ts';
import { openRecord } from './grams.ts';
import { articleOf, attributionOf, captureOf, randomFrom } from './synthetic.ts';
import { person } from './talks.ts';

const FIRE =
  'The ferry Osmund caught fire off Tarrel on Sunday; captain Elke Brandt steered it to the Vauban pier with 212 passengers.';
const LEVY =
  'Deputies of Lurien voted 61 to 40 for the grain levy that minister Pell Sorrin had proposed; farmers of Ansk blocked roads ' +
  'with carts, and millers of the Velm valley threatened to close their gates before harvest.';

/** An article on an event that quotes sentences of Jan Holm. */
function told(id: string, outlet: string | null, published: string | null, event: string, ...said: readonly string[]) {
  const text = [event, ...said.map((words) => `Jan Holm said: ${words}.`)].join('\n');
  const attributions = said.map((content) => attributionOf(text, { content }, person('Jan Holm')));
  return articleOf(id, text, { outlet, published, title: event.slice(0, 20), attributions });
}

function recordOf(test: TestContext, articles: readonly ReturnType<typeof told>[]) {
  const path = join(folderFor(test), 'r.db');
  const record = openRecord(path);
  test.after(() => record.close());
  for (const article of articles) record.add(captureOf(article), article);
  return { path, record };
}

const PUMPS = 'the pumps will run until the last cabin is dry';
const CREW = 'nobody of the crew was below when it began';
const COAST = 'the coast guard came within eleven minutes of the call';
const FIVE = [
  told('early', 'Harbour Post', '2031-05-04', FIRE, PUMPS, CREW),
  told(
    'late',
    'Kolm Courier',
    '2031-05-05',
    FIRE,
    `${PUMPS.replace('run', 'not run')}`,
    'they asked for no help at all',
  ),
  told('copy', 'Radio Ardal', '2031-05-05', FIRE, PUMPS, CREW, 'they will all be paid by the owners'),
  told('again', 'Radio Ardal', '2031-05-06', FIRE, 'run until the last cabin is dry', COAST),
  told('bare', null, null, FIRE, COAST),
  told('other', 'Harbour Post', '2031-07-04', LEVY, PUMPS),
];

/** A row as the words of its statement and what each outlet makes of them. */
const shown = ({ outlets }: RecordedStoryStatements, { statement, cells }: StoryStatement) => [
  statement.earliest.words,
  Object.fromEntries(
    outlets.items.flatMap(({ outlet }, at) => {
      const cell = cells[at];
      return cell ? [[outlet, [cell.change, cell.kinds.join(), cell.occurrences]]] : [];
    }),
  ),
];

describe('what the outlets of a story report', () => {
  it('is set beside each other: several have it, or one alone', (test) => {
    const { record } = recordOf(test, FIVE);
    const { key, articles, outlets, from, to } = record.story('early')!.story;
    assert.deepEqual([articles, outlets, from, to], [5, 3, '2031-05-04', '2031-05-06']);
    const all = record.storyStatements(key)!;
    assert.deepEqual(all.outlets.items, [
      { outlet: 'Radio Ardal', articles: 2, statements: 4, alone: 2, altered: 0 },
      { outlet: 'Harbour Post', articles: 1, statements: 2, alone: 0, altered: 0 },
      { outlet: 'Kolm Courier', articles: 1, statements: 2, alone: 1, altered: 1 },
      { outlet: null, articles: 1, statements: 1, alone: 0, altered: 0 },
    ]);
    assert.deepEqual(
      all.statements.items.map((row) => shown(all, row)),
      [
        [
          PUMPS,
          // Radio Ardal has it whole and in part: the part says more of what became of it.
          {
            'Radio Ardal': ['excerpt', '', 2],
            'Harbour Post': [null, '', 1],
            'Kolm Courier': ['altered', 'negation', 1],
          },
        ],
        [CREW, { 'Radio Ardal': ['identical', '', 1], 'Harbour Post': [null, '', 1] }],
      ],
    );
    assert.deepEqual(
      all.alone.items.map((row) => shown(all, row)),
      [
        ['they asked for no help at all', { 'Kolm Courier': [null, '', 1] }],
        ['they will all be paid by the owners', { 'Radio Ardal': [null, '', 1] }],
        // An outlet without a name is none that could have it too.
        [COAST, { 'Radio Ardal': [null, '', 1], null: ['identical', '', 1] }],
      ],
    );
    assert.equal(record.storyStatements('no such story'), null);
    assert.deepEqual(record.storyStatements('copy'), all);
  });

  it('is given in parts', (test) => {
    const { record } = recordOf(test, FIVE);
    const { statements, alone } = record.storyStatements('early')!;
    const part = record.storyStatements('early', { limit: 1, offset: 1 })!;
    assert.deepEqual([part.statements.items, part.statements.total], [[statements.items[1]], 2]);
    assert.deepEqual([part.alone.items, part.alone.total], [[alone.items[1]], 3]);
  });

  it('leaves out what is marked as no statement', (test) => {
    const { record } = recordOf(test, FIVE);
    const { key } = record.article('late')!.attributions[0]!;
    record.correct(
      { action: 'not-a-statement', attribution: key },
      { by: 'A. Editor', at: '2031-06-01T00:00:00.000Z' },
    );
    const { outlets, statements } = record.storyStatements('early')!;
    assert.equal(statements.items[0]!.outlets, 2);
    assert.deepEqual(
      outlets.items.map(({ outlet, altered }) => [outlet, altered]),
      [
        ['Radio Ardal', 0],
        ['Harbour Post', 0],
        ['Kolm Courier', 0],
        [null, 0],
      ],
    );
  });

  it('is what the articles say, whichever they are', (test) => {
    const random = randomFrom(17);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
    const words = 'grain pier crane valve lamp rope deck tide hull mast'.split(' ');
    const sentences = Array.from({ length: 14 }, (_, n) =>
      Array.from({ length: 6 }, () => `${pick(words)}${n}`).join(' '),
    );
    const articles = Array.from({ length: 40 }, (_, n) => {
      const said = new Set(Array.from({ length: 1 + Math.floor(random() * 5) }, () => pick(sentences)));
      const outlet = pick(['Harbour Post', 'Kolm Courier', 'Radio Ardal', 'Orsk News', null]);
      return told(`${n}`, outlet, pick([null, '2031-05-04', '2031-05-05']), pick([FIRE, LEVY]), ...said);
    });
    const { record } = recordOf(test, articles);
    for (const { key } of record.stories().items) agrees(record, key);
    assert.ok(record.stories().total >= 2);
  });

  it('is read through indices', (test) => {
    const { path } = recordOf(test, FIVE.slice(0, 1));
    onFile(path, (database) => {
      for (const query of [
        'select count(distinct outlet), min(published), max(published) from article where story_id = 1',
        'select a.id from article as r left join attribution as a on a.article_id = r.id and a.counted = 1 where r.story_id = 1',
      ]) {
        const plan = database.prepare(`explain query plan ${query}`).all();
        const steps = plan.map(({ detail }) => String(detail)).filter((step) => !/^USE TEMP B-TREE/.test(step));
        assert.ok(
          steps.length > 0 && steps.every((step) => /^SEARCH .*USING (COVERING )?INDEX/.test(step)),
          steps.join(),
        );
      }
    });
  });
});

/** Checks what is given of a story against its articles, read one by one. */
function agrees(record: RecordStore, key: string): void {
  const { statements, alone, outlets, story } = record.storyStatements(key, { limit: 500 })!;
  const reported = new Map<string, Map<string | null, string[]>>();
  const { articles } = record.story(key)!;
  for (const { key: article, outlet } of articles) {
    for (const { statement, key: occurrence } of record.article(article)!.attributions) {
      const by = reported.get(statement!) ?? new Map<string | null, string[]>();
      reported.set(statement!, by.set(outlet, [...(by.get(outlet) ?? []), occurrence]));
    }
  }
  const named = (by: ReadonlyMap<string | null, unknown>) => [...by.keys()].filter((outlet) => outlet !== null).length;
  const keysWith = (which: (outlets: number) => boolean) =>
    [...reported].flatMap(([statement, by]) => (which(named(by)) ? statement : [])).sort();
  const keysOf = (rows: readonly StoryStatement[]) => rows.map(({ statement }) => statement.key).sort();
  assert.deepEqual(
    keysOf(statements.items),
    keysWith((count) => count > 1),
  );
  assert.deepEqual(
    keysOf(alone.items),
    keysWith((count) => count === 1),
  );
  assert.deepEqual(
    [story.articles, story.outlets],
    [articles.length, named(new Map(articles.map((a) => [a.outlet, 1])))],
  );
  for (const row of [...statements.items, ...alone.items]) {
    const by = reported.get(row.statement.key)!;
    assert.equal(row.outlets, named(by));
    const occurrences = record.statement(row.statement.key, { limit: 500 })!.occurrences.items;
    row.cells.forEach((cell, at) => {
      const own = by.get(outlets.items[at]!.outlet) ?? [];
      assert.equal(cell?.occurrences ?? 0, own.length);
      if (cell === null) return;
      assert.ok(own.includes(cell.attribution));
      const found = occurrences.find(({ attribution }) => attribution.key === cell.attribution)!;
      assert.deepEqual([cell.change, cell.kinds], [found.change, found.kinds]);
    });
  }
  const ranks = statements.items.map((row) => row.outlets);
  assert.deepEqual(
    ranks,
    ranks.toSorted((a, b) => b - a),
  );
}
