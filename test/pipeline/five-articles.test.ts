import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { addToRecord, createAnalyzer, openRecord, originsOfStatement } from '../../src/pipeline/index.ts';
import type { RecordStore } from '../../src/store/index.ts';
import { ROOT } from '../cli/onrecord.ts';

const ARTICLES = join(ROOT, '../shared/articles');
const skip = existsSync(ARTICLES) ? false : '../shared/articles is not there: its reprint is not looked for';

interface Marked {
  readonly provenance: readonly { readonly article: string; readonly reprints: string; readonly why: string }[];
  readonly same_statement: readonly (readonly [string, string, string, string, string])[];
}

describe('where the five articles that began it have their material from', { skip }, () => {
  const marked = skip ? null : (JSON.parse(readFileSync(join(ARTICLES, 'record.json'), 'utf8')) as Marked);
  const folder = skip ? '' : mkdtempSync(join(tmpdir(), 'onrecord-test-'));
  let record: RecordStore;
  /** The articles' ids by what they are called in `record.json`. */
  const ids = new Map<string, string>();
  const keyOf = (name: string): string => record.article(ids.get(name)!)!.article.key;

  before(async () => {
    record = openRecord(join(folder, 'r.db'));
    const names = readdirSync(ARTICLES).filter((name) => name.endsWith('.txt'));
    for (const name of names) ids.set(name.slice(0, 3), name.replace(/\.txt$/, ''));
    const files = names.map((name) => join(ARTICLES, name));
    for await (const _ of addToRecord(record, await createAnalyzer(), files));
  });

  after(() => {
    record.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is another of them for the one that is marked so, and for no other', () => {
    const found = [...ids.keys()].flatMap((name) =>
      record.sourcing(ids.get(name)!)!.reprints.map(({ of }) => [name, of]),
    );
    assert.deepEqual(
      found,
      marked!.provenance.map(({ article, reprints }) => [article, keyOf(reprints)]),
    );
  });

  it('is told with its evidence: the credit, the quotations, and where the words stand in both', () => {
    for (const { article, reprints } of marked!.provenance) {
      const { reprints: found, credits } = record.sourcing(ids.get(article)!)!;
      const [reprint] = found;
      assert.match(reprint!.why, /^it credits Kyodo and repeats \d+ of its quotations word for word/);
      assert.match(reprint!.why, /has \d+ words of its narration/);
      assert.equal(reprint!.kind, 'derived');
      assert.ok(credits.some(({ outlet, whole }) => outlet === 'Kyodo News' && whole));
      const [later, earlier] = [article, reprints].map((name) => record.article(ids.get(name)!)!.text);
      const plain = (text: string): string =>
        text
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu)!
          .join(' ');
      const shared = reprint!.passages.filter(
        (passage) => plain(later!.slice(...passage.later)) === plain(earlier!.slice(...passage.earlier)),
      );
      assert.ok(shared.length >= 5, `${shared.length} of ${reprint!.passages.length} passages have the same words`);
    }
  });

  it('makes one origin of the statements that both report, which is the one that is reprinted', () => {
    for (const { article, reprints } of marked!.provenance) {
      const [later, earlier] = [article, reprints].map((name) => record.article(ids.get(name)!)!);
      const both = later!.attributions.filter(({ statement }) =>
        earlier!.attributions.some((other) => other.statement === statement),
      );
      assert.ok(both.length >= 5, `only ${both.length} statements are in both`);
      for (const { key, words } of both) {
        const { origins } = originsOfStatement(record, key)!;
        assert.equal(origins.length, 1, words);
        const [{ lead, members, steps }] = origins as [(typeof origins)[0]];
        assert.ok(String(lead.occurrence).startsWith(`${earlier!.article.key}-`), words);
        assert.ok(members.includes(key), words);
        assert.ok(
          steps.some(({ from, why, evidence }) => from.occurrence === key && why === 'reprint' && evidence),
          words,
        );
      }
    }
  });

  it('is the credited outlet where it alone has words that the other lacks', () => {
    for (const { article, reprints } of marked!.provenance) {
      const other = record.article(ids.get(reprints)!)!.attributions.map(({ statement }) => statement);
      const own = record.article(ids.get(article)!)!.attributions.filter(({ statement }) => !other.includes(statement));
      assert.ok(own.length > 0);
      for (const { key, words } of own) {
        const [origin, ...more] = originsOfStatement(record, key)!.origins;
        assert.deepEqual([origin!.lead, more], [{ occurrence: null, outlet: 'Kyodo News' }, []], words);
      }
    }
  });
});
