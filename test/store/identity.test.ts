import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SpeakerKind } from '../../src/model.ts';
import { openRecord } from '../../src/pipeline/index.ts';
import { Identities, type Identity } from '../../src/speakers/index.ts';
import { faultsOf, onFile } from './files.ts';
import { logicalContent } from './logical.ts';
import { CONFUSABLE, randomFrom } from './synthetic.ts';
import { often, open, person, talk } from './talks.ts';

describe('a speaker across articles', () => {
  it('is one however it is spelt, under its first address, and is found by every spelling', (test) => {
    const { record, key, add } = open(test, talk('a', person('Oleksii Danvarov', 'envoy')));
    const { key: first } = record.speakers().items[0]!;
    add(talk('b', person('Oleksiy Danvarow')), talk('c', person('Oleksiy Danvarow')), talk('d', person('DANVAROV')));
    const { items } = record.speakers();
    assert.deepEqual(
      items.map(({ key, name, attributions, articles }) => [key === first, name, attributions, articles]),
      [
        [true, 'Oleksiy Danvarow', 3, 3],
        [false, 'DANVAROV', 1, 1],
      ],
      'under the spelling of most articles; the family name alone is its article’s',
    );
    for (const name of ['oleksii', 'danvarov oleks', 'Danvarow']) {
      assert.equal(record.speakers({ name }).items[0]!.key, first, name);
    }
    assert.equal(record.article('a')!.attributions[0]!.speaker!.name, 'Oleksii Danvarov', 'as the article spells it');
    assert.equal(key('b'), first);
    assert.equal(record.speaker(first)!.attributions.total, 3);
  });

  it('is shown by a whole name, not by capitals of headlines or a family name alone, however often they come', (test) => {
    const { record } = open(
      test,
      talk('a', person('Oleksii Danvarov', 'grain minister of Vesland')),
      ...often(person('OLEKSII DANVAROV', 'grain minister of Vesland'), 9),
      ...often(person('Danvarov', 'grain minister of Vesland'), 12),
    );
    const [one, ...others] = record.speakers().items;
    assert.equal(others.length, 0, 'his office tells who is meant by the family name');
    assert.deepEqual([one!.name, one!.articles], ['Oleksii Danvarov', 22]);
  });

  it('is not another of the same family, and a title tells which of them is meant', (test) => {
    const { record, add, key } = open(
      test,
      ...often(person('Orrin Vellacott'), 6),
      ...often(person('Helga Vellacott'), 60),
    );
    add(talk('lone', person('Vellacott')), talk('titled', person('Vellacott', null, 'Mrs.')));
    assert.notEqual(key('Orrin Vellacott-0'), key('Helga Vellacott-0'));
    assert.equal(key('titled'), key('Helga Vellacott-0'));
    assert.equal(record.speakers().total, 3, 'the name alone is its article’s');
    add(talk('again', person('Vellacott')));
    assert.notEqual(key('again'), key('lone'), 'and another article’s again');
  });

  it('is not its father, and who may be either is offered beside both', (test) => {
    const { record, add, key } = open(test, talk('a', person('Ivo Quist Jr.')), talk('b', person('Ivo Quist Sr.')));
    assert.notEqual(key('a'), key('b'));
    assert.equal(record.offers().total, 0);
    add(talk('c', person('Ivo Quist')));
    assert.equal(new Set([key('a'), key('b'), key('c')]).size, 3);
    const { items, total } = record.offers();
    assert.equal(total, 2);
    for (const { speakers, reason } of items) {
      assert.ok(speakers.some((speaker) => speaker.key === key('c') && speaker.article.id === 'c'));
      assert.equal(reason, 'father and child may share the name');
    }
  });

  it('keeps its address beside a namesake, whose own is permanent too', (test) => {
    const articles = [
      ...often(person('Robin Okoro', null, 'Mr.'), 2, 'him'),
      talk('her', person('Mrs. Robin Okoro')),
      talk('her again', person('Mrs. Robin Okoro')),
    ];
    const [one, other] = [open(test, ...articles), open(test, ...articles)];
    assert.equal(one.record.speakers().total, 2);
    assert.notEqual(one.key('her'), one.key('him-0'));
    assert.equal(one.key('her again'), one.key('her'));
    for (const id of ['him-0', 'her']) assert.equal(one.key(id), other.key(id));
    assert.equal(one.key('him-0'), open(test, talk('x', person('Robin OKORO'))).key('x'), 'made of the name alone');
  });

  it('is found under the address that each of its spellings had or would have had', (test) => {
    const { record, key, correct } = open(
      test,
      talk('a', person('Oleksii Danvarov')),
      talk('b', person('Oleksiy Danvarow')),
      talk('c', person('Sanna Vellamo')),
    );
    const address = open(test, talk('b', person('OLEKSIY Danvarow'))).key('b');
    assert.notEqual(address, key('a'));
    assert.equal(record.speaker(address)!.speaker.key, key('a'));
    assert.equal(record.speaker(address.slice(0, 11)), null);
    correct({ action: 'merge', into: address, from: key('c') });
    assert.equal(key('c'), key('a'));
  });

  it('of an article that spells it in two ways is one', (test) => {
    const { record } = open(
      test,
      talk('a', person('Christopher Harrow'), person('Chris Harrow'), person('Chris HARROW')),
    );
    assert.deepEqual(
      record.speakers().items.map(({ attributions, articles }) => [attributions, articles]),
      [[3, 1]],
    );
  });

  it('who writes is one for one outlet', (test) => {
    const author = { name: 'Marit Okoro', kind: 'author', role: null } as const;
    const { key } = open(
      test,
      talk('a', author),
      talk('b', author),
      { ...talk('c', author), outlet: 'Radio Ardal' },
      talk('d', person('Marit Okoro')),
    );
    assert.equal(key('a'), key('b'));
    assert.equal(new Set([key('a'), key('c'), key('d')]).size, 3);
  });

  it('keeps no more spellings and roles of one than can be compared', (test) => {
    const name = 'Aldis Bergstrandhem';
    const cases = Array.from({ length: 60 }, (_, n) =>
      [...name].map((letter, i) => (i > 8 && (n >> (i - 9)) & 1 ? letter.toUpperCase() : letter)).join(''),
    );
    const { path, record } = open(
      test,
      ...cases.map((spelt, n) => talk(`${n}`, person(spelt, `delegate number ${spelt}`))),
    );
    assert.equal(record.speakers().total, 1);
    onFile(path, (file) => {
      for (const table of ['speaker_spelling', 'speaker_role']) {
        assert.equal(file.prepare(`select count(*) as n from ${table}`).get()!.n, 40);
      }
    });
    assert.deepEqual(faultsOf(path), []);
  });
});

