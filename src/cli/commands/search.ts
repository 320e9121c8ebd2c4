import { type Command, Option } from 'commander';
import type { SpeakerKind } from '../../model.ts';
import {
  type ArticleOptions,
  articlesAsked,
  fromOption,
  jsonOption,
  type ListOptions,
  limitOption,
  recordOption,
  speakerKindOption,
  toOption,
} from '../options.ts';
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

interface SearchOptions extends ListOptions, ArticleOptions {
  readonly speaker?: string;
  readonly kind?: SpeakerKind;
  readonly altered?: true;
  readonly sort: 'relevance' | 'date';
}

async function search(words: string[], options: SearchOptions, command: Command): Promise<void> {
  if (words.join('').trim() === '') command.error('error: no word was given to search for');
  await withRecord(options.record, async (record) => {
    const { kind, altered, sort } = options;
    const speaker = options.speaker === undefined ? undefined : theSpeaker(record, options.speaker).key;
    const query = { words: words.join(' '), ...articlesAsked(options, command), speaker, kind, altered, sort };
    let shown = 0;
    for (const found of everyItem((paging) => record.search({ ...query, ...paging }), limitOf(options))) {
      if (shown > 0 && !options.json) await printLine();
      await (options.json ? printJson(found) : printLine(attributionView(found, true)));
      shown++;
    }
    if (shown === 0) note(`Nothing in ${options.record} matches: ${query.words}`);
    else {
      const { total, atLeast } = record.search({ ...query, limit: 1 });
      noteRest(shown, total);
      if (atLeast)
        note(`More may match: the ${total} that came in last were looked at. Narrow the search to see others.`);
    }
  });
}

/** `search WORDS`: words in what was said. */
export function addSearch(program: Command): void {
  program
    .command('search')
    .description('find words in what was said')
    .argument('<words...>', 'words, or a phrase in double quotes')
    .option('--speaker <name>', 'only what this speaker said')
    .addOption(speakerKindOption('only what speakers of this kind said'))
    .option('--outlet <name>', 'only in articles of this outlet')
    .addOption(fromOption())
    .addOption(toOption())
    .option('--altered', 'only statements whose words somebody changed')
    .addOption(
      new Option('--sort <order>', 'best match or newest article first')
        .choices(['relevance', 'date'])
        .default('relevance'),
    )
    .addOption(limitOption())
    .addOption(recordOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(search);
}
