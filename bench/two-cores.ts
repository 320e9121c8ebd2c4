import { availableParallelism } from 'node:os';
import type { Capture } from '../src/model.ts';
import { type Analyzer, analyzeStream, createAnalyzer } from '../src/pipeline/index.ts';
import { INPUT, readCaptures } from './articles.ts';
import { compare } from './measure.ts';

const ROUNDS = 3;
/** The articles are streamed so often in a run, so that its beginning and end do not count for much. */
const TIMES = 4;
/** So many characters that the second thread starts at once. */
const MANY = 1e9;

async function* repeated(captures: readonly Capture[]): AsyncGenerator<Capture> {
  for (let i = 0; i < TIMES; i++) yield* captures;
}

/** Measures, by the clock, how much faster a stream of articles is analysed by two threads than by one. */
export async function measureTwoCores(): Promise<void> {
  if (availableParallelism() < 2) {
    console.log('Two cores: not measured, this process may use one only');
    return;
  }
  const captures = await readCaptures(INPUT);
  const alone = await createAnalyzer();
  const both = await createAnalyzer({ threads: 2, expected: MANY, note: console.error });
  const run = async (analyzer: Analyzer): Promise<void> => {
    let left = TIMES * captures.length;
    for await (const item of analyzeStream(analyzer, repeated(captures))) if ('article' in item) left--;
    if (left !== 0) throw new Error(`${left} articles were not analysed`);
  };
  const [one, two] = await compare([() => run(alone), () => run(both)], ROUNDS, 'seconds');
  await both.close();
  const rate = (seconds: number): string => ((TIMES * captures.length) / seconds).toFixed(1);
  console.log(`Two cores: a stream of ${TIMES * captures.length} articles, by the clock`);
  console.log(`  one thread: ${rate(one.seconds)} articles/s; two threads: ${rate(two.seconds)} articles/s`);
  console.log(`  two threads are ${(one.seconds / two.seconds).toFixed(2)} times as fast`);
}
