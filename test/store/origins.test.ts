import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { AnalyzedArticle } from '../../src/model.ts';
import { openRecord, originsOfStatement } from '../../src/pipeline/index.ts';
import type { RecordStore } from '../../src/store/index.ts';
import { folderFor, onFile } from './files.ts';
import { withoutCredit } from './older.ts';
import { articleOf, attributionOf, captureOf } from './synthetic.ts';
import { person } from './talks.ts';

const SAID = 'The channel will be open by Friday and not a day later.';
const TOLD = [
  'The harbour of Karsk was closed to all ships on Tuesday after a crane fell across its only channel in the night.',
  'Divers found that two of the four cables holding the crane had been cut through with a saw, the port office noted.',
  'The fall sank a barge laden with nine hundred tonnes of rye bound for the southern islands.',
  'Farmers in the Orsk valley, whose rye waits on the quays, blocked the coast road with carts.',
];

/** An article that quotes one sentence, with others around it. */
function article(id: string, outlet: string, published: string, ...sentences: readonly string[]): AnalyzedArticle {
  const text = [`“${SAID}” Jan Holm said.`, ...sentences].join('\n');
  const attributions = [attributionOf(text, { content: SAID }, person('Jan Holm'), { type: 'direct' })];
  return articleOf(id, text, { outlet, published, title: id, attributions });
}

const WIRE = article('wire', 'Lesovia Press', '2031-05-04', ...TOLD);
const COPY = article('copy', 'The Vesland Courier', '2031-05-05', ...TOLD.slice(0, 3));
const CREDITING = article('crediting', 'Norta Radio', '2031-05-06', 'As reported by the Lesovia Press, Karsk is shut.');
const ALONE = article('alone', 'Stavna Times', '2031-05-07', 'Nobody at the quays believed him.');

function recordOf(test: TestContext, articles: readonly AnalyzedArticle[]): { path: string; record: RecordStore } {
  const path = join(folderFor(test), 'r.db');
  const record = openRecord(path);
  test.after(() => record.close());
  for (const one of articles) record.add(captureOf(one), one);
  return { path, record };
}

describe('whom publishers credit, in the record', () => {
  it('is kept with the article and leads to whom it has its material from', (test) => {
    const { record } = recordOf(test, [{ ...ALONE, credit: 'h/t: Vestra' }, WIRE]);
    assert.deepEqual(
      [record.article('alone')!.article.credit, record.article('wire')!.article.credit],
      ['h/t: Vestra', null],
    );
    const [credit] = record.sourcing('alone')!.credits;
    assert.deepEqual([credit!.outlet, credit!.kind, credit!.span], ['Vestra', 'publisher', null]);
  });

  it('is nobody in a record of a version that did not read it', (test) => {
    const { path, record } = recordOf(test, [{ ...ALONE, credit: 'h/t: Vestra' }]);
    record.close();
    onFile(path, withoutCredit);
    const again = openRecord(path);
    test.after(() => again.close());
    assert.equal(again.article('alone')!.article.credit, null);
    again.add(captureOf(WIRE), { ...WIRE, credit: 'AP' });
    assert.equal(again.article('wire')!.article.credit, 'AP');
  });
});

describe('origins in the record', () => {
  for (const [name, articles] of [
    ['in time', [WIRE, COPY, CREDITING, ALONE]],
    ['turned round', [ALONE, CREDITING, COPY, WIRE]],
  ] as const) {
    it(`keeps credits and reprints of articles that come in ${name}`, (test) => {
      const { record } = recordOf(test, articles);
      const wire = record.article('wire')!.article.key;
      const [reprint, ...others] = record.sourcing('copy')!.reprints;
      assert.deepEqual(others, []);
      assert.deepEqual([reprint!.of, reprint!.kind], [wire, 'reprint']);
      const { later, earlier } = reprint!.passages[0]!;
      assert.equal(COPY.text.slice(...later), WIRE.text.slice(...earlier));
      assert.deepEqual(record.sourcing('wire')!.reprints, []);
      const [credit] = record.sourcing('crediting')!.credits;
      assert.deepEqual([credit!.outlet, credit!.kind, credit!.whole], ['Lesovia Press', 'reported', false]);
      assert.deepEqual(record.sourcing('alone')!.credits, []);
      assert.equal(record.sourcing('nothing'), null);
    });

    it(`counts copies of one origin once, where they come in ${name}`, (test) => {
      const { record } = recordOf(test, articles);
      const key = (id: string): string => record.article(id)!.attributions[0]!.key;
      const found = originsOfStatement(record, key('copy'))!;
      assert.deepEqual([found.first, found.by], [key('wire'), 'published']);
      assert.deepEqual(
        found.origins.map(({ lead, members }) => [lead.occurrence, members]),
        [
          [key('wire'), [key('wire'), key('copy')]],
          [key('crediting'), [key('crediting')]],
          [key('alone'), [key('alone')]],
        ],
      );
      assert.equal(originsOfStatement(record, 'ffffffffffff'), null);
    });
  }

  it('keeps no revision for a reprint of its own article', (test) => {
    const url = 'https://press.example/harbour';
    const { record } = recordOf(test, [{ ...WIRE, url }]);
    const revised = { ...article('wire', 'Lesovia Press', '2031-05-04', ...TOLD, 'It was opened on Friday.'), url };
    assert.equal(record.add(captureOf(revised), revised), 'revised');
    assert.deepEqual(record.sourcing('wire')!.reprints, []);
  });

  it('reads the holders of a key without touching others', (test) => {
    const { path } = recordOf(test, [WIRE]);
    const plan = onFile(path, (file) =>
      file
        .prepare('explain query plan select article_id from narration_key where key = ? order by article_id limit 25')
        .all(1),
    ).map(({ detail }) => String(detail));
    assert.deepEqual(plan, ['SEARCH narration_key USING PRIMARY KEY (key=?)']);
  });
});
