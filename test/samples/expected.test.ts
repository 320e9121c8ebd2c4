import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleFiles, expected, fold, plain, readme, readSamples } from './pages.ts';

const samples = readSamples();
const byId = new Map(samples.map((sample) => [sample.id, sample]));
const text = (id: string): string => byId.get(id)!.text;

test('the folder of articles holds articles only', () => {
  for (const file of articleFiles()) assert.match(file, /\.(html|txt|jsonl)$/);
});

test('every article has its own id, and the expectations are about these articles', () => {
  assert.equal(byId.size, samples.length);
  assert.deepEqual(expected.map((article) => article.id).sort(), [...byId.keys()].sort());
  assert.ok(samples.length >= 12);
  assert.ok(new Set(expected.map((article) => article.outlet)).size >= 6);
});

test('the README says where each article is', () => {
  const said = readme();
  for (const { id, file } of samples) assert.ok(said.includes(id) && said.includes(file), `${id} (${file})`);
});

test('an article opens, says its statements and closes, in words that stand in the page', () => {
  for (const { id, opens, closes, statements } of expected) {
    const page = text(id);
    const from = page.indexOf(fold(opens));
    const to = page.lastIndexOf(fold(closes)) + fold(closes).length;
    assert.ok(from >= 0 && to > from, `${id} opens and closes`);
    const body = page.slice(from, to);
    for (const { words } of statements) {
      assert.ok(body.includes(words), `${id}: ${words}`);
      assert.doesNotMatch(words, /["“”«»]/, `${id}: a stretch within one pair of quotation marks`);
    }
    assert.ok(body.split(' ').length >= 280 && body.split(' ').length <= 800, `${id} has the length of a news article`);
  }
});

test('there are eight statements an article, of every type and kind', () => {
  const all = expected.flatMap((article) => article.statements);
  assert.ok(all.length / expected.length >= 8);
  for (const { id, statements } of expected) {
    const words = statements.map((statement) => statement.words);
    assert.equal(new Set(words).size, words.length, `${id} names each statement once`);
  }
  assert.deepEqual([...new Set(all.map((s) => s.type))].sort(), ['direct', 'indirect', 'mixed']);
  const kinds = new Set(all.map((s) => s.kind));
  for (const kind of ['person', 'organization', 'group', 'document', 'unnamed']) assert.ok(kinds.has(kind), kind);
});

test('speakers and media are named in words of the article', () => {
  for (const { id, statements } of expected) {
    const page = plain(text(id));
    for (const { speaker, kind, medium } of statements) {
      // "one of them" is named by what "them" refers to, so its first words do not stand there.
      const name = kind === 'unnamed' ? speaker.replace(/^one of (the )?/i, '') : speaker;
      assert.ok(page.includes(plain(name)), `${id}: ${name}`);
      if (medium) assert.ok(page.includes(plain(medium)), `${id}: ${medium}`);
    }
  }
});

test('boilerplate stands in the file and holds none of the statements', () => {
  for (const { id, boilerplate, statements } of expected) {
    const { source, text: page } = byId.get(id)!;
    for (const line of boilerplate) {
      assert.ok(page.includes(line) || fold(source).includes(line), `${id}: ${line}`);
      for (const { words } of statements) assert.ok(!plain(words).includes(plain(line)), `${id}: ${line}`);
    }
  }
});

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DAYS = 'sun mon tue wed thu fri sat'.split(' ');
const utc = (month: string, day: string): Date =>
  new Date(Date.UTC(2031, MONTHS.indexOf(month.slice(0, 3).toLowerCase()), Number(day)));
const MONTH = '(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?';
const DAY = '(Sun|Mon|Tue|Wed|Thu|Fri|Sat)[a-z]*,?';

test('a weekday beside a date is the weekday of that date in 2031', () => {
  let seen = 0;
  for (const { id, text: page, source } of samples) {
    for (const match of `${page}\n${source}`.matchAll(new RegExp(`\\b${DAY} (\\d{1,2}) ${MONTH}`, 'g'))) {
      assert.equal(DAYS[utc(match[3]!, match[2]!).getUTCDay()], match[1]!.toLowerCase(), `${id}: ${match[0]}`);
      seen++;
    }
  }
  assert.ok(seen >= 10, `only ${seen} dates with a weekday`);
});

test('the day of a statement is told beside it', () => {
  for (const { id, published, statements } of expected) {
    for (const { words, saidOn } of statements) {
      if (!saidOn) continue;
      assert.ok(saidOn <= published, `${id}: ${words}`);
      const page = text(id);
      const at = page.indexOf(words);
      const around = page.slice(Math.max(0, at - 250), at + words.length + 250);
      const day = new Date(`${saidOn}T00:00:00Z`);
      const number = day.getUTCDate();
      const month = day.toLocaleString('en', { month: 'long', timeZone: 'UTC' });
      const weekday = day.toLocaleString('en', { weekday: 'long', timeZone: 'UTC' });
      const age = (Date.parse(published) - Date.parse(saidOn)) / 86_400_000;
      const told =
        around.includes(`${number} ${month}`) ||
        (age < 7 && new RegExp(`\\b${weekday}\\b`).test(around)) ||
        (age === 0 && around.includes('this morning'));
      assert.ok(told, `${id}: ${saidOn} | ${words}`);
    }
  }
});

test('the page gives its title, its date and its byline', () => {
  for (const { id, title, published, byline } of expected) {
    const { source, text: page, file } = byId.get(id)!;
    const [year, month, day] = published.split('-').map(Number);
    const name = MONTHS[month! - 1]!;
    const date = new RegExp(`${published}|\\b0?${day} ${name}[a-z]*,? ${year}`, 'i');
    if (file.endsWith('.jsonl')) continue;
    assert.ok(plain(page).includes(plain(title)), `${id}: ${title}`);
    assert.match(source, date, id);
    for (const who of byline?.split(' and ') ?? []) assert.ok(page.includes(who), `${id}: ${who}`);
  }
});
