import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { jsonLines, onrecord, temporaryFolder } from './onrecord.ts';

const FIRE =
  'The ferry Osmund caught fire off Tarrel on Sunday. Captain Elke Brandt steered it to the Vauban pier, and 212 passengers were taken off.';
const VOTE =
  'Deputies of Lurien voted 61 to 40 for the grain levy that minister Pell Sorrin had proposed. Farmers of Ansk blocked roads.';
const told = [
  { id: 'fire-1', title: 'Ferry Osmund on fire', text: FIRE, published: '2031-05-04' },
  { id: 'vote-1', title: 'Grain levy passes', text: VOTE, published: '2031-05-04' },
  {
    id: 'fire-2',
    title: '212 saved from ferry',
    text: `Witnesses praised the captain. ${FIRE}`,
    published: '2031-05-05',
  },
  { id: 'vote-2', title: 'Farmers block roads', text: `${VOTE} More is planned.`, published: '2031-05-05' },
];

describe('onrecord stories', () => {
  it('writes a line for each article with its story, its title and its lead', async (t) => {
    const file = join(temporaryFolder(t), 'news.jsonl');
    writeFileSync(file, told.map((article) => JSON.stringify(article)).join('\n'));
    const { status, stdout } = await onrecord(['stories', file]);
    assert.equal(status, 0);
    const lines = jsonLines(stdout) as unknown as { id: string; story: number; lead: boolean; title: string }[];
    assert.deepEqual(
      lines.map(({ id, story }) => [id, story]),
      [
        ['fire-1', 1],
        ['fire-2', 1],
        ['vote-1', 2],
        ['vote-2', 2],
      ],
    );
    for (const story of [1, 2]) {
      const of = lines.filter((line) => line.story === story);
      const leads = of.filter(({ lead }) => lead);
      assert.equal(leads.length, 1);
      const title = told.find(({ id }) => id === leads[0]!.id)!.title;
      assert.ok(of.every((line) => line.title === title));
    }
  });

  it('gives the same stories for any order of the input', async (t) => {
    const folder = temporaryFolder(t);
    const groupsOf = async (articles: typeof told, at: number) => {
      const file = join(folder, `${at}.jsonl`);
      writeFileSync(file, articles.map((article) => JSON.stringify(article)).join('\n'));
      const lines = jsonLines((await onrecord(['stories', file])).stdout) as unknown as { id: string; story: number }[];
      const storyOf = new Map(lines.map(({ id, story }) => [id, story]));
      return told.map(({ id }) => told.filter((other) => storyOf.get(other.id) === storyOf.get(id)).map((a) => a.id));
    };
    assert.deepEqual(await groupsOf(told, 0), await groupsOf(told.toReversed(), 1));
  });

  it('names what it cannot read and groups the rest', async (t) => {
    const file = join(temporaryFolder(t), 'news.jsonl');
    writeFileSync(file, `${JSON.stringify(told[0])}\n{"id": "broken"\n`);
    const { status, stdout, stderr } = await onrecord(['stories', file]);
    assert.equal(status, 1);
    assert.equal(jsonLines(stdout).length, 1);
    assert.match(stderr, /news\.jsonl:2/);
  });
});

describe('onrecord stories of a record', () => {
  const line = (id: string, outlet: string, published: string, text: string) =>
    JSON.stringify({ id, outlet, published, title: text.slice(0, 34), text });
  const SAID = '“The piers of Tarrel will not open before the first of May,” Captain Elke Brandt said.';
  const ALTERED = SAID.replace('will not open', 'will open');
  const ALONE = 'Minister Pell Sorrin said that the owners would pay for every cabin.';

  async function recordIn(t: Parameters<typeof temporaryFolder>[0]) {
    const cwd = temporaryFolder(t);
    const stdin = [
      line('fire-1', 'Harbour Post', '2031-05-04', `${FIRE} ${SAID}`),
      line('fire-2', 'Radio \u001b[31mArdal', '2031-05-05', `${FIRE} ${ALTERED} ${ALONE}`),
      line('vote-1', 'Harbour Post', '2031-05-08', VOTE),
      line('vote-2', 'Radio Ardal', '2031-05-09', `${VOTE} More is planned.`),
    ].join('\n');
    assert.equal((await onrecord(['add', '-'], { cwd, stdin })).status, 0);
    return (...args: string[]) => onrecord(['stories', ...args], { cwd });
  }

  it('lists them, the latest first, and shows one with what each outlet makes of each statement', async (t) => {
    const run = await recordIn(t);
    const listed = jsonLines((await run('--json')).stdout) as unknown as { key: string; lead: { key: string } }[];
    assert.equal(listed.length, 2);
    const { stdout, status } = await run();
    assert.equal(status, 0);
    assert.match(
      stdout,
      /^Deputies of Lurien[^\n]*\n {2}2 articles, 2 outlets, 2031-05-08 to 2031-05-09 \[[0-9a-f]{12}\]\nThe ferry Osmund/,
    );
    const first = await run('--limit', '1');
    assert.doesNotMatch(first.stdout, /Osmund/);
    assert.match(first.stderr, /1 of 2 shown; --limit 2 shows all\./);
    const { key, lead } = listed[1]!;
    const shown = await run(key);
    assert.match(shown.stdout, /\n {2}2031-05-04 {2}Harbour Post: The ferry[^\n]*\n {2}2031-05-05 {2}Radio /);
    assert.match(shown.stdout, /\n1 statement of several outlets\n\n {2}Elke Brandt: /);
    assert.match(shown.stdout, /\n {4}Harbour Post: the earliest \[[0-9a-f]{12}-\d\]/);
    assert.match(shown.stdout, /\n {4}Radio [^\n]*Ardal: altered \(negation\) \[[0-9a-f]{12}-\d\]/);
    assert.match(shown.stdout, /\nWhat one outlet alone has\n(?:.*\n)* {2}Radio [^\n]*Ardal: \d of \d statements/);
    assert.ok(!shown.stdout.includes('\u001b'));
    assert.equal((await run(lead.key)).stdout, shown.stdout);
    const [detail] = jsonLines((await run(key, '--json')).stdout) as unknown as {
      alone: { items: { statement: { earliest: { words: string } } }[] };
    }[];
    assert.ok(detail!.alone.items.some(({ statement }) => statement.earliest.words.includes('pay for every cabin')));
  });

  it('says what is not there, and takes a file for a file', async (t) => {
    const run = await recordIn(t);
    const none = await run('0123456789ab');
    assert.deepEqual([none.status, none.stdout], [1, '']);
    assert.match(none.stderr, /holds no story or article with this address: 0123456789ab/);
    const missing = await run('0123456789ab.jsonl');
    assert.equal(missing.status, 1);
    assert.match(missing.stderr, /0123456789ab\.jsonl/);
    const without = await onrecord(['stories'], { cwd: temporaryFolder(t) });
    assert.equal(without.status, 1);
    assert.match(without.stderr, /There is no record at onrecord\.db/);
  });
});
