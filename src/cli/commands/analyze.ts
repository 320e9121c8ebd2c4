import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { openAnalyzer } from '../analyzing.ts';
import { analyzeLine } from '../lines.ts';
import {
  type PrivateAddresses,
  privateAddressesOption,
  type RulesFile,
  rulesOption,
  type Workers,
  workersOption,
} from '../options.ts';
import { printJson } from '../output.ts';
import { noticeLine, refusalLine, startProgress } from '../progress.ts';
import { openRules } from '../rules.ts';

const HELP = `
Writes one line of JSON for each article:
  {id, title, byline, published, outlet, language, text, attributions: [
    {source, cue, content, type, mode, speaker: {name, kind, role, roleSpan,
     members}, saidOn, medium, confidence, within, speakerConfidence,
     unresolved, anonymity}]}
source, cue and content are lists of [start, end) in UTF-16 code units of text.
within is the place in the list of the attribution whose content holds this one,
whose speaker reports it, or null. roleSpan and anonymity are where the article
gives the role, and why it does not name a source; unresolved says why there is
no speaker; members are those who speak together.

Examples:
  onrecord analyze article.html
  onrecord analyze pages/*.html.gz > found.jsonl
  cat news.jsonl | onrecord analyze - | jq -r '.attributions[].speaker.name'`;

/** Characters of text in the inputs, as far as sizes of files tell without opening them. */
async function charactersIn(files: readonly string[]): Promise<number> {
  const texts = files.filter((file) => /\.(?:jsonl|txt)$/.test(file));
  const sizes = await Promise.all(texts.map((file) => stat(file).catch(() => null)));
  return sizes.reduce((sum, found) => sum + (found?.size ?? 0), 0);
}

async function analyze(
  files: string[],
  { workers, rules: file, ...options }: PrivateAddresses & Workers & RulesFile,
): Promise<void> {
  const { analyzeStream, capture } = await import('../../pipeline/index.ts');
  const rules = await openRules(file);
  const analyzer = await openAnalyzer({ workers }, await charactersIn(files));
  const progress = await startProgress(files, false);
  try {
    for await (const item of analyzeStream(
      analyzer,
      capture(files, { ...options, rules, notice: (notice) => progress.note(noticeLine(notice)) }),
    )) {
      if ('code' in item) {
        process.exitCode = 1;
        progress.note(refusalLine(item));
        continue;
      }
      await printJson(analyzeLine(item.article));
      progress.step(item.capture.snapshot.bytes.length, item.article.attributions.length);
    }
  } finally {
    progress.stop();
    await analyzer.close();
  }
}

/** `analyze FILE…`: who said what in articles, as JSON Lines. */
export function addAnalyze(program: Command): void {
  program
    .command('analyze')
    .description('find every attributed statement and who made it; JSON Lines to standard output')
    .argument(
      '<file...>',
      'articles: .txt, .md, .html, .html.gz, .mhtml, .pdf, .docx, .jsonl, .warc.gz, .wacz, folders, URLs, or - for standard input',
    )
    .addOption(privateAddressesOption())
    .addOption(rulesOption())
    .addOption(workersOption())
    .addHelpText('after', HELP)
    .action(analyze);
}
