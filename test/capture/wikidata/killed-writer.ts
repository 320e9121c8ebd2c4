/**
 * Writes to a cache until it is killed: `node killed-writer.ts CACHE SUBSET` indexes the subset; without SUBSET it keeps
 * items one after another, each in two entries that must agree. Says a line before each.
 */
import { Cache } from '../../../src/capture/wikidata/cache.ts';
import { readEntity } from '../../../src/capture/wikidata/entity.ts';
import { openWikidata } from '../../../src/capture/wikidata/index.ts';
import { entity, q } from './items.ts';

const [path, subset] = process.argv.slice(2);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

if (subset) {
  const onProgress = (items: number): void => say(`items ${items}`);
  (await openWikidata({ cache: path!, from: { file: subset, onProgress } })).close();
} else {
  const cache = new Cache(path!, 'test', () => 0);
  for (let n = 1; ; n += 2) {
    say(`keeping ${n}`);
    const twin = (id: number) => readEntity(entity(id, { label: `Twin ${n}`, description: 'x'.repeat(300) }), 'en');
    cache.keepItems(new Map([n, n + 1].map((id) => [q(id), twin(id)])), n);
  }
}
