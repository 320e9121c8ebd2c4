import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import {
  type AnalyzedArticle,
  type Article,
  createAnalyzer,
  type OpenAnalyzer,
  positionsOn,
} from '../../src/pipeline/index.ts';

const SHARED = path.resolve(import.meta.dirname, '../../../shared/articles');
const MOST_WRONG = 1;

interface Expected {
  readonly id: string;
  readonly speaker: string;
  readonly stance: string;
  readonly condition: string | null;
  readonly on: string;
}

const article = (id: string, text: string): Article => ({
  ...{
    id,
    text,
    title: null,
    byline: null,
    published: '2031-05-02',
    outlet: 'The Osk Herald',
    language: 'en',
    url: null,
  },
});

async function* captured(articles: readonly AnalyzedArticle[]) {
  const snapshot = { bytes: new Uint8Array(), sha256: '', mediaType: 'text/plain', location: '', capturedAt: '' };
  for (const one of articles) yield { capture: { article: one, snapshot }, article: one };
}

describe('positions on an issue', () => {
  let analyzer: OpenAnalyzer;
  before(async () => {
    analyzer = await createAnalyzer();
  });
  after(() => analyzer.close());

  it('are those attributions that speak of it, with stance and condition', async () => {
    const text =
      'Prime Minister Ada Falk said on Monday that Veyland would not hold talks with Osk as long as its ships block the ' +
      'harbour.\n\nThe harbour master, Petro Lind, said the winter had been mild.';
    const found = await positionsOn(['negotiations'], captured(await analyzer.analyze([article('one', text)])));
    assert.equal(found.length, 1);
    const { speaker, stance, condition, conflicts_with } = found[0]!;
    assert.equal(speaker?.name, 'Ada Falk');
    assert.equal(stance, 'rejects');
    assert.equal(text.slice(...condition!), 'as long as its ships block the harbour');
    assert.equal(conflicts_with, null);
  });

  it('are found in the reference articles as a reader found them', async (t) => {
    const file = path.join(SHARED, 'record.json');
    if (!fs.existsSync(file)) return t.skip('../shared/articles is not there');
    const { positions } = JSON.parse(fs.readFileSync(file, 'utf8')) as { positions: Expected[] };
    const names = fs.readdirSync(SHARED).filter((name) => name.endsWith('.txt'));
    const articles = names.map((name) => article(name, fs.readFileSync(path.join(SHARED, name), 'utf8')));
    const analyzed = await analyzer.analyze(articles);
    const surname = (name: string) => name.split(' ').at(-1)!;
    const missing = positions.filter(({ id, speaker, stance, condition }) => {
      const { text, attributions } = analyzed.find((one) => one.id.startsWith(id))!;
      return !attributions.some((one) => {
        const words = one.condition ? text.slice(...one.condition) : null;
        const same = surname(one.speaker?.name ?? '-') === surname(speaker) && one.stance === stance;
        if (!same) return false;
        return condition === null
          ? words === null
          : words !== null && (words === condition || words.startsWith(condition));
      });
    });
    assert.ok(missing.length <= MOST_WRONG, JSON.stringify(missing));
    return undefined;
  });
});
