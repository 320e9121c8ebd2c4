/**
 * Writes to a cache until it is killed: `node killed-writer.ts CACHE FILE` indexes the subset in FILE, `node
 * killed-writer.ts CACHE 500` keeps batches of so many items. Says a line before each batch, or after each thousand items.
 */
import { Cache } from '../../../src/capture/wikidata/cache.ts';
import { readEntity } from '../../../src/capture/wikidata/entity.ts';
import { openWikidata } from '../../../src/capture/wikidata/index.ts';
import { entity, q } from './items.ts';

const [path, what] = process.argv.slice(2);
const size = Number(what);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

if (Number.isNaN(size)) {
  const onProgress = (items: number): void => say(`items ${items}`);
  (await openWikidata({ cache: path!, from: { file: what!, onProgress } })).close();
} else {
  const cache = new Cache(path!, 'test', () => 0);
  for (let batch = 0; ; batch++) {
    const numbers = Array.from({ length: size }, (_, n) => batch * size + n + 1);
    const items = new Map(numbers.map((n) => [q(n), readEntity(entity(n, { label: `Of ${batch}` }), 'en')]));
    say(`keeping ${batch}`);
    cache.keepItems(items, batch);
  }
}
