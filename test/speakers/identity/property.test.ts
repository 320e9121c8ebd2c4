import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compareNames, Identities, keysOf } from '../../../src/speakers/index.ts';
import { person, readPairs } from './helper.ts';

const written = readPairs();
const words = [...new Set(written.flatMap(({ a, b }) => [...a.split(' '), ...b.split(' ')]))];
const name = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((some) => some.join(' '));
const listed = fc.constantFrom(...written.flatMap(({ a, b }) => [a, b]));
const anyName = fc.oneof(name, name, listed, fc.string({ unit: 'binary', maxLength: 60 }));
const kind = fc.constantFrom('person' as const, 'organization' as const);

const without = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '');

/** What newspapers do to a name. */
const CHANGES: readonly ((name: string) => string)[] = [
  (text) => text.toUpperCase(),
  without,
  (text) => text.replaceAll('-', ' '),
  (text) => text.replaceAll('-', ''),
  (text) => text.replace(/ \S+(?= \S+$)/u, ''),
  (text) => text.replace(/(?<=^\S+ )(\p{L})\p{L}+(?= )/u, '$1.'),
  (text) => text.replace(/^(\p{L})\p{L}+/u, '$1.'),
  (text) => text.replace(/^(.*) (\S+)$/u, '$2, $1'),
  (text) => text.replace(/^(\S+) (.*)$/u, '$2 $1'),
  (text) => `Mr. ${text}`,
];

describe('compareNames', () => {
  it('is symmetric', () => {
    fc.assert(
      fc.property(kind, anyName, anyName, (of, a, b) => {
        assert.equal(compareNames(of, a, b).verdict, compareNames(of, b, a).verdict);
      }),
      { numRuns: 2000 },
    );
  });

  it('never calls a name different from itself', () => {
    fc.assert(
      fc.property(kind, anyName, (of, a) => {
        assert.notEqual(compareNames(of, a, a).verdict, 'different');
      }),
      { numRuns: 1000 },
    );
  });

  it('calls whole names the same as themselves, whatever their case, marks and apostrophes', () => {
    const whole = written.filter(({ expected, kind: of }) => expected === 'same' && of === 'person').map(({ a }) => a);
    for (const each of whole)
      for (const other of [each, each.toUpperCase(), without(each), each.replaceAll("'", '’'), ` ${each} `])
        assert.equal(compareNames('person', each, other).verdict, 'same', `${each} | ${other}`);
  });

  it('calls the same only what shares a key, both ways', () => {
    let same = 0;
    const pair = fc.constantFrom(...written);
    const changes = fc.array(fc.constantFrom(...CHANGES), { maxLength: 2 });
    fc.assert(
      fc.property(pair, changes, changes, (of, left, right) => {
        const a = left.reduce((text, change) => change(text), of.a);
        const b = right.reduce((text, change) => change(text), of.b);
        if (compareNames(of.kind, a, b).verdict !== 'same') return;
        const [one, other] = [keysOf({ kind: of.kind, name: a }), keysOf({ kind: of.kind, name: b })];
        // What every town has is bound to its article, whatever its name is beside itself.
        if (one.held.length === 0 && other.held.length === 0 && of.kind === 'organization') return;
        same++;
        assert.ok(
          one.sought.some((key) => other.held.includes(key)),
          `${a} does not find ${b}`,
        );
        assert.ok(
          other.sought.some((key) => one.held.includes(key)),
          `${b} does not find ${a}`,
        );
      }),
      { numRuns: 5000 },
    );
    assert.ok(same > 1000, `only ${same} pairs were the same`);
  });

  it('takes names without end', () => {
    const long = 'Anna-Maria van der Aachenbach '.repeat(5000);
    assert.notEqual(compareNames('person', long, long).verdict, 'different');
    assert.notEqual(compareNames('organization', long, long).verdict, 'different');
    assert.ok(keysOf({ kind: 'person', name: long }).held.length < 50);
  });
});

describe('Identities', () => {
  it('gives the same for the same order', () => {
    fc.assert(
      fc.property(fc.array(anyName, { maxLength: 40 }), (names) => {
        const run = () => {
          const identities = new Identities();
          return names.map((each) => identities.add(person(each)).identity.id);
        };
        assert.deepEqual(run(), run());
      }),
      { numRuns: 100 },
    );
  });

  it('puts no two names together that differ', () => {
    fc.assert(
      fc.property(fc.array(listed, { minLength: 2, maxLength: 30 }), (names) => {
        const identities = new Identities();
        for (const each of names) identities.add(person(each));
        for (const { spellings } of identities.all)
          for (const [at, one] of spellings.entries())
            for (const other of spellings.slice(at + 1))
              assert.notEqual(
                compareNames('person', one.name, other.name).verdict,
                'different',
                `${one.name} | ${other.name}`,
              );
      }),
      { numRuns: 300 },
    );
  });
});
