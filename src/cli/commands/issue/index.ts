/** `issue …`: saved questions, one small file each. */
import type { Command } from 'commander';
import type { IssueFile } from '../../../pipeline/index.ts';
import { CommandError, forPeople } from '../../errors.ts';
import { folderOf, type IssuesOptions, issuesOption } from '../../issues.ts';
import { jsonOption, type ListOptions, limitOption, recordOption } from '../../options.ts';
import { note, printJson, printLine } from '../../output.ts';
import { limitOf, noteRest, withRecord } from '../../records.ts';
import { paint, stripUnsafe, wrap } from '../../terminal.ts';
import { addShow } from './show.ts';

const HELP = `
An issue is a question on which sides hold positions, kept as a small file that
you can share: FILE.issues/NAME.json beside the record, or in --issues FOLDER.

Examples:
  onrecord issue suggest
  onrecord issue add lake-orra --about "Lake Orra" --also "grain corridor"
  onrecord issue show lake-orra`;

const FILE_HELP = `
NAME is of a-z, 0-9 and hyphens. The file is JSON:
  {onrecord: "issue", version: 1, name, title, about: [words…], speakers: [names…]}

Example:
  onrecord issue add lake-orra --about "Lake Orra" --speaker "Mara Tellen" --title "Who may use the lake"`;

interface AddOptions extends IssuesOptions {
  readonly about: string;
  readonly also: string[];
  readonly speaker: string[];
  readonly title?: string;
  readonly json?: true;
}

/** An issue on one line, or two. */
function issueView({ name, title, about, speakers }: IssueFile): string {
  const words = about.map((wording) => `“${wording}”`).join(' or ');
  const whose = speakers.length > 0 ? `; only of ${speakers.join(', ')}` : '';
  return wrap(stripUnsafe(`${paint('bold', name)}  ${title === null ? '' : `${title}: `}${words}${whose}`), '', '    ');
}

async function add(name: string, { about, also, speaker, title, json, ...options }: AddOptions): Promise<void> {
  const { writeIssue } = await import('../../../pipeline/index.ts');
  const folder = await folderOf(options);
  const given = { name, title: title ?? null, about: [about, ...also], speakers: speaker };
  const issue = await forPeople(() => writeIssue(folder, given));
  await (json ? printJson(issue) : printLine(issueView(issue)));
}

async function list(options: IssuesOptions & ListOptions): Promise<void> {
  const { readIssues } = await import('../../../pipeline/index.ts');
  const folder = await folderOf(options);
  const { issues, problems } = await forPeople(() => readIssues(folder));
  const shown = issues.slice(0, limitOf(options));
  for (const issue of shown) await (options.json ? printJson(issue) : printLine(issueView(issue)));
  for (const { file, reason } of problems) {
    process.exitCode = 1;
    note(`onrecord: ${file}: ${reason}`);
  }
  if (issues.length === 0 && problems.length === 0)
    note(`There is no issue in ${folder}: onrecord issue add makes one.`);
  noteRest(shown.length, issues.length);
}

async function remove(name: string, options: IssuesOptions): Promise<void> {
  const { removeIssue } = await import('../../../pipeline/index.ts');
  const folder = await folderOf(options);
  if (!(await forPeople(() => removeIssue(folder, name))))
    throw new CommandError(`There is no issue ${name} in ${folder}: onrecord issue list shows those there are.`);
  await printLine(`removed  ${name}`);
}

async function suggest(options: ListOptions): Promise<void> {
  const { suggestFor } = await import('../../../pipeline/index.ts');
  await withRecord(options.record, async (record) => {
    const suggested = suggestFor(record);
    const shown = suggested.slice(0, limitOf(options));
    for (const found of shown) {
      const { about, why, examples } = found;
      const line = `${paint('bold', stripUnsafe(about))}  ${why}; ${examples.map((key) => `[${key}]`).join(' ')}`;
      await (options.json ? printJson(found) : printLine(wrap(line, '', '    ')));
    }
    if (shown.length === 0) note(`${options.record} holds nothing on which several speakers or outlets take sides.`);
    noteRest(shown.length, suggested.length);
  });
}

const collect = (one: string, all: string[]): string[] => [...all, one];

/** `issue add|list|show|suggest|remove`. */
export function addIssue(program: Command): void {
  const issue = program
    .command('issue')
    .description('save questions that sides hold positions on, and show who holds what')
    .addHelpText('after', HELP);
  issue
    .command('add')
    .description('save an issue')
    .argument('<name>', 'what it is called: a-z, 0-9 and hyphens')
    .requiredOption('--about <words>', 'what positions are on')
    .option('--also <words>', 'another way to put it; may be given again', collect, [])
    .option('--speaker <name>', 'only of this speaker; may be given again', collect, [])
    .option('--title <words>', 'a title for people')
    .addOption(issuesOption())
    .addOption(recordOption())
    .addOption(jsonOption('with the issue'))
    .addHelpText('after', FILE_HELP)
    .action(add);
  issue
    .command('list')
    .description('list the issues')
    .addOption(limitOption())
    .addOption(issuesOption())
    .addOption(recordOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExample:\n  onrecord issue list')
    .action(list);
  addShow(issue);
  issue
    .command('suggest')
    .description('suggest issues: what several speakers or outlets take sides on')
    .addOption(limitOption())
    .addOption(recordOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nThe latest 5,000 positions that take a side are read.\n\nExample:\n  onrecord issue suggest',
    )
    .action(suggest);
  issue
    .command('remove')
    .description('remove the file of an issue; the record stays as it is')
    .argument('<name>', 'what it is called')
    .addOption(issuesOption())
    .addOption(recordOption())
    .addHelpText('after', '\nExample:\n  onrecord issue remove lake-orra')
    .action(remove);
}
