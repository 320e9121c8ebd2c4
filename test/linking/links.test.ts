import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createLinker, Links } from '../../src/linking/index.ts';
import type { Reported, ReportedIn } from '../../src/model.ts';
import { articleOn, person, said } from './said.ts';

const SPEAKERS = ['Ilse Marro', 'Petr Dunn', 'Oda Kestrel'].map(person);
const WORDS = (
  'dam barge lock harbour ferry reservoir engineer ministry treaty corridor grain winter dredging tariff council mediator ' +
  'the of and to in that we will not is a it for on this must after before until river closed open border village'
).split(' ');

const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 9, maxLength: 24 });
const utterance = fc.record({ speaker: fc.constantFrom(...SPEAKERS), words: sentence });

/** An occurrence that tells which utterance it copies. */
interface Copy extends Reported {
  readonly of: number;
}

const copyOf = (
  of: number,
  { speaker, words }: { speaker: (typeof SPEAKERS)[number]; words: readonly string[] },
): Copy => {
  return { ...said(speaker, `“${words.join(' ')}.”`), of };
};

/** Which occurrences are together, whatever the order of statements. */
const groups = (links: Links<Copy>): string[] =>
  links
    .statements()
    .map((occurrences) =>
      occurrences
        .map(({ article, reported }) => `${article.id}:${reported.of}`)
        .sort()
        .join(' '),
    )
    .sort();

function linked(articles: readonly { readonly in: ReportedIn; readonly copies: readonly Copy[] }[]): Links<Copy> {
  const links = new Links<Copy>(createLinker());
  for (const { in: article, copies } of articles) links.add(article, copies);
  return links;
}

describe('statements in memory', () => {
  it('hold every occurrence once, with its words untouched', () => {
    fc.assert(
      fc.property(fc.array(fc.array(utterance, { maxLength: 4 }), { maxLength: 6 }), (articles) => {
        const given = articles.map((all, at) => ({
          in: articleOn(`a${at}`, '2031-03-01'),
          copies: all.map((one, of) => copyOf(of, one)),
        }));
        const all = linked(given).statements().flat();
        assert.deepEqual(new Set(all.map(({ reported }) => reported)), new Set(given.flatMap(({ copies }) => copies)));
        assert.equal(
          all.length,
          given.reduce((sum, { copies }) => sum + copies.length, 0),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('join copies to the word, and give the earliest first, in whatever order the articles come', () => {
    fc.assert(
      fc.property(
        fc.array(utterance, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 2, max: 5 }),
        fc.infiniteStream(fc.nat()),
        (utterances, copies, order) => {
          const articles = Array.from({ length: copies }, (_, at) => ({
            in: articleOn(`a${at}`, `2031-03-0${at + 1}`, `Outlet ${at}`),
            copies: utterances.map((one, of) => copyOf(of, one)),
          }));
          const mixed = articles.map((article) => ({ article, at: order.next().value! })).sort((a, b) => a.at - b.at);
          const links = linked(mixed.map(({ article }) => article));
          const together = new Map(links.statements().flatMap((all, at) => all.map(({ reported }) => [reported, at])));
          for (const { copies: all } of articles) {
            for (const copy of all) assert.equal(together.get(copy), together.get(articles[0]!.copies[copy.of]!));
          }
          for (const occurrences of links.statements()) {
            const dates = occurrences.map(({ article }) => article.published!);
            assert.deepEqual(dates, dates.toSorted());
          }
          assert.deepEqual(groups(links), groups(linked(articles)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('takes any words', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }), { maxLength: 4 }), (contents) => {
        const links = new Links(createLinker());
        links.add(
          articleOn('a', null),
          contents.map((words) => said(null, ...words)),
        );
        assert.equal(links.statements().flat().length, contents.length);
      }),
    );
  });
});
