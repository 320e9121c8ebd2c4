import fs from 'node:fs';
import { createAttributor } from '../src/attribution/index.ts';
import { readCorpus } from './corpus.ts';

const dir = process.argv[2]!;
const j = (n: string) => JSON.parse(fs.readFileSync(`${dir}/${n}`, 'utf8'));
const a = await createAttributor({
  network: fs.readFileSync(`${dir}/tagger.onnx`),
  tagger: j('tagger.json'),
  assembly: JSON.parse(fs.readFileSync('models/assembly.json', 'utf8')),
});
const dev = readCorpus('dev');
const c = () => process.cpuUsage().user / 1000;
let out: any;
for (let r = 0; r < 2; r++) {
  const t = c();
  out = await a.attribute(dev.map(({ article, document }) => ({ document, published: article.published })));
  console.error('attribute', (c() - t).toFixed(0), 'ms user');
  const t2 = c();
  readCorpus('dev');
  console.error('read', (c() - t2).toFixed(0));
}
fs.writeFileSync(
  '/tmp/dev.out',
  dev
    .map(({ article }, i) =>
      JSON.stringify({
        id: article.id,
        text: article.text,
        attributions: out[i].map((x: any) => ({ ...x, speaker: null })),
      }),
    )
    .join('\n'),
);