describe('a record', () => {
  it('joins just whom the stage joins, whatever the names', (test) => {
    for (let seed = 1; seed <= 6; seed++) {
      const random = randomFrom(seed);
      const { key, add } = open(test);
      const identities = new Identities();
      const pairs = new Map<string, Set<Identity>>();
      for (let n = 0; n < 120; n++) {
        const speaker = CONFUSABLE[Math.floor(random() * CONFUSABLE.length)]!;
        const article = talk(`${n}`, speaker);
        add(article);
        const { identity } = identities.add({ ...speaker, outlet: article.outlet });
        pairs.set(key(`${n}`), (pairs.get(key(`${n}`)) ?? new Set()).add(identity));
      }
      assert.equal(pairs.size, identities.all.length, `seed ${seed}`);
      for (const of of pairs.values()) assert.equal(of.size, 1, `seed ${seed}`);
    }
  });

  it('reads the best known of a key without touching the others', (test) => {
    const { path } = open(test);
    const plan = onFile(path, (file) =>
      file
        .prepare(
          'explain query plan select speaker_id from speaker_key where key = ? order by known desc, speaker_id limit 12',
        )
        .all('x'),
    ).map(({ detail }) => String(detail));
    assert.deepEqual(plan, ['SEARCH speaker_key USING PRIMARY KEY (key=?)']);
  });

  it('is the same whoever reads while it is written', (test) => {
    const articles = Array.from({ length: 40 }, (_, n) => talk(`${n}`, ...CONFUSABLE.slice(n % 7, (n % 7) + 9)));
    const alone = open(test, ...articles);
    const { path, record, add } = open(test);
    const readers = [1, 2].map(() => openRecord(path, { readOnly: true }));
    test.after(() => {
      for (const reader of readers) reader.close();
    });
    for (const article of articles) {
      const [one, other] = readers.map((reader) => [reader.speakers({ limit: 500 }), reader.offers()]);
      assert.deepEqual(one, other);
      add(article);
      for (const reader of readers) assert.deepEqual(reader.speakers({ limit: 500 }), record.speakers({ limit: 500 }));
    }
    assert.deepEqual(logicalContent(path), logicalContent(alone.path));
  });
});

