import winkModel from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { createAnalyzer } from '../src/pipeline/index.ts';
import { INPUT, readCaptures } from './articles.ts';
import { compare, type Measured } from './measure.ts';

const ROUNDS = 3;
const BATCH = 16;

/**
 * Measures how fast articles are analysed, model loading left out, beside wink-nlp's own tokenising and tagging of the
 * same texts in the same process. Prints articles and tokens a second of processor time on one core.
 */
export async function measureOneCore(): Promise<void> {
  const articles = (await readCaptures(INPUT)).map(({ article }) => article);
  const analyzer = await createAnalyzer();
  const nlp = winkNLP(winkModel, ['sbd', 'pos']);
  let tokens = 0;
  const tag = (): void => {
    tokens = 0;
    for (const { text } of articles) {
      const document = nlp.readDoc(text);
      tokens += document.tokens().length();
      document.tokens().out(nlp.its.pos);
    }
  };
  const analyze = async (): Promise<void> => {
    for (let i = 0; i < articles.length; i += BATCH) await analyzer.analyze(articles.slice(i, i + BATCH));
  };
  const [wink, own] = await compare([tag, analyze], ROUNDS, 'processor');
  const say = (name: string, { seconds, processor }: Measured): void => {
    const rate = Math.round(tokens / processor).toLocaleString('en');
    console.log(
      `  ${name}: ${(articles.length / processor).toFixed(1)} articles/s, ${rate} tokens/s ` +
        `(${processor.toFixed(2)} s of processor, ${seconds.toFixed(2)} s by the clock)`,
    );
  };
  console.log(`One core: ${articles.length} articles, ${tokens.toLocaleString('en')} tokens, from ${INPUT}`);
  say('analyze', own);
  say('wink-nlp, tokens and parts of speech alone', wink);
  console.log(`  analyze takes ${(own.processor / wink.processor).toFixed(1)} times as long as wink-nlp alone`);
}
