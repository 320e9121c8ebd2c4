import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expected, fold, plain, readSamples, record } from './pages.ts';

const pages = new Map(readSamples().map((sample) => [sample.id, sample]));
const published = new Map(expected.map((article) => [article.id, article.published]));

function has(id: string, words: string): void {
  const page = pages.get(id);
  assert.ok(page, `no article ${id}`);
  assert.ok(page.text.includes(fold(words)), `${id}: ${words}`);
}

const bare = (words: string): string => plain(words).replace(/[.,;?!"]/g, '');

test('each spelling of a name stands in some article', () => {
  const all = [...pages.values()].map((page) => page.text).join('\n');
  for (const names of record.same_person) for (const name of names) assert.ok(all.includes(name), name);
  const several = record.same_person.filter((names) => names.length > 1);
  assert.ok(several.length >= 8, 'names spelt in several ways');
  for (const names of several) assert.equal(new Set(names).size, names.length);
});

test('statements repeated, later beside earlier, with the change they claim', () => {
  for (const [id, words, earlierId, earlier, change] of record.same_statement) {
    has(id, words);
    has(earlierId, earlier);
    assert.ok(published.get(id)! >= published.get(earlierId)!, `${id} is not older than ${earlierId}`);
    const [a, b] = [bare(words), bare(earlier)];
    if (change === 'identical') assert.equal(a, b);
    else if (change === 'excerpt') assert.ok(b.includes(a) && a !== b, `${id}: ${words}`);
    else assert.ok(!b.includes(a), `${id}: ${words} is more than a cut`);
  }
  const changes = new Set(record.same_statement.map((row) => row[4]));
  assert.deepEqual([...changes].sort(), ['altered', 'excerpt', 'identical', 'paraphrase']);
});

test('statements that only look alike', () => {
  for (const [id, words, otherId, other] of record.not_same_statement) {
    has(id, words);
    has(otherId, other);
    assert.notEqual(bare(words), bare(other));
  }
});

test('an altered quotation differs from the original by a single word', () => {
  const joined = record.same_statement.filter((row) => row[4] === 'altered');
  assert.equal(joined.length, record.altered.length);
  assert.ok(record.altered.length >= 3, 'a word, a "not" and a number');
  for (const { id, words, from, original } of record.altered) {
    has(id, words);
    has(from, original);
    const [now, then] = [bare(words).split(' '), bare(original).split(' ')];
    let start = 0;
    while (start < now.length && now[start] === then[start]) start++;
    let end = 0;
    while (end < Math.min(now.length, then.length) - start && now.at(-1 - end) === then.at(-1 - end)) end++;
    assert.ok(now.length - start - end <= 1 && then.length - start - end === 1, `${words} | ${original}`);
  }
});

test('a misattributed quotation has the same words and another speaker', () => {
  assert.ok(record.misattributed.length > 0);
  for (const { id, words, given_to, from, speaker } of record.misattributed) {
    has(id, given_to);
    has(from, speaker);
    const at = (where: string) => expected.find((a) => a.id === where)!.statements.find((s) => s.words === words);
    assert.equal(at(id)?.speaker, given_to);
    assert.equal(at(from)?.speaker, speaker);
  }
});

test('reprints and credits name articles that are there and not younger', () => {
  for (const { article, reprints, credits } of record.provenance) {
    const origin = reprints ?? credits;
    assert.ok(origin && published.has(origin) && published.has(article));
    assert.ok(published.get(origin)! <= published.get(article)!);
  }
  for (const story of record.same_story) for (const id of story) assert.ok(published.has(id), id);
});

test('positions, conflicts and lone figures stand in the articles they name', () => {
  for (const { id, speaker, condition } of record.positions) {
    has(id, speaker);
    if (condition) has(id, condition);
  }
  for (const marker of [/^as long as/, /^only after/, /^unless/, /^in exchange for/, /^until/, /^if /i])
    assert.ok(
      record.positions.some((position) => marker.test(position.condition ?? '')),
      String(marker),
    );
  for (const { id, a, other, b } of record.conflicts) {
    has(id, a);
    has(other, b);
  }
  for (const { id, words, speaker } of record.claimed_by_one) {
    has(id, words);
    has(id, speaker);
  }
});