describe('corrections of speakers across articles', () => {
  it('win over what the names say, for later articles too, until they are undone', (test) => {
    const { record, key, add, correct } = open(
      test,
      talk('a', person('Oleksii Danvarov')),
      talk('b', person('Oleksiy Danvarow')),
      talk('c', person('Sanna Vellamo')),
    );
    const split = correct({
      action: 'split',
      speaker: key('a'),
      name: 'Oleksiy Danvarow (the poet)',
      of: { spelling: 'Oleksiy Danvarow' },
    });
    const merged = correct({ action: 'merge', into: key('a'), from: key('c') });
    add(
      talk('d', person('Oleksiy Danvarow')),
      talk('e', person('Sanna Vellamo')),
      talk('f', person('Oleksii Danvarov')),
    );
    assert.equal(key('d'), key('b'));
    assert.notEqual(key('d'), key('a'));
    assert.equal(key('e'), key('a'));
    assert.equal(record.speakers({ name: 'danvarow' }).items[0]!.key, key('d'), 'the other has the spelling no longer');
    assert.equal(record.speaker(key('a'))!.speaker.name, 'Oleksii Danvarov');
    add(talk('g', person('Oleksiy Danvarow')));
    correct({ action: 'undo', number: merged });
    correct({ action: 'undo', number: split });
    assert.equal(key('e'), key('c'));
    assert.equal(key('d'), key('a'));
    assert.equal(record.speaker(key('a'))!.speaker.name, 'Oleksiy Danvarow', 'the spelling of most articles again');
  });

  it('let their statements be found by all that the speaker is called, whenever articles bring it', (test) => {
    const articles = [talk('a', person('Oleksii Danvarov')), talk('b', person('Sanna Vellamo'))];
    const later = [talk('c', person('Oleksiy Danvarow')), talk('d', person('Oleksiy Danvarow'))];
    const [after, early] = [open(test, ...articles, ...later), open(test, ...articles)];
    for (const { correct, key } of [after, early]) correct({ action: 'merge', into: key('a'), from: key('b') });
    early.add(...later);
    for (const { record } of [after, early]) {
      assert.equal(record.speakers().items[0]!.name, 'Oleksiy Danvarow');
      for (const words of ['vellamo "of b"', 'danvarov "of b"', 'danvarow "of b"']) {
        assert.equal(record.search({ words }).total, 1, words);
      }
    }
    assert.deepEqual(logicalContent(after.path), logicalContent(early.path));
    // A spelling that is split off takes its words from the statements that stay.
    const split = {
      action: 'split',
      name: 'Oleksiy Danvarow (the poet)',
      of: { spelling: 'Oleksiy Danvarow' },
    } as const;
    after.correct({ ...split, speaker: after.key('a') });
    assert.equal(after.record.search({ words: 'danvarow "of b"' }).total, 0);
    assert.equal(after.record.search({ words: 'danvarov "of b"' }).total, 1);
  });

  it('cost an article that makes another spelling the name no entry of the index, however many there are', (test) => {
    const [one, other] = ['Oleksii Danvarov', 'Oleksiy Danvarow'];
    const { path, record, key, add, correct } = open(
      test,
      talk('a', person(one)),
      talk('b', person(other)),
      ...often(person('Sanna Vellamo'), 30),
    );
    correct({ action: 'merge', into: key('a'), from: key('Sanna Vellamo-0') });
    // FTS5 keeps with each entry the write that made it.
    const written = () =>
      onFile(path, (file) => file.prepare('select id, origin from attribution_index_docsize order by id').all());
    const before = written();
    const names = [other, one, one, other, other].map((name, n) => {
      add(talk(`${n}`, person(name)));
      return record.speakers().items[0]!.name;
    });
    assert.ok(new Set(names).size === 2, 'the name changed');
    assert.deepEqual(written().slice(0, before.length), before);
    add(talk('new', person('Oleksij Danvarov')));
    const changed = written()
      .slice(0, before.length)
      .filter((entry, i) => entry.origin !== before[i]!.origin);
    assert.equal(changed.length, 30, 'a spelling that is new is told to those whom the correction gave it');
  });

  it('give a statement to whom an article would mean by the name', (test) => {
    const { record, key, correct } = open(
      test,
      talk('a', person('Oleksii Danvarov')),
      talk('b', person('Sanna Vellamo'), person('Danvarov')),
    );
    const to = (name: string) => ({ name, kind: 'person' }) as const;
    const [, lone] = record.article('b')!.attributions;
    const { key: attribution } = record.article('b')!.attributions[0]!;
    correct({ action: 'speaker', attribution, to: to('Oleksiy Danvarow') });
    assert.equal(key('b'), key('a'));
    assert.throws(() => correct({ action: 'speaker', attribution, to: to('Oleksii Danvarow') }), /Danvarov already/);
    correct({ action: 'speaker', attribution, to: to('Danvarov') });
    assert.equal(key('b'), lone!.speaker!.key, 'a name alone is the one of that article');
  });

  it('find one that has no name beyond its article again by that, when a later version gives it another kind', (test) => {
    const police = (kind: SpeakerKind) => ['a', 'b'].map((id) => talk(id, { name: 'the police', kind, role: null }));
    const { record, key, correct } = open(test, ...police('organization'));
    correct({ action: 'rename', speaker: key('b'), name: 'Harbour Guard of Orra' });
    const later = open(test, ...police('group'));
    assert.equal(later.record.repeat(record.corrections().items[0]!).unapplied, null);
    assert.equal(later.record.speaker(later.key('b'))!.speaker.name, 'Harbour Guard of Orra');
    assert.equal(later.record.speaker(later.key('a'))!.speaker.name, 'the police');
  });
});
