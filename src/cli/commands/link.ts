import type { Command } from 'commander';
import { analyzeFiles } from '../analyzing.ts';
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
Writes one line of JSON for each statement, one utterance however many of the
articles report it:
  {statement, occurrences: [{id, content, type, change, kinds, reason}]}
id is the article's, content a list of [start, end) in UTF-16 code units of its
text. The earliest occurrence comes first and has no change; change says how the
others stand to it: identical, excerpt, altered or paraphrase; kinds what changed,
the gravest first. reason says why it was taken for the same utterance.

Examples:
  onrecord link news.jsonl > statements.jsonl
  onrecord link pages/*.html | jq 'select(.occurrences | length > 1)'`;

async function link(files: string[], options: PrivateAddresses & Workers & RulesFile): Promise<void> {
  const { ArticleLinks } = await import('../../pipeline/index.ts');
  const links = new ArticleLinks();
  for await (const { article } of analyzeFiles(files, options)) links.add(article);
  let number = 0;
  for (const occurrences of links.statements()) await printJson({ statement: `s${++number}`, occurrences });
}

/** `link FILE…`: which statements are one utterance, and what became of its words, as JSON Lines. */
export function addLink(program: Command): void {
  program
    .command('link')
    .description('join what is the same utterance in several articles; JSON Lines to standard output')
    .argument('<file...>', 'articles, as for analyze')
    .addOption(privateAddressesOption())
    .addOption(rulesOption())
    .addOption(workersOption())
    .addHelpText('after', HELP)
    .action(link);
}
