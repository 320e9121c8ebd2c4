import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareNames, Identities, identify, keysOf, MOST_OFFERS } from '../../../src/speakers/index.ts';
import { groupsOf, often, organization, person } from './helper.ts';

describe('one speaker across articles', () => {
  it('joins spellings, initials, middle names and nicknames', () => {
    const names = [
      'William R. Hathersage',
      'Bill Hathersage',
      'W. R. HATHERSAGE',
      'Hathersage, William',
      'William Hathersage',
    ];
    assert.deepEqual(groupsOf(names.map((name) => person(name))), [0, 0, 0, 0, 0]);
  });

  it('joins transliterations and the order of names', () => {
    assert.deepEqual(
      groupsOf(
        ['Oleksii Horbenko', 'Kim Dae-sung', 'Aleksei Gorbenko', 'Dae Sung Kim', 'OLEKSIY HORBENKO'].map((name) =>
          person(name),
        ),
      ),
      [0, 1, 0, 1, 0],
    );
  });

  it('joins the ways in which Persian, Urdu and Arabic names are written', () => {
    const names = ['Shirin Qadirzadeh', 'Shireen Ghadirzadeh', 'Shirin Kadirzade', 'Farrukh Dawudi', 'Farrokh Davoudi'];
    assert.deepEqual(groupsOf(names.map((name) => person(name))), [0, 0, 0, 3, 3]);
    const others = ['Hassan Davoudi', 'Hossein Davoudi', 'Husain Daoudi', 'Ahmed Ghazi', 'Ahmed Qazi'];
    assert.deepEqual(groupsOf(others.map((name) => person(name))), [0, 1, 1, 3, 4]);
  });

  it('asks about two ways of writing where only one of the names tells its tradition', () => {
    assert.equal(compareNames('person', 'Tobias Wardakov', 'Tobias Vardakov').verdict, 'same');
    assert.equal(compareNames('person', 'Tobias Golzadeh', 'Tobias Gulzada').verdict, 'same');
    assert.equal(compareNames('person', 'Tobias Gholwand', 'Tobias Kulvand').verdict, 'unsure');
    assert.equal(compareNames('person', 'Tobias Holwand', 'Tobias Kulvand').verdict, 'different');
  });

  it('offers two initials beside a given name that begins so, in either order, and joins them in one office', () => {
    const pair = ['V. S. Harmont', 'Victor Harmont'];
    for (const [first, second] of [pair, pair.toReversed()]) {
      const identities = new Identities();
      const known = identities.add(person(first!));
      const { joins, offers } = identities.add(person(second!));
      assert.equal(joins, null);
      assert.deepEqual(
        offers.map(({ candidate }) => candidate),
        [known.identity],
      );
    }
    assert.deepEqual(groupsOf(pair.map((name) => person(name, 'finance minister of Veltria'))), [0, 0]);
    assert.deepEqual(
      identify(person('V. S. Harmont'), [new Identities().add(person('Rosa Harmont')).identity]).offers,
      [],
    );
  });

  it('keeps spouses, and father and son, apart', () => {
    const names = [
      'Rosa Harmont',
      'Charles Harmont',
      'Charles Harmont Jr.',
      'Charles Harmont Sr.',
      'Charles Harmont III',
    ];
    assert.deepEqual(groupsOf(names.map((name) => person(name))), [0, 1, 2, 3, 4]);
  });

  it('joins a name without its suffix where both hold the same office', () => {
    const of = (name: string) => person(name, 'vice president of Veltria');
    assert.deepEqual(groupsOf([of('Joseph R. Harmont Jr.'), of('Joe Harmont')]), [0, 0]);
  });

  it('keeps a footballer and a minister of one name apart, and offers the pair', () => {
    const identities = new Identities();
    const minister = identities.add(person('Paul Delacorte', 'finance minister'));
    const footballer = identities.add(person('Paul Delacorte', 'midfielder'));
    assert.notEqual(footballer.identity, minister.identity);
    assert.equal(footballer.offers[0]?.candidate, minister.identity);
    assert.match(footballer.offers[0]!.reason, /midfielder/);
    const again = identities.add(person('Paul Delacorte', 'Finance Minister of Veltria'));
    assert.equal(again.identity, minister.identity);
  });

  it('adds a name that fits two to neither, and to one entry however often it comes', () => {
    const names = ['John P. Marlow', 'John R. Marlow', 'John Marlow', 'John Marlow', 'John Marlow'];
    assert.deepEqual(groupsOf(names.map((name) => person(name))), [0, 1, 2, 2, 2]);
  });

  it('lets a spelling that contradicts another of a speaker in only as a pair for review', () => {
    const identities = new Identities();
    const known = identities.add(person('John Marlow'));
    assert.equal(identities.add(person('John P. Marlow')).identity, known.identity);
    const other = identities.add(person('John R. Marlow'));
    assert.notEqual(other.identity, known.identity);
    assert.equal(other.offers[0]?.candidate, known.identity);
  });

  it('reads past an epithet before the name of one who is widely known', () => {
    const groups = groupsOf([...often(person('Hannah Brandt')), person('Crafty Hannah Brandt')]);
    assert.equal(groups.at(-1), 0);
    assert.deepEqual(groupsOf([person('Hannah Brandt'), person('Crafty Hannah Brandt')]), [0, 1]);
  });
});

