import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it, type TestContext } from 'node:test';
import { openRecord } from '../../src/pipeline/index.ts';
import { MIGRATIONS, migrate } from '../../src/store/migrations/index.ts';
import { faultsOf, folderFor, onFile } from './files.ts';
import { logicalContent } from './logical.ts';
import { EVIDENCE, withoutIdentity } from './older.ts';
import { captureOf, syntheticArticle } from './synthetic.ts';
import { ORIGIN, person, talk } from './talks.ts';

/** A record as version 3 made it: each spelling a speaker, one that a correction made, and a merge. */
const VERSION_3 = `
insert into snapshot values ('${'a'.repeat(64)}', 0, 'identity', x'');
insert into article (id, key, digest, source_id, outlet, sha256, media_type, location, captured_at, attributions) values
  (1, 'article-one', 'digest-one', 'one', 'Radio Ardal', '${'a'.repeat(64)}', 'text/plain', 'one.txt', '2031-05-04T10:00:00.000Z', 4),
  (2, 'article-two', 'digest-two', 'two', 'Radio Ardal', '${'a'.repeat(64)}', 'text/plain', 'two.txt', '2031-05-04T10:00:00.000Z', 3);
insert into article_text values (1, 'One says so.', null), (2, 'Two says so.', null);
insert into speaker (id, key, digest, kind, name, attributions, articles, found_name, found_kind) values
  (1, '0000000000d1', 'danvarov', 'person', 'Oleksii Danvarov', 2, 2, 'Oleksii Danvarov', 'person'),
  (2, '0000000000d2', 'danvarow', 'person', 'Oleksiy Danvarow', 1, 1, 'Oleksiy Danvarow', 'person'),
  (3, '0000000000d3', 'quist', 'person', 'Quist', 2, 2, 'Quist', 'person'),
  (4, '0000000000d4', 'author-one', 'author', 'Marit Okoro', 1, 1, 'Marit Okoro', 'author');
insert into attribution (id, article_id, position, type, mode, found_speaker_id, found_name, found_role, confidence, speaker_id, role)
values
  (1, 1, 0, 'direct', 'says', 1, 'Oleksii  Danvarov', 'envoy', 0.5, 1, 'envoy'),
  (2, 1, 1, 'direct', 'says', 2, 'Oleksiy Danvarow', null, 0.5, 2, null),
  (3, 1, 2, 'direct', 'says', 3, 'Quist', null, 0.5, 3, null),
  (4, 1, 3, 'direct', 'says', 4, 'Marit Okoro', null, 0.5, 4, null),
  (5, 2, 0, 'direct', 'says', 1, 'OLEKSII DANVAROV', 'envoy', 0.5, 1, 'envoy'),
  (6, 2, 1, 'direct', 'says', 3, 'Quist', null, 0.5, 3, null),
  (7, 2, 2, 'direct', 'says', null, null, null, 0.5, null, null);
insert into span select id, 'content', 0, position, position + 3 from attribution;
insert into speaker_index (rowid, name) select id, lower(name) from speaker;
insert into attribution_index (rowid, words, speaker, title) select id, 'one', lower(coalesce(found_name, '')), '' from attribution;
`;

/** Two corrections of that time: a statement is by a body that no article names, and one name is merged. */
const LOG: readonly (readonly [string, unknown])[] = [
  [
    'speaker',
    {
      attribution: {
        key: 'article-two-2',
        article: { key: 'article-two', digest: 'digest-two', sha256: 'a'.repeat(64), id: 'two' },
        cue: [],
        content: [[2, 5]],
        words: 'o s',
      },
      to: { digest: 'tram-council', name: 'Tram Council', kind: 'organization' },
      role: null,
    },
  ],
  [
    'merge',
    {
      into: { key: '0000000000d1', digest: 'danvarov', name: 'Oleksii Danvarov', kind: 'person', found: null },
      from: { key: '0000000000d3', digest: 'quist', name: 'Quist', kind: 'person', found: null },
    },
  ],
];

function version3(test: TestContext): string {
  const path = join(folderFor(test), 'r.db');
  const database = new DatabaseSync(path);
  migrate(database, MIGRATIONS.slice(0, 3));
  database.exec(VERSION_3);
  const insert = database.prepare(
    'insert into correction (at, "by", action, payload, articles) values (?, ?, ?, ?, 2)',
  );
  for (const [action, payload] of LOG) insert.run(ORIGIN.at, ORIGIN.by, action, JSON.stringify(payload));
  database.close();
  return path;
}

describe('a record of version 3', () => {
  it('keeps its speakers under their addresses, and joins to them whoever comes', (test) => {
    const path = version3(test);
    assert.throws(() => openRecord(path, { readOnly: true }), /older version/);
    const record = openRecord(path);
    test.after(() => record.close());
    assert.deepEqual(faultsOf(path), []);
    const called = (key: string) => record.speaker(key)!.speaker.name;
    assert.deepEqual(
      ['d1', 'd2', 'd3', 'd4'].map((end) => called(`0000000000${end}`)),
      ['Oleksii Danvarov', 'Oleksiy Danvarow', 'Oleksii Danvarov', 'Marit Okoro'],
    );
    const articles = [
      talk('a', person('Oleksiy Danvarow'), person('Quist')),
      talk('b', person('Oleksii Danvarov')),
      { ...talk('c', { name: 'Marit Okoro', kind: 'author', role: null }), outlet: 'Radio Ardal' },
      talk('d', { name: 'Tram Council', kind: 'organization', role: null }),
    ];
    for (const article of articles) record.add(captureOf(article), article);
    const keys = articles.map(({ id }) => record.article(id)!.attributions[0]!.speaker!.key);
    assert.deepEqual(keys.slice(0, 3), ['0000000000d2', '0000000000d1', '0000000000d4']);
    assert.equal(record.speaker('0000000000d1')!.attributions.total, 5, 'with those of Quist, who is another in "a"');
    assert.equal(record.speakers({ name: 'quist' }).total, 2);
    assert.equal(record.speakers({ name: 'tram' }).total, 2, 'made by a digest of that time, which no article gives');
    onFile(path, (file) => {
      const rows = file
        .prepare('select spelling, articles from speaker_spelling where speaker_id = 1 order by 1')
        .all();
      assert.deepEqual(
        rows.map(({ spelling, articles: of }) => [spelling, of]),
        [
          ['OLEKSII DANVAROV', 1],
          ['Oleksii Danvarov', 2],
        ],
      );
    });
  });

  it('is filed by the first who opens it for writing, however often that was cut short', (test) => {
    const path = join(folderFor(test), 'r.db');
    const first = openRecord(path);
    for (let n = 0; n < 4; n++) first.add(captureOf(syntheticArticle(n)), syntheticArticle(n));
    first.close();
    onFile(path, (database) => database.exec(`update attribution set ${EVIDENCE.map((name) => `${name} = null`)}`));
    const before = logicalContent(path);
    onFile(path, (database) => {
      withoutIdentity(database);
      // As it is when the schema is that of today, and the process ended before the speakers were filed.
      migrate(database);
    });
    assert.notDeepEqual(logicalContent(path).keys, before.keys);
    openRecord(path).close();
    assert.deepEqual(logicalContent(path), before);
  });
});
