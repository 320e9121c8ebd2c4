import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it, type TestContext } from 'node:test';
import type { Span, Speaker, SpeakerKind } from '../../../src/model.ts';
import {
  compareNames,
  Identities,
  type Identity,
  type Newcomer,
  resolveSpeakers,
} from '../../../src/speakers/index.ts';
import { readDocument } from '../../../src/text/index.ts';
import { weights } from '../helper.ts';
import { person } from './helper.ts';

const DATA = join(import.meta.dirname, '../../../../shared/data');
const skip = existsSync(DATA) ? false : '../shared/data is not there: speakers across its articles are not checked';
const SHOWN = 50;

interface MarkedArticle {
  readonly id: string;
  readonly outlet: string;
  readonly title: string | null;
  readonly text: string;
  readonly attributions: readonly { i: number; source: Span[]; cue: Span[]; content: Span[] }[];
}

interface MarkedSpeaker {
  readonly doc: string;
  readonly i: number;
  readonly speaker: string;
  readonly kind: SpeakerKind;
}

function readLines<T>(folder: string): T[] {
  return ['train', 'dev'].flatMap((split) =>
    readFileSync(join(DATA, folder, `${split}.jsonl`), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as T),
  );
}

/** The speakers of many articles, taken in one article after another. */
class Quoted {
  readonly identities = new Identities();
  readonly #quotations = new Map<Identity, Map<string, number>>();

  article(speakers: readonly (Speaker | null)[], outlet: string | null): void {
    const counts = new Map<string, { newcomer: Newcomer; quotations: number }>();
    for (const speaker of speakers) {
      if (!speaker || speaker.kind === 'unknown') continue;
      const key = `${speaker.kind} ${speaker.name}`;
      const known = counts.get(key);
      if (known) known.quotations++;
      else counts.set(key, { newcomer: { ...speaker, outlet }, quotations: 1 });
    }
    for (const { newcomer, quotations } of counts.values()) {
      const { identity } = this.identities.add(newcomer);
      const names = this.#quotations.get(identity) ?? new Map<string, number>();
      names.set(newcomer.name, (names.get(newcomer.name) ?? 0) + quotations);
      this.#quotations.set(identity, names);
    }
  }

