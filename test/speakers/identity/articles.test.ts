import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { AnalyzedArticle } from '../../../src/model.ts';
import { capture, createAnalyzer, isRefusal } from '../../../src/pipeline/index.ts';
import { Identities, type Identity } from '../../../src/speakers/index.ts';

const FOLDER = join(import.meta.dirname, '../../../../shared/articles');
const skip = existsSync(FOLDER) ? false : '../shared/articles is not there: its speakers are not checked';

/** The articles analysed as `onrecord analyze` does. */
async function analysed(): Promise<AnalyzedArticle[]> {
  const articles = [];
  for await (const item of capture(globSync(join(FOLDER, '*.txt')).sort())) {
    assert.ok(!isRefusal(item));
    articles.push(item.article);
  }
  const analyzer = await createAnalyzer();
  try {
    return await analyzer.analyze(articles);
  } finally {
    await analyzer.close();
  }
}

describe('the speakers of five articles on one subject', { skip }, () => {
  it('are one for every list of names of one person, and another for another list', async () => {
    const { same_person: lists } = JSON.parse(readFileSync(join(FOLDER, 'record.json'), 'utf8')) as {
      same_person: string[][];
    };
    const articles = await analysed();
    assert.equal(articles.length, 5);
    for (const ordered of [articles, [...articles].reverse()]) {
      const identities = new Identities();
      const bearers = new Map<string, Set<Identity>>();
      for (const { attributions, outlet } of ordered) {
        const speakers = attributions.flatMap(({ speaker }) => (speaker ? [speaker] : []));
        for (const speaker of new Map(speakers.map((one) => [`${one.kind} ${one.name}`, one])).values()) {
          const { identity } = identities.add({ ...speaker, outlet });
          bearers.set(speaker.name, (bearers.get(speaker.name) ?? new Set()).add(identity));
        }
      }
      const of = lists.map((names) => new Set(names.flatMap((name) => [...(bearers.get(name) ?? [])])));
      for (const [at, names] of lists.entries()) {
        const missing = names.filter((name) => !bearers.has(name));
        assert.deepEqual(missing, [], 'our analysis finds every name of the list');
        assert.equal(of[at]!.size, 1, `list ${at} is one speaker`);
      }
      assert.equal(new Set(of.flatMap((set) => [...set])).size, lists.length, 'no two lists are joined');
    }
  });
});
