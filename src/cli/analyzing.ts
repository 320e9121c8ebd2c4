import type { AnalyzedCapture, OpenAnalyzer } from '../pipeline/index.ts';
import { forPeople } from './errors.ts';
import { keepLittleGarbage } from './memory.ts';
import type { PrivateAddresses, RulesFile, Workers } from './options.ts';
import { note } from './output.ts';
import { noticeLine, refusalLine, startProgress } from './progress.ts';
import { openRules } from './rules.ts';

/**
 * Opens the analyser of a command: one thread for each core unless the command line says otherwise.
 * @param expected characters that are to come, as far as is known
 * @throws CommandError when a model is missing or cannot be read
 */
export async function openAnalyzer({ workers }: Workers, expected = 0): Promise<OpenAnalyzer> {
  keepLittleGarbage();
  const { createAnalyzer, usualThreads } = await import('../pipeline/index.ts');
  return forPeople(() => createAnalyzer({ threads: workers ?? usualThreads(), expected, note }));
}

/**
 * Takes inputs through the stages one by one, for commands that need no record: with progress, and with every input that gives
 * no article named, so that the command ends with 1.
 *
 * @param expected characters that are to come, as far as is known
 * @throws CommandError when a model or the rules cannot be read
 */
export async function* analyzeFiles(
  files: readonly string[],
  { workers, rules: file, ...options }: PrivateAddresses & Workers & RulesFile,
  expected = 0,
): AsyncGenerator<AnalyzedCapture> {
  const { analyzeStream, capture } = await import('../pipeline/index.ts');
  const rules = await openRules(file);
  const analyzer = await openAnalyzer({ workers }, expected);
  const progress = await startProgress([...files], false);
  try {
    const captures = capture([...files], { ...options, rules, notice: (one) => progress.note(noticeLine(one)) });
    for await (const item of analyzeStream(analyzer, captures)) {
      if ('code' in item) {
        process.exitCode = 1;
        progress.note(refusalLine(item));
        continue;
      }
      yield item;
      progress.step(item.capture.snapshot.bytes.length, item.article.attributions.length);
    }
  } finally {
    progress.stop();
    await analyzer.close();
  }
}
