import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { analyzeFiles } from '../analyzing.ts';
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

const HELP = `
Writes one line of JSON for each article:
  {id, title, byline, published, outlet, language, text, credit, attributions: [
    {source, cue, content, type, mode, speaker: {name, kind, role, roleSpan,
     members}, saidOn, medium, confidence, within, speakerConfidence,
     unresolved, anonymity, stance, about, condition, conditionStatus, polarity,
     modality, hedged, time, stanceConfidence, evidence: [{label, span}]}]}
source, cue and content are lists of [start, end) in UTF-16 code units of text.
within is the place in the list of the attribution whose content holds this one,
whose speaker reports it, or null. roleSpan and anonymity are where the article
gives the role, and why it does not name a source; unresolved says why there is
no speaker; members are those who speak together. stance is accepts, rejects,
demands, offers, denies or states; about, condition and evidence point at the
words: what it is about, what it hangs on, and what gave the labels.

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

async function analyze(files: string[], options: PrivateAddresses & Workers & RulesFile): Promise<void> {
  for await (const { article } of analyzeFiles(files, options, await charactersIn(files))) {
    await printJson(analyzeLine(article));
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
