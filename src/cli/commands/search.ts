import type { Command } from 'commander';
import { jsonOption, type ListOptions, limitOption, recordOption } from '../options.ts';
import { note, printJson, printLine } from '../output.ts';
import { everyItem, limitOf, noteRest, withRecord } from '../records.ts';
import { theSpeaker } from '../speakers.ts';
import { attributionView } from '../views.ts';

const HELP = `
Every word must occur in what was said, in who said it or in the headline above;
a phrase stands in double quotes inside single ones. Best matches come first.

Examples:
  onrecord search ceasefire talks
  onrecord search '"no talks"' --outlet "The Harbour Post"
  onrecord search harbour --speaker "Mara Tellen" --json`;

interface SearchOptions extends ListOptions {
  readonly speaker?: string;
  readonly outlet?: string;
}

async function search(words: string[], options: SearchOptions, command: Command): Promise<void> {
  if (words.join('').trim() === '') command.error('error: no word was given to search for');
  await withRecord(options.record, async (record) => {
    let facets: { outlet?: string; speaker?: string } = options.outlet === undefined ? {} : { outlet: options.outlet };
    if (options.speaker !== undefined) facets = { ...facets, speaker: theSpeaker(record, options.speaker).key };
    const query = { words: words.join(' '), ...facets };
    let shown = 0;
    for (const found of everyItem((paging) => record.search({ ...query, ...paging }), limitOf(options))) {
      if (shown > 0 && !options.json) await printLine();
      await (options.json ? printJson(found) : printLine(attributionView(found, true)));
      shown++;
    }
    if (shown === 0) note(`Nothing in ${options.record} matches: ${query.words}`);
    else noteRest(shown, record.search({ ...query, limit: 1 }).total);
  });
}

/** `search WORDS`: words in what was said. */
export function addSearch(program: Command): void {
  program
    .command('search')
    .description('find words in what was said')
    .argument('<words...>', 'words, or a phrase in double quotes')
    .option('--speaker <name>', 'only what this speaker said')
    .option('--outlet <name>', 'only in articles of this outlet')
    .addOption(limitOption())
    .addOption(recordOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(search);
}