describe('a name alone', () => {
  const rosa = often(person('Rosa Harmont', 'president of Veltria'));
  const charles = often(person('Charles Harmont'), 70);

  it('joins nobody without a title, and is bound to its article', () => {
    const identities = new Identities();
    for (const each of rosa) identities.add(each);
    const lone = identities.add(person('Harmont'));
    assert.equal(lone.joins, null);
    assert.ok(lone.bound);
    assert.equal(lone.offers.length, 1);
    assert.notEqual(identities.add(person('Harmont')).identity, lone.identity);
  });

  it('joins the one whom a courtesy title leaves', () => {
    const groups = groupsOf([...charles, ...rosa, person('Harmont', null, 'Mrs.'), person('Mr. Harmont')]);
    assert.deepEqual(groups.slice(-2), [70, 0]);
  });

  it('joins the one whom the role leaves', () => {
    const groups = groupsOf([...charles, ...rosa, person('Harmont', 'President'), person('Harmont', 'Sen.')]);
    assert.deepEqual(groups.slice(-2), [70, 131]);
  });

  it('joins nobody where two of the name may be meant, or the one is hardly known', () => {
    const sister = often(person('Ruth Harmont'), 20);
    assert.equal(groupsOf([...rosa, ...sister, person('Harmont', null, 'Ms.')]).at(-1), 80);
    assert.equal(groupsOf([...rosa.slice(0, 2), person('Harmont', 'President')]).at(-1), 2);
  });
});

describe('organizations across articles', () => {
  it('join by their words, in English of both sides, with and without their legal form', () => {
    const names = [
      'Ministry of Defence of Veltria',
      'the Veltrian Defense Ministry',
      'Marlow Industries Inc.',
      'Marlow Industries',
    ];
    assert.deepEqual(groupsOf(names.map(organization)), [0, 0, 2, 2]);
  });

  it('join by an acronym only where one is widely known', () => {
    assert.equal(groupsOf([...often(organization('National Bank of Veltria')), organization('NBV')]).at(-1), 0);
    assert.deepEqual(groupsOf([organization('National Bank of Veltria'), organization('NBV')]), [0, 1]);
  });

  it('join where one outlet writes the name in capitals', () => {
    assert.deepEqual(groupsOf(['Dahvan', 'DAHVAN', 'Nato', 'NATO', 'NBV'].map(organization)), [0, 0, 2, 2, 4]);
  });

  it('of every town stay with their articles', () => {
    assert.deepEqual(
      groupsOf([organization('police'), organization('the city council'), organization('police')]),
      [0, 1, 2],
    );
    assert.deepEqual(keysOf(organization('the police department')), { held: [], sought: [] });
  });

  it('are never a person of the same name', () => {
    assert.deepEqual(groupsOf([person('Anna Tessen'), organization('Anna Tessen')]), [0, 1]);
  });
});

describe('others across articles', () => {
  it('stay with their articles where they are described, and join where they are named', () => {
    const of = (kind: 'group' | 'unnamed' | 'document', name: string) => ({ kind, name, role: null, outlet: null });
    assert.deepEqual(
      groupsOf([
        of('unnamed', 'a senior official'),
        of('unnamed', 'a senior official'),
        of('group', 'some voters'),
        of('group', 'some voters'),
        of('group', 'Fisher Unionists'),
        of('group', 'the Fisher Unionists'),
        of('document', 'the Harbour Act'),
        of('document', 'Harbour Act'),
      ]),
      [0, 1, 2, 3, 4, 4, 6, 6],
    );
  });

  it('keeps authors of one name and different outlets apart', () => {
    const of = (outlet: string) => ({ kind: 'author' as const, name: 'Anna Tessen', role: null, outlet });
    assert.deepEqual(groupsOf([of('meridian'), of('carrow'), of('meridian')]), [0, 1, 0]);
  });
});

describe('identify', () => {
  it('offers few pairs, the best known first', () => {
    const known = (name: string, articles: number) => ({
      kind: 'person' as const,
      spellings: [{ name, articles }],
      roles: [],
      women: 0,
      men: 0,
      outlets: [],
    });
    const { offers } = identify(person('Marlow'), [
      known('Ann Marlow', 1),
      known('Ben Marlow', 9),
      known('Carl Marlow', 4),
      known('Dora Marlow', 2),
    ]);
    assert.equal(offers.length, MOST_OFFERS);
    assert.deepEqual(
      offers.map(({ candidate }) => candidate.spellings[0]!.articles),
      [9, 4, 2],
    );
  });
});
