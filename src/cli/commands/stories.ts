import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { Paging, RecordedStoryStatements, RecordStore } from '../../store/index.ts';
import { CommandError } from '../errors.ts';
import {
  jsonOption,
  type ListOptions,
  limitOption,
  type PrivateAddresses,
  privateAddressesOption,
  type RulesFile,
  recordOption,
  rulesOption,
} from '../options.ts';
import { note, printJson, printLine } from '../output.ts';
import { noticeLine, refusalLine, startProgress } from '../progress.ts';
import { everyItem, limitOf, noteRest, withRecord } from '../records.ts';
import { openRules } from '../rules.ts';
import { storyDetailView, storyView } from '../story-view.ts';

const HELP = `
Without arguments: the stories of the record, those with the latest article
first. KEY is the address of a story or of one of its articles: shows the
articles in time, what several of its outlets report with what became of the
words in each, and how much one outlet alone has. That two outlets report one
statement is what linking found: onrecord trace shows why.

FILES are grouped without the record. Writes one line of JSON for each article,
the articles of one story together:
  {id, story, lead, title}
story is the same for articles on the same event: it counts from 1 in the order
of the input. lead says whether this article stands for its story: the one most
like the others; title is the lead's, or null.

Examples:
  onrecord stories
  onrecord stories 3f0c9a1b7d42
  onrecord stories news.jsonl
  onrecord stories pages/ | jq -r 'select(.lead) | .title'`;

type Options = ListOptions & PrivateAddresses & RulesFile;

/** The stories of a record. */
async function listStories(record: RecordStore, options: ListOptions): Promise<void> {
  let shown = 0;
  for (const story of everyItem((paging) => record.stories(paging), limitOf(options))) {
    await (options.json ? printJson(story) : printLine(storyView(story)));
    shown++;
  }
  if (shown === 0) note(`${options.record} holds no story of several articles.`);
  else noteRest(shown, record.stories({ limit: 1 }).total);
}

/** A story's statements up to the limit, page by page. */
function statementsUpTo(record: RecordStore, key: string, limit: number): RecordedStoryStatements {
  const read = (paging: Paging) => record.storyStatements(key, paging)!;
  const about = read({ limit: 1 });
  const all = (list: 'statements' | 'alone') => ({
    items: [...everyItem((paging) => read(paging)[list], limit)],
    total: about[list].total,
  });
  return { ...about, statements: all('statements'), alone: all('alone') };
}

/** One story of a record. */
async function showStory(record: RecordStore, key: string, options: ListOptions): Promise<void> {
  const story = record.story(key);
  if (!story) {
    throw new CommandError(
      `${options.record} holds no story or article with this address: ${key}. onrecord stories lists them; a file of this name is not there either.`,
    );
  }
  const shown = { ...statementsUpTo(record, key, limitOf(options)), ...story };
  await (options.json ? printJson(shown) : printLine(storyDetailView(shown)));
  noteRest(shown.statements.items.length, shown.statements.total);
}

/** Whether an argument is the address of a story or an article, not a file. */
const isAddress = (argument: string): boolean => /^[0-9a-f]{12,64}$/.test(argument) && !existsSync(argument);

async function stories(inputs: string[], options: Options): Promise<void> {
  const [first] = inputs;
  if (first === undefined) await withRecord(options.record, (record) => listStories(record, options));
  else if (inputs.length === 1 && isAddress(first))
    await withRecord(options.record, (record) => showStory(record, first, options));
  else await groupFiles(inputs, options);
}

/** Groups articles of files, without a record. */
async function groupFiles(files: string[], { rules: file, ...options }: PrivateAddresses & RulesFile): Promise<void> {
  const { capture, groupIntoStories } = await import('../../pipeline/index.ts');
  const rules = await openRules(file);
  const progress = await startProgress(files, false);
  const notice = { notice: (each: Parameters<typeof noticeLine>[0]) => progress.note(noticeLine(each)) };
  try {
    const found = await groupIntoStories(capture(files, { ...options, rules, ...notice }), (refusal) => {
      process.exitCode = 1;
      progress.note(refusalLine(refusal));
    });
    for (const [at, { articles, lead, title }] of found.entries()) {
      for (const id of articles) await printJson({ id, story: at + 1, lead: id === lead, title });
    }
  } finally {
    progress.stop();
  }
}

/** `stories [KEY|FILE…]`: which articles are on the same event, of a record or of files. */
export function addStories(program: Command): void {
  program
    .command('stories')
    .description('show the stories of the record; or group articles of files by the event they are on, as JSON Lines')
    .argument(
      '[inputs...]',
      'the address of a story or an article; or articles: .jsonl, .txt, .md, .html, .html.gz, .mhtml, .pdf, .docx, .warc.gz, .wacz, folders, URLs, or - for standard input',
    )
    .addOption(recordOption())
    .addOption(jsonOption())
    .addOption(limitOption())
    .addOption(privateAddressesOption())
    .addOption(rulesOption())
    .addHelpText('after', HELP)
    .action(stories);
}
