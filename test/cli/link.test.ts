import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { jsonLines, onrecord, ROOT } from './onrecord.ts';

interface Occurrence {
  readonly id: string;
  readonly content: readonly (readonly [number, number])[];
  readonly type: string;
  readonly change: string | null;
  readonly kinds: readonly string[];
  readonly reason: string | null;
}
interface Statement {
  readonly statement: string;
  readonly occurrences: readonly Occurrence[];
}

const line = (id: string, published: string, text: string): string => JSON.stringify({ id, published, text });

describe('link', () => {
  it('joins what articles give alike, the earliest first, and says what became of the words', async () => {
    const stdin = [
      line(
        'b',
        '2031-03-02',
        'SORREL — “The dam will not stay closed until the last barge has left,” Ilse Marro, the harbour minister, said on Sunday.',
      ),
      line(
        'a',
        '2031-03-01',
        'Ilse Marro, the harbour minister, said: “The dam will stay closed until the last barge has left.”',
      ),
      line('c', '2031-03-02', 'Petr Dunn said that the ferry to Kolm was late again.'),
    ].join('\n');
    const { stdout, status } = await onrecord(['link', '-'], { stdin });
    assert.equal(status, 0);
    const statements = jsonLines(stdout) as unknown as Statement[];
    assert.equal(new Set(statements.map(({ statement }) => statement)).size, statements.length);
    const [joined] = statements.filter(({ occurrences }) => occurrences.length > 1);
    assert.deepEqual(
      joined!.occurrences.map(({ id }) => id),
      ['a', 'b'],
    );
    const [earliest, later] = joined!.occurrences;
    assert.deepEqual([earliest!.change, earliest!.kinds], [null, []]);
    assert.deepEqual([later!.change, later!.kinds[0]], ['altered', 'negation']);
    assert.match(joined!.occurrences.map(({ reason }) => reason).join(), /the same speaker/);
    assert.ok(statements.some(({ occurrences }) => occurrences.length === 1 && occurrences[0]!.id === 'c'));
  });

  it('names a line that cannot be read, and links the rest', async () => {
    const stdin = `${line('c', '2031-03-02', 'Petr Dunn said that the ferry to Kolm was late again.')}\nno line of JSON`;
    const { stdout, stderr, status } = await onrecord(['link', '-'], { stdin });
    assert.equal(status, 1);
    assert.match(stderr, /:2/);
    assert.equal(jsonLines(stdout).length, 1);
  });
});

const ARTICLES = join(ROOT, '../shared/articles');
const skip = existsSync(ARTICLES) ? false : '../shared/articles is not there: its record is not checked';

describe('the five articles that began it', { skip }, () => {
  const record = skip
    ? null
    : (JSON.parse(readFileSync(join(ARTICLES, 'record.json'), 'utf8')) as {
        same_statement: [string, string, string, string, string][];
        not_same_statement: [string, string, string, string][];
      });
  let statements: Statement[];
  const texts = new Map<string, string>();

  before(async () => {
    const files = readdirSync(ARTICLES)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => join(ARTICLES, name));
    statements = jsonLines((await onrecord(['link', ...files])).stdout) as unknown as Statement[];
    for (const one of jsonLines((await onrecord(['extract', ...files])).stdout) as { id: string; text: string }[]) {
      texts.set(one.id, one.text);
    }
  });

  const flat = (text: string): string => text.replace(/[“”"]/g, '').replace(/\s+/g, ' ').toLowerCase();
  const has = ({ id, content }: Occurrence, article: string, words: string): boolean =>
    id.startsWith(article) &&
    flat(content.map(([start, end]) => texts.get(id)!.slice(start, end)).join(' ')).includes(flat(words));

  it('have at least eight of the nine statements that are one, with what became of them', () => {
    const right = record!.same_statement.filter(([a, first, b, second, change]) =>
      statements.some(({ occurrences }) => {
        const [one, two] = [occurrences.find((o) => has(o, a, first)), occurrences.find((o) => has(o, b, second))];
        const changes = [one?.change, two?.change].filter((each) => each !== null);
        return one && two && one !== two && changes.includes(change);
      }),
    );
    const missed = record!.same_statement.filter((pair) => !right.includes(pair)).map(([a, words]) => `${a} ${words}`);
    assert.ok(right.length >= 8, `missed: ${missed.join('; ')}`);
  });

  it('have none of those that are not', () => {
    for (const [a, first, b, second] of record!.not_same_statement) {
      assert.ok(
        !statements.some(
          ({ occurrences }) => occurrences.some((o) => has(o, a, first)) && occurrences.some((o) => has(o, b, second)),
        ),
        first,
      );
    }
  });
});