  /** The most quoted persons and organizations, with how often by each name. */
  most(): { identity: Identity; names: [string, number][]; sum: number }[] {
    return [...this.#quotations]
      .filter(([{ kind }]) => kind === 'person' || kind === 'organization')
      .map(([identity, names]) => ({
        identity,
        names: [...names].sort((a, b) => b[1] - a[1]),
        sum: [...names.values()].reduce((a, b) => a + b, 0),
      }))
      .sort((a, b) => b.sum - a.sum)
      .slice(0, SHOWN);
  }
}

function check(t: TestContext, quoted: Quoted): void {
  const most = quoted.most();
  for (const { identity, names, sum } of most) {
    const aliases = names.map(([name, count]) => `${name} ${count}`).join(' | ');
    t.diagnostic(`${String(sum).padStart(5)} ${identity.kind}${identity.bound ? ', of one article' : ''}: ${aliases}`);
  }
  for (const [at, { identity, names }] of most.entries()) {
    for (const other of most.slice(at + 1).filter((one) => one.identity.kind === identity.kind && !one.identity.bound))
      if (!identity.bound)
        assert.notEqual(compareNames(identity.kind, names[0]![0], other.names[0]![0]).verdict, 'same', 'a duplicate');
  }
}

function checkClintons(quoted: Quoted): void {
  const called = (name: string) =>
    quoted.identities.all.filter(({ spellings, bound }) => !bound && spellings.some((one) => one.name === name));
  const [hillary, ...others] = called('Hillary Clinton');
  const [bill] = called('Bill Clinton');
  assert.ok(hillary && bill);
  assert.equal(others.length, 0);
  assert.notEqual(hillary, bill);
  assert.deepEqual(called('Hillary Rodham Clinton'), [hillary]);
  assert.equal(quoted.identities.add(person('Clinton', null, 'Mrs.')).identity, hillary);
  assert.equal(quoted.identities.add(person('Mrs. Clinton')).identity, hillary);
}

const resolve = ({ text, attributions, title, outlet }: MarkedArticle): (Speaker | null)[] =>
  resolveSpeakers(readDocument(text), attributions, { title, byline: null, outlet }, weights).map(
    ({ speaker }) => speaker,
  );

/** Every mention, with the identity that it has when the articles come in this order. */
function grouped(articles: readonly (readonly Newcomer[])[]): Map<Newcomer, number> {
  const identities = new Identities();
  return new Map(articles.flat().map((newcomer) => [newcomer, identities.add(newcomer).identity.id]));
}

/** Sorted by a number that the seed and the place make. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const rank = (at: number): number => Math.imul((at + 1) * 2654435761 + seed, 40503 + 2 * seed) >>> 0;
  return items
    .map((item, at) => ({ item, rank: rank(at) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

const pairsIn = (size: number): number => (size * (size - 1)) / 2;

/** Which part of the pairs that are together in the one are not in the other, or the other way round. */
function differing(one: ReadonlyMap<Newcomer, number>, other: ReadonlyMap<Newcomer, number>): number {
  const together = (keys: Iterable<unknown>): number => {
    const sizes = new Map<unknown, number>();
    for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
    return [...sizes.values()].reduce((sum, size) => sum + pairsIn(size), 0);
  };
  const both = together([...one].map(([newcomer, id]) => `${id} ${other.get(newcomer)}`));
  return (together(one.values()) + together(other.values()) - 2 * both) / together(one.values());
}

const lastWord = (name: string): string => name.split(' ').at(-1)!;

describe('the most quoted speakers', { skip }, () => {
  let articles: { readonly article: MarkedArticle; readonly speakers: readonly (Speaker | null)[] }[];
  before(() => {
    articles = readLines<MarkedArticle>('attribution').map((article) => ({ article, speakers: resolve(article) }));
  });

  it('of the 924 articles, resolved by us, are whole and apart', (t) => {
    assert.equal(articles.length, 924);
    const quoted = new Quoted();
    for (const { article, speakers } of articles) quoted.article(speakers, article.outlet);
    check(t, quoted);
    checkClintons(quoted);
  });

  it('hardly depend on the order in which the articles come', (t) => {
    const mentions = articles.map(({ article, speakers }) => {
      const named = speakers.filter((speaker) => speaker?.kind === 'person' || speaker?.kind === 'organization');
      const once = new Map(named.map((speaker) => [`${speaker!.kind} ${speaker!.name}`, speaker!]));
      return [...once.values()].map((speaker): Newcomer => ({ ...speaker, outlet: article.outlet }));
    });
    const inOrder = grouped(mentions);
    for (const seed of [1, 2, 3]) {
      const share = differing(inOrder, grouped(shuffled(mentions, seed)));
      t.diagnostic(`another order: ${(100 * share).toFixed(2)}% of the pairs that are together differ`);
      assert.ok(share < 0.03);
    }
  });

  it('of the articles whose speakers are marked by hand are whole and apart', (t) => {
    const quoted = new Quoted();
    const marked = Map.groupBy(readLines<MarkedSpeaker>('speakers'), ({ doc }) => doc);
    for (const { article, speakers: ours } of articles) {
      const byHand = marked.get(article.id);
      if (!byHand) continue;
      const place = new Map(article.attributions.map(({ i }, at) => [i, at]));
      const speakers = byHand.map(({ i, speaker, kind }): Speaker => {
        // The marks have no roles: where our name ends alike, the article's role is ours.
        const found = ours[place.get(i)!];
        const alike = found?.kind === kind && lastWord(found.name) === lastWord(speaker);
        return { name: speaker, kind, role: alike ? found.role : null };
      });
      quoted.article(speakers, article.outlet);
    }
    check(t, quoted);
    checkClintons(quoted);
  });
});
