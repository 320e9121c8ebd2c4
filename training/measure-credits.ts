/**
 * Measures credits on articles that are marked with whom they credit.
 *
 *   node training/measure-credits.ts --analyzed FILE GOLD…
 *
 * FILE: what `onrecord analyze` gives for the articles. GOLD: JSON Lines with `id`, `outlet`, and what was noted of each
 * article beside its text: `credit` ("h/t: The Hill") and `wire` ("AP"; "NA" for none). Counted for each: whether the
 * credited outlet is found in the text alone; whether it is as `onrecord` reads the line, fields and all; and, of the
 * articles with neither, which have a credit for the whole article, as the line is read. `--show` prints the credits of the
 * others, to be read.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { capture, isRefusal } from '../src/capture/index.ts';
import { creditsOf, outletKey, sameOutlet } from '../src/linking/index.ts';
import type { AnalyzedArticle, Article, Credit } from '../src/model.ts';

interface Marked {
  readonly id: string;
  readonly outlet: string;
  readonly credit: string | null;
  readonly wire: string | null;
}

const linesOf = <T>(path: string): T[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as T);

const { values, positionals } = parseArgs({
  options: { analyzed: { type: 'string' }, show: { type: 'boolean' } },
  allowPositionals: true,
});
if (!values.analyzed || positionals.length === 0) throw new Error('give --analyzed FILE and the marked articles');
const analyzed = new Map(linesOf<AnalyzedArticle>(values.analyzed).map((article) => [article.id, article]));

const wireOf = ({ wire }: Marked): string | null => (wire === null || wire === 'NA' ? null : wire);
const hatTipOf = ({ credit }: Marked): string | null =>
  credit?.replace(/^\s*h\/t:?\s*/iu, '').replace(/[.\s]+$/u, '') || null;
const named = (credits: readonly Credit[], outlet: string): boolean =>
  credits.some(({ outlet: written, name }) => sameOutlet(name ?? written, outlet));
const share = (part: number, whole: number): string =>
  `${part} of ${whole} (${((100 * part) / Math.max(whole, 1)).toFixed(1)}%)`;

interface Count {
  marked: number;
  byText: number;
  inText: number;
  byTextOfThose: number;
  asRead: number;
}
const count = (): Count => ({ marked: 0, byText: 0, inText: 0, byTextOfThose: 0, asRead: 0 });
const counts = { wire: count(), credit: count() };
let others = 0;
let whole = 0;
let passage = 0;
let passages = 0;
for (const path of positionals) {
  const lines = new Map<string, Article>();
  for await (const item of capture([path])) {
    if (isRefusal(item)) throw new Error(`${item.input}: ${item.reason}`);
    lines.set(item.article.id, item.article);
  }
  for (const marked of linesOf<Marked>(path)) {
    const article = analyzed.get(marked.id);
    if (article === undefined) throw new Error(`${values.analyzed} lacks ${marked.id}`);
    const line = lines.get(marked.id)!;
    const byText = creditsOf({ ...line, credit: null }, article.attributions);
    const credits = creditsOf(line, article.attributions);
    const gold = { wire: wireOf(marked), credit: hatTipOf(marked) };
    for (const kind of ['wire', 'credit'] as const) {
      const outlet = gold[kind];
      if (outlet === null) continue;
      const found = named(byText, outlet);
      const stands = outletKey(article.text).includes(outletKey(outlet)) || (kind === 'wire' && found);
      const one = counts[kind];
      one.marked++;
      one.byText += Number(found);
      one.inText += Number(stands);
      one.byTextOfThose += Number(found && stands);
      one.asRead += Number(named(credits, outlet));
    }
    if (gold.wire !== null || gold.credit !== null) continue;
    others++;
    const wholes = credits.filter((credit) => credit.whole);
    whole += Number(wholes.length > 0);
    passage += Number(credits.length > wholes.length);
    passages += credits.length - wholes.length;
    if (!values.show) continue;
    for (const { outlet, kind, span, whole: all } of credits) {
      const words = span ? article.text.slice(Math.max(0, span[0] - 60), span[1] + 40).replace(/\s+/gu, ' ') : '';
      console.log([marked.id, all ? 'whole' : 'passage', kind, outlet, words].join('\t'));
    }
  }
}
for (const [kind, one] of Object.entries(counts)) {
  console.error(
    `${kind}: found by the text alone ${share(one.byText, one.marked)}; of those whose text names the outlet ${share(one.byTextOfThose, one.inText)}; as the line is read ${share(one.asRead, one.marked)}`,
  );
}
const all = counts.wire.marked + counts.credit.marked;
console.error(
  `both: by the text alone ${share(counts.wire.byText + counts.credit.byText, all)}; as the lines are read ${share(counts.wire.asRead + counts.credit.asRead, all)}`,
);
console.error(
  `others: ${others} articles; with a credit for the whole article ${share(whole, others)}; with credits of passages ${share(passage, others)}, ${passages} of them`,
);
