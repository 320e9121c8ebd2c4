import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLinker, Links } from '../../../src/linking/index.ts';
import type { Reported } from '../../../src/model.ts';
import { articleOn, person, said, told } from '../said.ts';

const MARRO = person('Ilse Marro');
const DUNN = person('Petr Dunn');
const LONG = '“The dam stays closed until the last barge from Sorrel has left the upper lock, and not a day earlier.”';

/** Whether two occurrences, in two articles so many days apart, become one statement; the same in either order. */
function areOne(one: Reported, two: Reported, days: number): boolean {
  const dates = ['2031-03-01', new Date(Date.UTC(2031, 2, 1 + days)).toISOString().slice(0, 10)];
  const counts = [
    [one, two],
    [two, one],
  ].map((pair) => {
    const links = new Links(createLinker());
    for (const [at, occurrence] of pair.entries()) links.add(articleOn(`a${at}`, dates[at]!), [occurrence]);
    return links.statements().length;
  });
  assert.equal(counts[0], counts[1], 'the order decides nothing');
  return counts[0] === 1;
}

describe('one utterance', () => {
  const cases: readonly (readonly [why: string, one: Reported, two: Reported, days: number])[] = [
    ['the same words', said(MARRO, LONG), said(MARRO, LONG), 2],
    [
      'other marks around the same words',
      said(MARRO, LONG),
      said(MARRO, LONG.replaceAll(/[“”]/g, '"').replace(',', ' -')),
      1,
    ],
    [
      'a part of it',
      said(MARRO, LONG),
      told(MARRO, 'that the dam stays closed “until the last barge from Sorrel has left”'),
      1,
    ],
    ['a negation in it', said(MARRO, LONG), said(MARRO, LONG.replace('stays', 'does not stay')), 1],
    [
      'another figure in it',
      said(MARRO, '“We lost 400 barges in the first week of the flood.”'),
      said(MARRO, '“We lost 40 barges in the first week of the flood.”'),
      1,
    ],
    [
      'words left out with a mark',
      said(MARRO, LONG),
      said(MARRO, '“The dam stays closed … and not a day earlier.”'),
      1,
    ],
    ['words put in by an editor', said(MARRO, LONG), said(MARRO, LONG.replace('The dam', '[The Sorrel dam]')), 1],
    [
      'other order',
      said(MARRO, '“We owe this to the lock keepers and the barge crews of Sorrel.”'),
      said(MARRO, '“We owe this to the barge crews and the lock keepers of Sorrel.”'),
      1,
    ],
    ['another speaker for long words', said(MARRO, LONG), said(DUNN, LONG), 3],
    ['a name that one article has not resolved', said(MARRO, LONG), said(null, LONG), 1],
    [
      'indirect speech of the same words',
      told(MARRO, 'that the dam would stay closed until the last barge from Sorrel had left the upper lock'),
      told(MARRO, 'the dam stays closed until the last barge from Sorrel has left the upper lock'),
      1,
    ],
    ['long words quoted again months later', said(MARRO, LONG), said(MARRO, LONG), 200],
  ];
  for (const [why, one, two, days] of cases) it(why, () => assert.ok(areOne(one, two, days)));
});

describe('two utterances', () => {
  const cases: readonly (readonly [why: string, one: Reported, two: Reported, days: number])[] = [
    [
      'a common phrase',
      said(MARRO, '“At the end of the day the harbour needs dredging before winter.”'),
      said(DUNN, '“At the end of the day nobody in Kolm pays for a second ferry.”'),
      0,
    ],
    [
      'a slogan of the same speaker on another occasion',
      said(MARRO, '“We are going to build a bridge,”'),
      said(MARRO, '“We’re going to build a bridge, all of it, this summer, paid by the tolls.”'),
      150,
    ],
    ['few words that many say', said(MARRO, '“I don’t know.”'), said(DUNN, '“I don’t know.”'), 0],
    [
      'the same matter in other words',
      said(MARRO, '“Nobody will open that dam for the Dahvani.”'),
      said(MARRO, '“Our position on the reservoir has not moved an inch.”'),
      0,
    ],
    [
      'a name in common',
      told(MARRO, 'the chairman of the Sorrel Lock Company, Anton Breese'),
      told(MARRO, 'Sorrel Lock Company chairman Anton Breese by name'),
      60,
    ],
    [
      'indirect speech that says the opposite',
      told(MARRO, 'that Petr Dunn is qualified to chair the harbour board'),
      told(MARRO, 'that Petr Dunn is not qualified to chair the harbour board'),
      0,
    ],
    [
      'the same question to others',
      said(MARRO, '“How surprised are you that the vote went this way?”'),
      said(DUNN, '“How surprised are you by the price of grain?”'),
      0,
    ],
  ];
  for (const [why, one, two, days] of cases) it(why, () => assert.ok(!areOne(one, two, days)));
});

describe('an article', () => {
  it('gives a quotation once, however often it repeats a part of it', () => {
    const links = new Links(createLinker());
    links.add(articleOn('a', '2031-03-01'), [
      told(person('Sorrel officials'), 'that the matter “needs to be settled at the lock.”'),
      said(MARRO, '“It needs to be settled at the lock before any barge moves.”'),
    ]);
    assert.equal(links.statements().length, 2, 'so few words may be of two persons');
    links.add(articleOn('b', '2031-03-02'), [said(MARRO, '“needs to be settled at the lock before any barge moves”')]);
    assert.equal(links.statements().length, 2);
  });

  it('holds what one reports within what another says as one place, not as two reports', () => {
    const joined = (one: Reported, two: Reported): boolean => {
      const links = new Links(createLinker());
      links.add(articleOn('a', '2031-03-01'), [one, two]);
      return links.statements().length === 1;
    };
    const outer = told(MARRO, 'the mediator insists that the dam stays closed until the last barge has left the lock');
    const inner = told(MARRO, 'the dam stays closed until the last barge has left the lock');
    const from = outer.words[0]!.indexOf(inner.words[0]!);
    const at = (start: number, { words }: Reported) => [[start, start + words[0]!.length] as const];
    const placed = { ...outer, content: at(100, outer) };
    assert.ok(joined(outer, inner), 'nothing says where they stand');
    assert.ok(joined(placed, { ...inner, content: at(400, inner) }));
    assert.ok(
      joined(placed, { ...inner, content: at(placed.content[0]![1], inner) }),
      'the one begins where the other ends',
    );
    assert.ok(!joined(placed, { ...inner, content: at(100 + from, inner) }));
    assert.ok(!joined({ ...inner, content: at(100 + from, inner) }, placed));
  });

  it('that has other statements in common with another needs less for one more', () => {
    const shared = [said(MARRO, LONG), said(MARRO, '“No Dahvani engineer will set foot on the upper lock this year.”')];
    const one = told(MARRO, 'it was hard to predict how long the repair of all the lower gates would take');
    const two = told(MARRO, 'it was hard to predict the time needed to repair the lower gates');
    assert.ok(!areOne(one, two, 8));
    const links = new Links(createLinker());
    links.add(articleOn('a', '2031-03-01'), [...shared, one]);
    links.add(articleOn('b', '2031-03-09', 'Harbour Post'), [...shared, two]);
    assert.equal(links.statements().length, 3);
  });
});
