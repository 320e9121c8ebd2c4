import type { Command } from 'commander';
import { forPeople } from '../errors.ts';
import { analyzeLine } from '../lines.ts';
import { type PrivateAddresses, privateAddressesOption } from '../options.ts';
import { printJson } from '../output.ts';
import { refusalLine, startProgress } from '../progress.ts';

const HELP = `
Writes one line of JSON for each article:
  {id, title, byline, published, outlet, language, text, attributions: [
    {source, cue, content, type, mode, speaker: {name, kind, role}, saidOn,
     medium, confidence}]}
source, cue and content are lists of [start, end) in UTF-16 code units of text.

Examples:
  onrecord analyze article.html
  onrecord analyze pages/*.html.gz > found.jsonl
  cat news.jsonl | onrecord analyze - | jq -r '.attributions[].speaker.name'`;

async function analyze(files: string[], options: PrivateAddresses): Promise<void> {
  const { analyzeStream, capture, createAnalyzer } = await import('../../pipeline/index.ts');
  const analyzer = await forPeople(() => createAnalyzer());
  const progress = await startProgress(files, false);
  try {
    for await (const item of analyzeStream(analyzer, capture(files, options))) {
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
  }
}

/** `analyze FILE…`: who said what in articles, as JSON Lines. */
export function addAnalyze(program: Command): void {
  program
    .command('analyze')
    .description('find every attributed statement and who made it; JSON Lines to standard output')
    .argument('<file...>', 'articles: .txt, .html, .html.gz, .jsonl, folders, URLs, or - for standard input')
    .addOption(privateAddressesOption())
    .addHelpText('after', HELP)
    .action(analyze);
}
