/**
 * Fits the confidence of an attribution: the chance that its content and source are right, by the scorer's own measure
 * (contents that share half of their characters, sources that overlap), from what the network and the assembly say of
 * it. Fitted on dev, since on the articles that the network was trained on it is surer than it should be; the error it
 * prints is measured across two halves, each by the weights of the other.
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { charsOf, createFinder } from '../src/attribution/attributor.ts';
import { confidenceOf, EVIDENCE, evidenceOf } from '../src/attribution/confidence.ts';
import type { Span } from '../src/model.ts';
import { calibrationError } from './calibration.ts';
import { type Annotated, type GoldAttribution, MODELS, readCorpus } from './corpus.ts';

interface Example {
  readonly evidence: number[];
  readonly right: boolean;
}

function places(spans: readonly Span[]): Set<number> {
  return new Set(spans.flatMap(([start, end]) => Array.from({ length: end - start }, (_, i) => start + i)));
}

function overlap(a: readonly Span[], b: readonly Span[]): number {
  const x = places(a);
  const y = places(b);
  const shared = x.intersection(y).size;
  return x.size + y.size ? shared / (x.size + y.size - shared) : 1;
}

const agrees = (gold: GoldAttribution, source: readonly Span[], content: readonly Span[]) =>
  overlap(gold.content, content) >= 0.5 &&
  (source.length === 0 && gold.source.length === 0 ? true : overlap(gold.source, source) > 0);

async function examples(corpus: readonly Annotated[], models: string): Promise<Example[][]> {
  const json = (name: string) => JSON.parse(fs.readFileSync(path.join(models, name), 'utf8'));
  const network = fs.readFileSync(path.join(models, 'tagger.onnx'));
  const find = await createFinder({ network, tagger: json('tagger.json'), assembly: json('assembly.json') });
  const found = await find(corpus.map(({ document }) => document));
  return corpus.map(({ article, document }, i) =>
    found[i]!.assembled.map((one) => {
      const source = one.source ? [charsOf(document, one.source)] : [];
      const content = one.contents.map((span) => charsOf(document, span));
      const right = article.attributions.some((gold) => agrees(gold, source, content));
      return { evidence: evidenceOf(found[i]!.tagged, one), right };
    }),
  );
}

/** Logistic regression by gradient descent with a small L2 penalty; the same examples give the same weights. */
function fit(examples: readonly Example[]): number[] {
  const weights: number[] = EVIDENCE.map(() => 0);
  for (let step = 0; step < 3000; step++) {
    const gradient = weights.map((weight) => 1e-3 * weight);
    for (const { evidence, right } of examples) {
      const slope =
        1 / (1 + Math.exp(-evidence.reduce((sum, value, i) => sum + value * weights[i]!, 0))) - Number(right);
      for (let i = 0; i < weights.length; i++) gradient[i]! += (slope * evidence[i]!) / examples.length;
    }
    for (let i = 0; i < weights.length; i++) weights[i]! -= 0.1 * gradient[i]!;
  }
  return weights.map((weight) => Math.round(weight * 1000) / 1000);
}

const { values } = parseArgs({ options: { out: { type: 'string', default: MODELS } } });
const all = await examples(readCorpus('dev'), values.out);
const halves = [0, 1].map((half) => all.filter((_, i) => i % 2 === half).flat());
const judged = halves.flatMap((half, h) => {
  const weights = fit(halves[1 - h]!);
  return half.map(({ evidence, right }) => ({ confidence: confidenceOf(evidence, weights), right }));
});
console.error(
  `confidence: expected calibration error ${calibrationError(judged).toFixed(3)} on ${judged.length} attributions`,
);
fs.writeFileSync(path.join(values.out, 'confidence.json'), JSON.stringify(fit(all.flat())));
