/**
 * How long comparing takes as contents grow, by hand: `node bench/wordings.ts [most words]`. One line a size:
 * words, milliseconds of two quotations, and of a quotation and its rendering, of which one word in a hundred differs.
 */
import { compare } from '../src/linking/index.ts';
import type { AttributionType, Reported } from '../src/model.ts';

const SIZES = [1_000, 4_000, 16_000, 1_000_000];
const most = Number(process.argv[2] ?? SIZES.at(-1));

const said = (words: string, type: AttributionType): Reported => ({
  words: [words],
  type,
  mode: 'says',
  speaker: null,
  saidOn: null,
});

for (const size of SIZES.filter((words) => words <= most)) {
  const words = Array.from({ length: size }, (_, at) =>
    at % 2 ? `word${(at * 7919) % 50_021}` : at % 18 ? 'the' : 'not',
  );
  const changed = words.map((word, at) => (at % 100 === 99 ? 'other' : word)).join(' ');
  const times = (['direct', 'indirect'] as const).map((type) => {
    const start = performance.now();
    compare(said(words.join(' '), 'direct'), said(changed, type));
    return Math.round(performance.now() - start);
  });
  console.log(size, ...times);
}
