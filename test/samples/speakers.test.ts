import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { addToRecord, createAnalyzer, openRecord } from '../../src/pipeline/index.ts';
import type { RecordStore } from '../../src/store/index.ts';
import { articleOf, attributionOf, captureOf } from '../store/synthetic.ts';
import { articlesFolder, record as expected } from './pages.ts';

/** Names that give no first name: where the article tells no office either, they are offered and not joined. */
const onlyInitials = (name: string): boolean => /^(?:\p{L}\. )+\p{L}+$/u.test(name.replace('-', ''));

const folder = mkdtempSync(join(tmpdir(), 'onrecord-samples-'));
let record: RecordStore;
before(async () => {
  record = openRecord(join(folder, 'record.db'));
  const analyzer = await createAnalyzer();
  for await (const event of addToRecord(record, analyzer, [articlesFolder])) assert.equal(event.outcome, 'added');
  await analyzer.close();
});
after(() => {
  record.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The keys of those whom articles call so. */
function bearers(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { speaker } of record.everyAttribution()) {
    if (speaker) found.set(speaker.name, (found.get(speaker.name) ?? new Set()).add(speaker.key));
  }
  return found;
}

/** Whom each list of names is; a name of initials that is offered beside one of the others counts as that one. */
function speakersOfLists(of: ReadonlyMap<string, ReadonlySet<string>>): Set<string>[] {
  const { items, total } = record.offers({ limit: 500 });
  assert.equal(items.length, total);
  const offered = items.map(({ speakers }) => speakers.map(({ key }) => key));
  const beside = (a: string, b: string): boolean => offered.some((pair) => pair.includes(a) && pair.includes(b));
  return expected.same_person.map((names) => {
    const keys = new Set(names.filter((name) => !onlyInitials(name)).flatMap((name) => [...(of.get(name) ?? [])]));
    const initials = names.filter(onlyInitials).flatMap((name) => [...(of.get(name) ?? [])]);
    for (const key of initials) if (![...keys].some((known) => beside(key, known))) keys.add(key);
    return keys;
  });
}

function checkLists(lists: readonly ReadonlySet<string>[]): void {
  for (const [at, keys] of lists.entries()) assert.ok(keys.size <= 1, `one speaker: ${expected.same_person[at]}`);
  const all = lists.flatMap((keys) => [...keys]);
  assert.equal(new Set(all).size, all.length, 'no two lists are joined');
}

describe('the speakers of the samples in a record', () => {
  it('are one for each list of names of one person, and no two lists are joined', () => {
    const lists = speakersOfLists(bearers());
    checkLists(lists);
    assert.ok(lists.filter((keys) => keys.size === 1).length >= 15, 'nearly all lists have a speaker who is quoted');
  });

  it('are known by a minister’s initials where the office tells who is meant', () => {
    const of = bearers();
    assert.deepEqual(of.get('V. S. Torzhenko'), of.get('Viacheslav Torzhenko'));
  });

  it('are known by every spelling of the lists in a later article, and by no name of somebody else', () => {
    const names = [...new Set([...expected.same_person, ...expected.not_same_person].flat())];
    const said = names.map((_, at) => `Sentence ${at} of the last article.`);
    const text = said.join('\n');
    const attributions = names.map((name, at) =>
      attributionOf(
        text,
        { content: said[at]! },
        { name, kind: name.includes('&') ? 'organization' : 'person', role: null },
      ),
    );
    const article = articleOf('every-name', text, { attributions });
    record.add(captureOf(article), article);
    const of = bearers();
    const lists = speakersOfLists(of);
    checkLists(lists);
    assert.ok(lists.every((keys) => keys.size === 1));
    for (const [a, b] of expected.not_same_person) assert.deepEqual(of.get(a!)!.intersection(of.get(b!)!), new Set());
  });
});
