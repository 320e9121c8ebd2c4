/**
 * Fits the assembly's rankers on the gold spans of the training articles and writes models/assembly.json: which cue a
 * content belongs to, which source a cue has. With `--report` it also prints how often each is right on dev gold spans.
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { candidatesFor, contentChoices, setScene, sourceChoices } from '../src/attribution/assembly/assembly.ts';
import { rank, rankerOf } from '../src/attribution/assembly/ranker.ts';
import type { RoleSpan } from '../src/attribution/network/labels.ts';
import { quotationState } from '../src/attribution/quotation/quotation-marks.ts';
import type { Span } from '../src/model.ts';
import { type Annotated, labelTokens, MODELS, readCorpus, spansOf } from './corpus.ts';
import { type Choice, fitRanker } from './fit-ranker.ts';

interface Choices {
  source: Choice[];
  content: Choice[];
}

/** The gold choices of one article: what each labelled span should be tied to, the last way being to nothing. */
function choicesOf(annotated: Annotated): Choices {
  const { article, document } = annotated;
  const spans = spansOf(labelTokens(annotated));
  const scene = setScene(document, spans, quotationState(document));
  const at = (span: RoleSpan) => document.tokens[span.first]!.start;
  const holds = (gold: readonly Span[], span: RoleSpan) =>
    gold.some(([start, end]) => at(span) >= start && at(span) < end);
  const choices: Choices = { source: [], content: [] };
  const pick = (candidates: RoleSpan[], isRight: (c: RoleSpan) => boolean) => {
    const found = candidates.findIndex(isRight);
    return found < 0 ? candidates.length : found;
  };
  for (const span of spans) {
    if (span.role === 'source') continue;
    const mine = article.attributions.filter((a) => holds(a[span.role], span));
    const tied = span.role === 'cue' ? 'source' : 'cue';
    const candidates = candidatesFor(scene, span, tied);
    const right = pick(candidates, (c) => mine.some((a) => holds(a[tied], c)));
    if (span.role === 'cue') choices.source.push({ candidates: sourceChoices(scene, span, candidates), right });
    else choices.content.push({ candidates: contentChoices(scene, span, candidates), right });
  }
  return choices;
}

function gather(split: 'train' | 'dev'): Choices {
  const all = readCorpus(split).map(choicesOf);
  return { source: all.flatMap((c) => c.source), content: all.flatMap((c) => c.content) };
}

const train = gather('train');
const options = { epochs: 8, rate: 0.1, decay: 1e-4, least: 5 };
const weights = { source: fitRanker(train.source, options), content: fitRanker(train.content, options) };
const { values } = parseArgs({ options: { out: { type: 'string', default: MODELS }, report: { type: 'boolean' } } });
fs.mkdirSync(values.out, { recursive: true });
fs.writeFileSync(path.join(values.out, 'assembly.json'), JSON.stringify(weights));
if (values.report) {
  const dev = gather('dev');
  for (const kind of ['source', 'content'] as const) {
    const ranker = rankerOf(weights[kind]);
    const right = dev[kind].filter((choice) => rank(choice.candidates, ranker).best === choice.right).length;
    console.log(
      `${kind}: ${((100 * right) / dev[kind].length).toFixed(2)}% of ${dev[kind].length} gold dev choices right`,
    );
  }
}
